'use strict';

// The conversation of ../drive/drive.go, for a read(text) that returns how many
// tokens it found.
module.exports = async function drive(read) {
  const input = process.stdin.setEncoding('utf8')[Symbol.asyncIterator]();
  let pending = '';
  async function line() {
    while (!pending.includes('\n')) {
      const { value, done } = await input.next();
      if (done) return null;
      pending += value;
    }
    const end = pending.indexOf('\n');
    const found = JSON.parse(pending.slice(0, end)).text;
    pending = pending.slice(end + 1);
    return found;
  }

  console.log('ready');
  read(await line());
  console.log('read');
  const texts = [];
  for (let text = await line(); text !== null; text = await line()) texts.push(text);
  const start = performance.now();
  let tokens = 0;
  for (const text of texts) tokens += read(text);
  console.log(`done ${(performance.now() - start) / 1000} ${tokens}`);
};

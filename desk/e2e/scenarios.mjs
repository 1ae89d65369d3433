// What people do on the desk, each from a fresh session.
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

const text = (page) => page.locator('main').innerText();

// addReports drops a report that the record has or has not, and sees what becomes of it.
export async function addReports(page, { upload }) {
  await page.goto('/add');
  await page.locator('input[type="file"]').setInputFiles([
    { name: basename(upload), mimeType: 'text/plain', buffer: readFileSync(upload) },
    { name: 'broken.json', mimeType: 'application/json', buffer: Buffer.from('{"text":') },
  ]);
  await page.locator('main form button[type="submit"], main form button:not([type])').first().click();
  await page.waitForFunction(() => /broken\.json/.test(document.querySelector('main').innerText), undefined, { timeout: 60000 });
  assert.match(await text(page), /broken\.json/, 'the bad file has a line of its own');
}

// readEvent opens the first event that somebody counted.
export async function readEvent(page) {
  await page.goto('/events');
  await page.locator('tr:has(td.n a[href*="/killed"]) a.row').first().click();
  await page.waitForURL(/\/events\/x/);
  const said = await text(page);
  assert.match(said, /Ledger/, 'the event has a ledger');
  await page.waitForSelector('.stage-ledger svg a.entry');
}

// followNumber goes from a number to its sentence, by mouse and by keyboard.
export async function followNumber(page) {
  await page.goto('/events');
  const number = page.locator('td.n a[href*="/killed"]').first();
  const shown = (await number.innerText()).match(/\d+/)[0];
  await number.click();
  const dialog = page.locator('#evidence-dialog[open]');
  await dialog.waitFor();
  assert.match(await dialog.innerText(), new RegExp(`${shown}|\\w`), 'sentences are shown');
  assert.ok(await dialog.locator('blockquote mark').count() > 0, 'the words are marked in their sentence');
  assert.match(await dialog.innerText(), /Proof/, 'each with its proof');
  await page.keyboard.press('Escape');
  await number.focus();
  await page.keyboard.press('Enter');
  await dialog.waitFor();
  await dialog.locator('button.copy').first().click();
  assert.ok((await page.evaluate(() => navigator.clipboard.readText())).length > 20, 'a citation is copied');
}

// mergeAndUndo joins two actors, and takes that back.
export async function mergeAndUndo(page) {
  const names = async () => page.locator('main a.row').allInnerTexts();
  await page.goto('/actors');
  const before = await names();
  await page.locator('main a.row').nth(1).click();
  await page.locator('input[name="with"]').fill(before[2]);
  await page.locator('form[action="/merge"] button').click();
  await page.locator('input[name="why"]').fill('one and the same, says the test');
  await page.locator('button[value="same"]').click();
  await page.waitForURL(/\/audit/);
  await page.goto('/actors');
  assert.equal((await names()).length, before.length - 1, 'two actors are one');
  await page.goto('/audit');
  await page.locator('tr:has-text("says the test") button').first().click();
  await page.goto('/actors');
  assert.deepEqual(await names(), before, 'an undo brings back what was');
}

// codeRows codes three rows: in each it brings the sentence of a cell into view
// and accepts the cell, and finds them accepted afterwards.
export async function codeRows(page) {
  const mostReports = 12;
  let coded = 0;
  await page.goto('/coding');
  for (let n = 0; n < mostReports && coded < 3; n++) {
    const rows = page.locator('.coded-row').filter({ has: page.locator('form.cell:not(.accepted) a.here') });
    const count = Math.min(await rows.count(), 3 - coded);
    for (let i = 0; i < count; i++) {
      const cell = page.locator('.coded-row').filter({ has: page.locator('a.here') }).nth(i).locator('form.cell:not(.accepted)').filter({ has: page.locator('a.here') }).first();
      const column = await cell.getAttribute('data-column');
      const row = page.locator('.coded-row').filter({ has: page.locator('a.here') }).nth(i);
      await cell.locator('a.here').first().click();
      await cell.locator('button[value="accept"]:not([disabled])').click();
      await row.locator(`form.cell.accepted[data-column="${column}"]`).waitFor();
    }
    coded += count;
    if (count > 0) {
      await page.reload();
      assert.ok(await page.locator('form.cell.accepted').count() >= count, 'accepted cells are kept');
    }
    await page.locator('a[data-key="n"]').click();
  }
  assert.equal(coded, 3, 'three rows were coded');
}

// exportSheets takes the codebooks' sheets and the whole record out.
export async function exportSheets(page) {
  for (const [path, column] of [['/export/acled/sheet', 'event_date'], ['/export/ucdp/sheet', 'deaths_a'], ['/export/plover/sheet', 'quad_code'], ['/export/record.json', '"annals"']]) {
    await page.goto('/events');
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator(`a[href^="${path}"]`).first().click()]);
    assert.ok(readFileSync(await download.path(), 'utf8').includes(column), `${path} holds ${column}`);
  }
}

// search finds words in reports, and values.
export async function search(page) {
  await page.goto('/');
  await page.keyboard.press('/');
  await page.keyboard.type('airport');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/search/);
  assert.ok(await page.locator('article.hit mark').count() > 0, 'hits are marked');
}

// print makes a PDF of an event's page.
export async function print(page) {
  await page.goto('/events');
  await page.locator('main a.row').first().click();
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.locator('header.top').isVisible(), false, 'navigation is not printed');
  const pdf = await page.pdf({ format: 'A4' });
  assert.ok(pdf.length > 10000, 'a page is printed');
}

// pictures answer the hand: a disc is found under the pointer, dragged along with
// the rest, and tells its ties. How fast is measured by interact.mjs.
export async function pictures(page) {
  await page.goto('/events');
  await page.waitForSelector('.stage-map canvas');
  await page.waitForSelector('.stage-timeline svg');
  await page.goto('/network');
  await page.waitForSelector('.stage-network canvas');
  const found = await page.locator('.stage-network canvas').evaluate((canvas) => {
    const { left, top, width, height } = canvas.getBoundingClientRect();
    for (let clientY = top; clientY < top + height; clientY += 4) {
      for (let clientX = left; clientX < left + width; clientX += 4) {
        canvas.dispatchEvent(new PointerEvent('pointermove', { clientX, clientY }));
        if (canvas.style.cursor === 'pointer') return { x: clientX, y: clientY };
      }
    }
  });
  assert.ok(found, 'a disc is found under the pointer');
  await page.mouse.move(found.x + 60, found.y + 60);
  await page.mouse.down();
  await page.mouse.move(found.x + 80, found.y + 90, { steps: 4 });
  await page.mouse.move(found.x + 60, found.y + 60, { steps: 4 });
  await page.mouse.up();
  await page.mouse.click(found.x, found.y);
  await page.waitForSelector('.stage-network .about h3');
}

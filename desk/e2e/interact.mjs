// Measures in the browser how fast the map and the network answer a hand: from an
// input to the end of the frame that comes after it, and, as the browser traces
// it (EventLatency), to that frame's presentation. An input that changes nothing
// is not presented. Beside that, what processors the page and the drawing of all
// pages (the GPU process; without a graphics processor it draws) used an input:
// on a machine with other work the times say less than that.
//
//	node interact.mjs --url http://127.0.0.1:8080 --browser /usr/bin/chromium --times 150
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';

const { values: options } = parseArgs({ options: { url: { type: 'string' }, browser: { type: 'string' }, times: { type: 'string', default: '150' }, only: { type: 'string' } } });
const times = Number(options.times);
const pause = 20; // milliseconds between two inputs, as of a hand that moves
const settling = 500; // milliseconds, until what an input set off has been drawn
const categories = ['benchmark', 'input', 'latency', 'latencyInfo'];

const browser = await chromium.launch({ executablePath: options.browser, args: ['--no-sandbox', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--disable-gpu', '--disable-gpu-compositing', '--enable-unsafe-swiftshader'] });

// Each hand makes one input after another on a picture's box.
const around = (box, n, spread = 0.35) => [box.x + box.width * (0.5 + spread * Math.sin(n / 7)), box.y + box.height * (0.5 + spread * Math.cos(n / 5))];
const hands = {
  hover: { event: 'pointermove', traces: ['MOUSE_MOVED'], run: (page, box, n) => page.mouse.move(...around(box, n)) },
  drag: {
    event: 'pointermove', traces: ['MOUSE_DRAGGED'],
    before: async (page, box) => { await page.mouse.move(...around(box, 0)); await page.mouse.down(); },
    run: (page, box, n) => page.mouse.move(...around(box, n)),
    after: (page) => page.mouse.up(),
  },
  wheel: {
    event: 'wheel', traces: ['MOUSE_WHEEL'],
    before: (page, box) => page.mouse.move(...around(box, 0)),
    run: (page, box, n) => page.mouse.wheel(0, n % 40 < 20 ? -60 : 60),
  },
  click: { event: 'pointerup', traces: ['MOUSE_RELEASED'], run: (page, box, n) => page.mouse.click(...around(box, n * 3)) },
};
const pictures = { map: '/events', network: "/network" };

// watch notes for every event of a type how long it was until the frame after it.
function watch(type) {
  globalThis.took = [];
  const done = new MessageChannel();
  const waiting = [];
  done.port1.onmessage = () => { for (const t of waiting.splice(0)) globalThis.took.push(performance.now() - t); };
  globalThis.watching?.abort();
  globalThis.watching = new AbortController();
  globalThis.addEventListener(type, (e) => {
    waiting.push(e.timeStamp);
    requestAnimationFrame(() => done.port2.postMessage(0));
  }, { capture: true, passive: true, signal: globalThis.watching.signal });
}

const at = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];

function latencies(buffer, traces) {
  const { traceEvents } = JSON.parse(buffer);
  const begun = new Map();
  const out = [];
  for (const e of traceEvents) {
    if (e.name !== 'EventLatency') continue;
    const id = `${e.pid} ${e.id2?.local ?? e.id}`;
    if (e.ph === 'b' && traces.includes(e.args?.event_latency?.event_type)) begun.set(id, e.ts);
    if (e.ph === 'e' && begun.has(id)) { out.push((e.ts - begun.get(id)) / 1000); begun.delete(id); }
  }
  return out;
}

function line(list) {
  const sorted = list.toSorted((a, b) => a - b);
  return sorted.length ? `${sorted.length} inputs, median ${at(sorted, 0.5).toFixed(0)} ms, p95 ${at(sorted, 0.95).toFixed(0)} ms, most ${sorted.at(-1).toFixed(0)} ms` : 'none';
}

const system = await browser.newBrowserCDPSession();
async function processors() {
  const { processInfo } = await system.send('SystemInfo.getProcessInfo');
  const of = (type) => processInfo.filter((p) => p.type === type).reduce((sum, p) => sum + p.cpuTime * 1000, 0);
  return { page: of('renderer'), drawing: of('GPU') };
}

for (const [name, path] of Object.entries(pictures)) {
  if (options.only && options.only !== name) continue;
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, baseURL: options.url });
  const begun = Date.now();
  await page.goto(path);
  await page.waitForSelector(`.island[data-island="${name}"].drawn`, { timeout: 120000 });
  console.log(`${name}: drawn after ${Date.now() - begun} ms`);
  const frame = page.locator(`.stage-${name} .${name}`);
  await frame.scrollIntoViewIfNeeded();
  const box = await frame.boundingBox();
  await page.evaluate(() => addEventListener('click', (e) => e.preventDefault(), true)); // a link of a popup leads away
  await page.waitForTimeout(2000);
  for (const [hand, { event, traces, before, run, after }] of Object.entries(hands)) {
    await page.evaluate(watch, event);
    await browser.startTracing(page, { categories });
    const used = await processors();
    await before?.(page, box);
    for (let n = 0; n < times; n++) {
      await run(page, box, n);
      await page.waitForTimeout(pause);
    }
    await after?.(page);
    await page.waitForTimeout(settling);
    const now = await processors();
    const spent = (of) => ((now[of] - used[of]) / times).toFixed(0);
    const shown = latencies(await browser.stopTracing(), traces);
    console.log(`${name} ${hand}: ${line(await page.evaluate(() => globalThis.took))}; presented: ${line(shown)}; processor time an input: page ${spent('page')} ms, drawing ${spent('drawing')} ms`);
  }
  await page.close();
}
await browser.close();

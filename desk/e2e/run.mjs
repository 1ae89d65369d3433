// Drives the desk as a person does, and looks at every page at desktop and
// phone width, light and dark: no error on the console, no request to another
// machine, nothing that axe-core finds serious.
//
// The pages of the seeds, which are longer, are looked at by two of the four looks.
//
//	node run.mjs --url http://127.0.0.1:8080 --browser /usr/bin/chromium --set sample --shots DIR --upload FILE
import { readFileSync, mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import * as scenarios from './scenarios.mjs';
import { pages } from './pages.mjs';

const { values: options } = parseArgs({ options: { url: { type: 'string' }, browser: { type: 'string' }, set: { type: 'string' }, shots: { type: 'string' }, upload: { type: 'string' } } });
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const looks = [
  { name: 'desktop', viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  { name: 'desktop-dark', viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
  { name: 'phone', viewport: { width: 390, height: 844 }, colorScheme: 'light' },
  { name: 'phone-dark', viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
];

const faults = new Set(); // what a page does wrong with every move of the pointer is said once
const fault = (where, what) => {
  const line = `${where}: ${what}`;
  if (!faults.has(line)) console.log(`FAULT ${line}`);
  faults.add(line);
};

// The browser draws in software and asks nobody for updates.
const browser = await chromium.launch({ executablePath: options.browser, args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'] });

// open gives a page that reports what goes wrong on it.
async function open(look) {
  const context = await browser.newContext({ ...look, baseURL: options.url, acceptDownloads: true, permissions: ['clipboard-read', 'clipboard-write'] });
  const page = await context.newPage();
  const where = () => `${look.name} ${new URL(page.url(), options.url).pathname}`;
  page.on('console', (m) => { if (m.type() === 'error' && !page.expected?.test(m.text())) fault(where(), `console: ${m.text()}`); });
  page.on('pageerror', (e) => fault(where(), `script: ${e.message}`));
  page.on('request', (r) => {
    const url = new URL(r.url());
    if (/^https?:$/.test(url.protocol) && url.origin !== new URL(options.url).origin) fault(where(), `outside request: ${r.url()}`);
  });
  return page;
}

// drawn waits until the pictures of a page have been drawn or given up.
const drawn = (page) => page.waitForFunction(() => [...document.querySelectorAll('.island[data-src]')].every((f) => 'settled' in f.dataset), undefined, { timeout: 60000 });

async function inspect(page, name, look) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
  for (const v of violations.filter((x) => ['serious', 'critical'].includes(x.impact))) {
    fault(`${look.name} ${name}`, `axe ${v.id}: ${v.help}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 160)).join(' | ')}`);
  }
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (wide > 1) fault(`${look.name} ${name}`, `the page is ${wide} pixels wider than the window`);
}

mkdirSync(options.shots, { recursive: true });
for (const look of options.set === 'seeds' ? [looks[0], looks[3]] : looks) {
  const page = await open(look);
  for (const { name, path } of await pages(page)) {
    const answer = await page.goto(path);
    if (answer.status() !== 200) fault(`${look.name} ${path}`, `answers ${answer.status()}`);
    await drawn(page);
    await page.waitForTimeout(300); // the last frame of a map
    await inspect(page, name, look);
    await page.screenshot({ path: `${options.shots}/${name}-${look.name}.png`, fullPage: true });
  }
  await page.context().close();
}
for (const [name, run] of Object.entries(scenarios)) {
  const page = await open(looks[0]);
  try {
    await run(page, options);
    console.log(`ok ${name}`);
  } catch (e) {
    await page.screenshot({ path: `${options.shots}/failed-${name}.png`, fullPage: true });
    fault(name, e.message);
  }
  await page.context().close();
}
await browser.close();
console.log(faults.size === 0 ? 'no faults' : `${faults.size} faults`);
process.exit(faults.size === 0 ? 0 : 1);

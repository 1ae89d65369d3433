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
  await page.goto('/add');
  const dropped = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['HERAT, Aug 27, 2021 - The dropped report tells of a quiet day.'], 'dropped.txt', { type: 'text/plain' }));
    return data;
  });
  await page.dispatchEvent('form.drop', 'drop', { dataTransfer: dropped });
  await page.locator('.batch tr:has-text("dropped.txt") .tag:text-matches("added|unchanged")').waitFor({ timeout: 60000 });
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
  assert.ok(await dialog.locator('dt:has-text("Bears on") + dd a[href^="/events/"]').count() > 0, 'and lead on to what they bear on');
  assert.ok(await dialog.locator('blockquote mark').count() > 0, 'the words are marked in their sentence');
  assert.match(await dialog.innerText(), /Proof/, 'each with its proof');
  await page.keyboard.press('Escape');
  await number.focus();
  await page.keyboard.press('Enter');
  await dialog.waitFor();
  await dialog.locator('button.copy').first().click();
  assert.ok((await page.evaluate(() => navigator.clipboard.readText())).length > 20, 'a citation is copied');
}

// actors is how many the record has, and events how many events.
const actors = async (page) => (await (await page.request.get('/api/v1/actors')).json()).total;
const events = async (page) => (await (await page.request.get('/api/v1/events')).json()).total;

// mergeAndUndo joins two actors, and takes that back.
export async function mergeAndUndo(page) {
  const names = async () => page.locator('main a.row').allInnerTexts();
  await page.goto('/actors');
  const before = await names();
  await page.locator('main a.row').nth(1).click();
  await page.locator('input[name="with"]').fill(before[2]);
  await page.locator('form[action="/merge"] button').click();
  assert.match(await page.locator('.outcome').first().innerText(), new RegExp(`actors ${await actors(page)} → ${(await actors(page)) - 1}`), 'the preview tells how many are left');
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

// splitAndUndo looks at what setting two parts of an event apart would do, does
// it, finds what the preview said, and takes it back.
export async function splitAndUndo(page) {
  const before = await events(page);
  await page.goto('/events');
  const paths = await page.locator('main a.row').evaluateAll((rows) => rows.map((row) => row.getAttribute('href')));
  for (const path of paths) {
    await page.goto(path);
    if (await page.locator('form[action="/split"]').count()) break;
  }
  await page.locator('form[action="/split"] select[name="left"]').selectOption({ index: 0 });
  await page.locator('form[action="/split"] select[name="right"]').selectOption({ index: 1 });
  await page.locator('form[action="/split"] button').click();
  const outcome = page.locator('.outcome').nth(1);
  assert.match(await outcome.innerText(), /kept apart[^]*Now: 1[^]*Then: 2[^]*moves/, 'the preview tells what moves');
  const told = (await outcome.innerText()).match(/events (\d+) → (\d+)/);
  await page.locator('input[name="why"]').fill('two of them, says the test');
  await page.keyboard.press('Tab');
  await page.keyboard.press('p');
  await page.waitForURL(/\/audit/);
  assert.deepEqual([before, await events(page)], told.slice(1).map(Number), 'the account is what the preview said');
  await page.locator('tr:has-text("two of them, says the test") button').first().click();
  await page.waitForURL(/\/audit/);
  assert.equal(await events(page), before, 'an undo brings back what was');
}

// reviewQueue walks from doubtful item to doubtful item by keyboard, and judges one.
export async function reviewQueue(page) {
  const waits = async () => Number((await page.goto('/review'), await page.locator('.pager').first().innerText()).match(/of (\d+)/)[1]);
  const before = await waits();
  await page.goto('/');
  const seen = new Set();
  for (let n = 0; n < before; n++) {
    await page.keyboard.press('n');
    await page.waitForURL((url) => url.searchParams.has('item') && !seen.has(url.searchParams.get('item')));
    seen.add(new URL(page.url()).searchParams.get('item'));
    if (await page.locator('#doubtful').count()) break;
  }
  const item = new URL(page.url()).searchParams.get('item');
  assert.ok(await page.locator('.doubtful blockquote').count() > 0, 'its sentences stand beside the question');
  await page.keyboard.press('y');
  await page.waitForURL((url) => url.searchParams.get('item') !== item);
  assert.equal(await waits(), before - 1, 'what is judged waits no more');
  await page.goto('/audit');
  await page.locator('table.log button').first().click();
  assert.ok(await waits() >= before - 1, 'and waits again when that is undone');
}

// mapDrawing takes the map out as SVG: areas hatched, borders that are disputed
// dashed, every event in view where the map has it, and whose borders they are.
export async function mapDrawing(page) {
  await page.goto('/events');
  const save = page.locator('.stage-map .downloads button', { hasText: 'SVG' });
  await save.waitFor({ timeout: 60000 });
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
  const drawn = await page.evaluate((source) => {
    const picture = new DOMParser().parseFromString(source, 'image/svg+xml');
    const view = document.querySelector('.stage-map').mapView;
    const unique = (layer, id) => new Map(view.queryRenderedFeatures({ layers: [layer] }).map((f) => [f.properties[id], f])).size;
    const far = [...picture.querySelectorAll('circle.point, [data-id]')].filter((c) => {
      const [f] = view.queryRenderedFeatures([[+c.getAttribute('cx') - 2, +c.getAttribute('cy') - 2], [+c.getAttribute('cx') + 2, +c.getAttribute('cy') + 2]], { layers: ['points'] });
      return !f;
    });
    return { valid: !picture.querySelector('parsererror'), land: picture.querySelectorAll('path').length, far: far.length,
      points: [picture.querySelectorAll('[data-id]').length, unique('points', 'id')], hatched: [...picture.querySelectorAll('path')].filter((p) => /url/.test(p.getAttribute('fill'))).length,
      areas: view.querySourceFeatures('coarse').length, dashed: [...picture.querySelectorAll('path')].filter((p) => /\d/.test(p.getAttribute('stroke-dasharray') ?? '')).length,
      says: picture.documentElement.textContent };
  }, readFileSync(await download.path(), 'utf8'));
  assert.ok(drawn.valid && drawn.land > 3, 'it is an SVG with the basemap');
  assert.equal(drawn.points[0], drawn.points[1], 'as many points as on the map');
  assert.equal(drawn.far, 0, 'each where the map has it');
  assert.equal(drawn.hatched > 0, drawn.areas > 0, 'areas are hatched');
  assert.equal(drawn.dashed, 1, 'disputed borders are dashed');
  assert.match(drawn.says, /Natural Earth[^]*dashed where disputed/, 'it says whose borders');
}

// codeRows codes three rows: in each it brings the sentence of a cell into view
// and accepts the cell, and finds them accepted afterwards.
export async function codeRows(page) {
  const mostItems = 40; // the queue has pairs to merge or split between the rows to code
  let coded = 0;
  await page.goto('/coding');
  for (let n = 0; n < mostItems && coded < 3; n++) {
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
    await page.goto(await page.locator('a[data-key="n"]').getAttribute('href')); // a click does not wait for the page
  }
  assert.equal(coded, 3, 'three rows were coded');
}

// unsavedWork closes a tab with half a reason in it, and then sends it when the desk
// no longer knows the session, as after a restart: both times it is still there.
export async function unsavedWork(page) {
  page.expected = /403/; // a form of a forgotten session is refused
  await page.goto('/events');
  const path = await page.locator('main a.row').first().getAttribute('href');
  const why = (tab) => tab.locator('.judge input[name="why"]').first();
  const tab = await page.context().newPage();
  await tab.goto(path);
  await why(tab).fill('half a rea');
  await tab.close();
  await page.goto(path);
  assert.equal(await why(page).inputValue(), 'half a rea', 'a closed tab loses nothing');
  await page.context().clearCookies();
  await Promise.all([page.waitForURL(/\/judge/), page.locator('.judge button[value="accepted"]').click()]);
  await page.goto(path);
  assert.equal(await why(page).inputValue(), 'half a rea', 'nor does a desk that has forgotten the session');
  await page.locator('.judge button[value="accepted"]').click();
  await page.locator('.notice[role="status"]').waitFor();
  assert.equal(await why(page).inputValue(), '', 'what is kept is no draft any more');

  await page.goto('/coding');
  const cell = page.locator('form.cell input[name="value"]').first();
  await cell.fill('half a val');
  await page.context().clearCookies();
  await cell.press('Enter');
  await page.waitForFunction(() => /load the page again|log in/.test(document.getElementById('coding-status').textContent));
  page.on('dialog', (d) => d.accept());
  await page.reload();
  assert.equal(await cell.inputValue(), 'half a val', 'a cell keeps what was typed until the desk has it');
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
  await page.goto('/search?q=killed');
  assert.ok(await page.locator('h2:has-text("Numbers") + ul a.evidence').count() > 0, 'numbers are found as well');
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

// Every number that reports give, on a time axis, with its bounds and its
// source. An open bound is an arrow. The band behind is low to high, the line
// the best, by the rule named.
import { scaleSqrt, scaleUtc } from 'd3-scale';
import { days, downloads, el, svg } from './page.js';
import { bottomAxis, leftAxis, redrawn, timeScale } from './axis.js';

const height = 230;
const margin = { left: 48, right: 150, top: 14, bottom: 28 };
const undatedWidth = 90; // pixels at the right for reports without a date
const labelHeight = 13;
const palette = [1, 2, 3, 4, 5, 6, 8]; // of --c1 to --c8; 7 is a yellow that white paper swallows
const arrow = 26; // pixels an open bound reaches

export function draw(stage, data, figure) {
  let drawn = false;
  // An event's numbers stand by when they were reported, an actor's by when they held.
  const moments = figure.dataset.island === 'ledger' ? (e) => [e.reported_start, e.reported_start] : (e) => [e.start ?? e.reported_start, e.end ?? e.start ?? e.reported_start];
  for (const m of data.measures) {
    const entries = m.entries.filter((e) => bounds(e).length > 0).map((e) => ({ ...e, moment: moments(e)[0], until: moments(e)[1] }));
    if (entries.length === 0) continue;
    drawn = true;
    const holder = el('div', { class: 'chart' });
    stage.append(el('h3', {}, m.measure), holder, sources(entries), downloads(`${m.measure}-${data.id}`, () => holder.firstChild));
    redrawn(stage, (width) => holder.replaceChildren(chart(m, entries, width)));
  }
  return drawn;
}

const hue = (i) => palette[i % palette.length];
const known = (x) => x !== null && x !== undefined;
const bounds = (e) => [e.value, e.low, e.high].filter(known);

// origins numbers the independent sources, so that lines of one share a colour.
function origins(entries) {
  return [...new Set(entries.map((e) => e.origin))];
}

function sources(entries) {
  const order = origins(entries);
  return el('p', { class: 'legend' }, ...order.map((o, i) => {
    const e = entries.find((x) => x.origin === o);
    return el('span', { class: `key key-c${hue(i)}` }, e.origin_name || e.document.label);
  }));
}

function chart(m, entries, width) {
  const dated = entries.filter((e) => e.moment);
  const undated = entries.filter((e) => !e.moment);
  const right = width - margin.right - (undated.length ? undatedWidth : 0);
  const times = dated.flatMap((e) => [e.moment, e.until]).map(days);
  const x = dated.length ? timeScale(Math.min(...times), Math.max(...times), margin.left, right) : scaleUtc();
  const top = Math.max(1, ...entries.flatMap(bounds), m.tally?.high ?? 0);
  const y = scaleSqrt().domain([0, top]).nice().range([height - margin.bottom, margin.top]);
  const order = origins(entries);
  const placed = [...dated.map((e) => ({ e, at: x(days(e.moment)), till: x(days(e.until)) })),
    ...undated.map((e) => ({ e, at: right + undatedWidth / 2, till: right + undatedWidth / 2 }))];
  const nodes = [...band(m.tally, y, right), leftAxis(y, margin.left, height)];
  if (dated.length) nodes.push(bottomAxis(x, height - margin.bottom, right - margin.left));
  if (undated.length) nodes.push(svg('text', { class: 'tick', x: right + undatedWidth / 2, y: height - 10 }, 'undated'));
  nodes.push(...labels(placed, y, width), ...placed.map((p) => entry(p, y, hue(order.indexOf(p.e.origin)))));
  return svg('svg', { viewBox: `0 0 ${width} ${height}`, role: 'group', 'aria-label': `${m.measure}: ${entries.length} numbers` }, ...nodes);
}

function band(tally, y, right) {
  if (!tally) return [];
  const out = [];
  if (known(tally.low) && known(tally.high)) {
    out.push(svg('rect', { class: 'band', x: margin.left, width: right - margin.left, y: y(tally.high), height: Math.max(1, y(tally.low) - y(tally.high)) }));
  }
  if (known(tally.best)) out.push(svg('path', { class: 'best', d: `M${margin.left},${y(tally.best)}H${right}` }));
  return out;
}

const middle = (e) => e.value ?? (known(e.low) && known(e.high) ? (e.low + e.high) / 2 : e.low ?? e.high);

function entry({ e, at, till }, y, hue) {
  const centre = y(middle(e));
  const from = known(e.low) ? y(e.low) : known(e.high) ? Math.min(y(0), centre + arrow) : centre;
  const to = known(e.high) ? y(e.high) : known(e.low) ? Math.max(margin.top, centre - arrow) : centre;
  const open = (known(e.low) && !known(e.high)) || (!known(e.low) && known(e.high));
  const tip = !open ? '' : known(e.low) ? `M${at - 4},${to + 5}L${at},${to}L${at + 4},${to + 5}` : `M${at - 4},${from - 5}L${at},${from}L${at + 4},${from - 5}`;
  const says = `${e.ref}: ${e.numeral} ${e.who ?? ''}, ${e.origin_name || e.document.label}`;
  return svg('a', { href: e.href, class: `evidence entry c${hue}${e.counts ? '' : ' out'}` }, svg('title', {}, `${says}\n${e.sentence ?? ''}`),
    svg('path', { class: 'bounds', d: `M${at},${from}V${to}${tip}M${at},${centre}H${till}` }),
    svg('circle', { cx: at, cy: centre, r: e.part ? 3.5 : 5, class: e.part ? 'part' : 'whole' }));
}

// labels stand beside their marks, moved where they would cover another: down, and
// up again where they would leave the picture. What stands at one mark is said once.
function labels(placed, y, width) {
  const all = new Map();
  for (const { e, at } of placed) {
    const text = `${e.numeral} ${e.who ?? ''}`.trim();
    const line = y(middle(e)) + 4;
    const key = `${text} ${Math.round(at)} ${Math.round(line)}`;
    if (all.has(key)) all.get(key).times++;
    else all.set(key, { text, at, line, times: 1 });
  }
  const sorted = [...all.values()].sort((a, b) => a.line - b.line);
  const near = (a, b) => Math.abs(a.at - b.at) < margin.right;
  sorted.forEach((l, i) => {
    for (const above of sorted.slice(0, i)) if (near(l, above)) l.line = Math.max(l.line, above.line + labelHeight);
  });
  sorted.reverse().forEach((l, i) => {
    l.line = Math.min(l.line, height - margin.bottom - 2);
    for (const below of sorted.slice(0, i)) if (near(l, below)) l.line = Math.min(l.line, below.line - labelHeight);
  });
  return sorted.map(({ text, at, line, times }) => {
    const room = Math.max(8, Math.floor((width - at - 12) / 6.4)); // characters, at the size of a tick
    const said = times > 1 ? `${text} (${times}×)` : text;
    return svg('text', { class: 'label', x: at + 9, y: line }, said.length > room ? `${said.slice(0, room - 1)}…` : said);
  });
}

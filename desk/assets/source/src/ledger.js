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

export function draw(stage, data) {
  let drawn = false;
  for (const m of data.measures) {
    const entries = m.entries.filter((e) => bounds(e).length > 0);
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
const moment = (e) => e.start ?? e.reported_start;

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
  const dated = entries.filter(moment);
  const undated = entries.filter((e) => !moment(e));
  const right = width - margin.right - (undated.length ? undatedWidth : 0);
  const times = dated.flatMap((e) => [moment(e), e.end ?? moment(e)]).map(days);
  const x = dated.length ? timeScale(Math.min(...times), Math.max(...times), margin.left, right) : scaleUtc();
  const top = Math.max(1, ...entries.flatMap(bounds), m.tally?.high ?? 0);
  const y = scaleSqrt().domain([0, top]).nice().range([height - margin.bottom, margin.top]);
  const order = origins(entries);
  const placed = [...dated.map((e) => ({ e, at: x(days(moment(e))), till: x(days(e.end ?? moment(e))) })),
    ...undated.map((e) => ({ e, at: right + undatedWidth / 2, till: right + undatedWidth / 2 }))];
  const nodes = [...band(m.tally, y, right), leftAxis(y, margin.left, height)];
  if (dated.length) nodes.push(bottomAxis(x, height - margin.bottom, right - margin.left));
  if (undated.length) nodes.push(svg('text', { class: 'tick', x: right + undatedWidth / 2, y: height - 10 }, 'undated'));
  nodes.push(...placed.map((p) => entry(p, y, hue(order.indexOf(p.e.origin)))), ...labels(placed, y, width));
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

// labels stand beside their marks, moved down where they would cover another.
function labels(placed, y, width) {
  const taken = [];
  return [...placed].sort((a, b) => y(middle(a.e)) - y(middle(b.e))).map(({ e, at }) => {
    let line = y(middle(e)) + 4;
    while (taken.some((t) => Math.abs(t.line - line) < labelHeight && Math.abs(t.at - at) < margin.right)) line += labelHeight;
    taken.push({ line, at });
    const room = Math.max(8, Math.floor((width - at - 12) / 6.4)); // characters, at the size of a tick
    const text = `${e.numeral} ${e.who ?? ''}`.trim();
    return svg('text', { class: 'label', x: at + 9, y: line }, text.length > room ? `${text.slice(0, room - 1)}…` : text);
  });
}

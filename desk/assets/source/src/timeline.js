// Events through time. A few are drawn each: a mark where the day is known, a
// line where only an interval is. Many are drawn as counts.
import { bin } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { address, days, downloads, el, groupOf, groups, isoDay, svg } from './page.js';
import { bottomAxis, leftAxis, redrawn, timeScale } from './axis.js';

const fewEvents = 300;
const day = 86400000;
const row = 9; // height of a lane in pixels
const margin = { left: 36, right: 12, top: 8, bottom: 26 };

export function draw(stage, data) {
  const events = data.events.filter((e) => e.start || e.end).map((e) => ({ ...e, from: days(e.start ?? e.end), to: days(e.end ?? e.start) }));
  if (events.length === 0) return false;
  const holder = el('div', { class: 'chart' });
  const note = el('p', { class: 'legend' }, ...legend(events));
  stage.append(holder, note, downloads('timeline', () => holder.firstChild));
  redrawn(stage, (width) => holder.replaceChildren(chart(events, width, data.links?.filter)));
}

function legend(events) {
  const seen = groups.filter((g) => events.some((e) => groupOf(e.type) === g));
  const marks = seen.map((g) => el('span', { class: `key key-${g.key}` }, g.label));
  return [...marks, el('span', { class: 'key key-open' }, 'hollow: not said to have happened'), el('span', { class: 'muted' }, 'drag across to select a time')];
}

function chart(events, width, link) {
  const scale = timeScale(Math.min(...events.map((e) => e.from)), Math.max(...events.map((e) => e.to)), margin.left, width - margin.right);
  const drawn = events.length <= fewEvents ? marks(events, scale) : counts(events, scale, width);
  const bottom = margin.top + drawn.height;
  const picture = svg('svg', { viewBox: `0 0 ${width} ${bottom + margin.bottom}`, role: 'group', 'aria-label': `Timeline of ${events.length} events` },
    ...drawn.nodes, bottomAxis(scale, bottom, width));
  if (link) brush(picture, scale, bottom, link);
  return picture;
}

// lanes lays events so that none covers another.
function lanes(events, scale) {
  const ends = [];
  return events.map((e) => {
    const x = scale(e.from);
    const width = Math.max(7, scale(e.to + day) - x);
    let lane = ends.findIndex((end) => end < x - 2);
    if (lane < 0) lane = ends.push(0) - 1;
    ends[lane] = x + width;
    return { e, x, width, lane };
  });
}

function marks(events, scale) {
  const placed = lanes(events, scale);
  const height = Math.max(5, Math.max(...placed.map((p) => p.lane)) + 1) * row + 6;
  const base = margin.top + height - row;
  const nodes = placed.map(({ e, x, width, lane }) => {
    const title = svg('title', {}, `${e.edtf} ${e.title}`);
    const happened = e.status === 'happened' ? '' : ' open';
    const mark = e.from === e.to
      ? svg('circle', { cx: x + 3.5, cy: base - lane * row + 3, r: 3.5, class: `mark ${groupOf(e.type).key}${happened}` })
      : svg('rect', { x, y: base - lane * row + 1, width, height: 4, rx: 2, class: `mark span ${groupOf(e.type).key}${happened}` });
    return svg('a', { href: e.href }, title, mark);
  });
  return { nodes, height };
}

function counts(events, scale, width) {
  const height = 120;
  const thresholds = scale.ticks(Math.max(12, Math.floor(width / 8)));
  const bins = bin().value((e) => new Date(e.from)).domain(scale.domain()).thresholds(thresholds)(events);
  const y = scaleLinear().domain([0, Math.max(...bins.map((b) => b.length))]).nice().range([margin.top + height, margin.top]);
  const nodes = [leftAxis(y, margin.left, height)];
  for (const b of bins) {
    let top = y(0);
    for (const g of groups) {
      const n = b.filter((e) => groupOf(e.type) === g).length;
      if (n === 0) continue;
      const tall = y(0) - y(n);
      top -= tall;
      nodes.push(svg('rect', { x: scale(b.x0) + 0.5, width: Math.max(1, scale(b.x1) - scale(b.x0) - 1), y: top, height: tall, class: `mark ${g.key}` },
        svg('title', {}, `${isoDay(b.x0)} to ${isoDay(b.x1 - 1)}: ${n} ${g.label}`)));
    }
  }
  return { nodes, height };
}

// brush lets a person drag across a stretch of time, and goes to its events.
function brush(picture, scale, bottom, link) {
  const band = svg('rect', { class: 'brush', y: 0, height: bottom, width: 0 });
  picture.append(band);
  let from;
  const at = (event) => {
    const box = picture.getBoundingClientRect();
    return ((event.clientX - box.left) / box.width) * picture.viewBox.baseVal.width;
  };
  const least = 4; // pixels; less is a click
  picture.addEventListener('pointerdown', (event) => { from = at(event); });
  picture.addEventListener('pointermove', (event) => {
    if (from === undefined) return;
    const to = at(event);
    band.setAttribute('x', Math.min(from, to));
    band.setAttribute('width', Math.abs(to - from));
  });
  addEventListener('pointerup', (event) => {
    if (from === undefined) return;
    const [a, b] = [from, at(event)].sort((x, y) => x - y);
    from = undefined;
    band.setAttribute('width', 0);
    if (b - a > least) location.assign(address(link, { start: isoDay(+scale.invert(a)), end: isoDay(+scale.invert(b)) }));
  });
}

// Counts by year, country, type or actor, each with the bounds the reports
// leave and how many reports it stands on.
import { scaleBand, scaleLinear } from 'd3-scale';
import { downloads, el, svg } from './page.js';
import { leftAxis, redrawn } from './axis.js';

const height = 190;
const margin = { left: 46, right: 8, top: 10, bottom: 42 };
const narrowestLabel = 34; // pixels a label needs

export function draw(stage, data) {
  if (data.bars.length === 0) return false;
  const holder = el('div', { class: 'chart' });
  const unplaced = data.unplaced ? `${data.unplaced} events fall in no bar. ` : '';
  const rule = data.measure === 'events' ? '' : `Bar: best; line: low to high, by the rule ${data.rule}. `;
  stage.append(holder, el('p', { class: 'legend muted' }, `${rule}${unplaced}Under each bar: the reports it stands on. Few reports is not few events.`),
    downloads(`${data.measure}-by-${data.by}`, () => holder.firstChild));
  redrawn(stage, (width) => holder.replaceChildren(chart(data, width)));
}

function chart(data, width) {
  const value = (b) => (data.measure === 'events' ? b.events : b.best ?? 0);
  const top = (b) => Math.max(value(b), data.measure === 'events' ? 0 : b.high ?? 0);
  const x = scaleBand().domain(data.bars.map((b) => b.key)).range([margin.left, width - margin.right]).padding(0.25);
  const y = scaleLinear().domain([0, Math.max(1, ...data.bars.map(top))]).nice().range([height - margin.bottom, margin.top]);
  const every = Math.ceil(narrowestLabel / x.step());
  const nodes = data.bars.flatMap((b, i) => bar(b, i % every === 0, value(b), x, y, data.measure));
  return svg('svg', { viewBox: `0 0 ${width} ${height}`, role: 'group', 'aria-label': `${data.measure} by ${data.by}` }, leftAxis(y, margin.left, height), ...nodes);
}

function bar(b, labelled, value, x, y, measure) {
  const left = x(b.key);
  const middle = left + x.bandwidth() / 2;
  const says = `${b.label}: ${measure} ${value}${b.low !== undefined ? ` (${b.low}–${b.high})` : ''}, ${b.reports} reports, ${b.outlets} outlets`;
  const parts = [svg('rect', { x: left, width: x.bandwidth(), y: y(value), height: Math.max(0.5, y(0) - y(value)), class: 'mark bar' })];
  if (measure !== 'events' && b.low !== undefined && b.high !== undefined) {
    parts.push(svg('path', { class: 'whisker', d: `M${middle},${y(b.low)}V${y(b.high)}m-3,0h6M${middle - 3},${y(b.low)}h6` }));
  }
  if (labelled) {
    parts.push(svg('text', { class: 'tick', x: middle, y: height - margin.bottom + 15 }, b.label),
      svg('text', { class: 'tick muted', x: middle, y: height - margin.bottom + 30 }, `${b.reports} rep.`));
  }
  return [b.href ? svg('a', { href: b.href }, svg('title', {}, says), ...parts) : svg('g', {}, svg('title', {}, says), ...parts)];
}

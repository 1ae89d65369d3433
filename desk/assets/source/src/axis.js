// Time and number axes for the charts.
import { axisBottom, axisLeft } from 'd3-axis';
import { scaleUtc } from 'd3-scale';
import { select } from 'd3-selection';
import { svg } from './page.js';

const day = 86400000;

// timeScale covers the moments given, in milliseconds, with a little room.
export function timeScale(from, to, left, right) {
  const room = Math.max((to - from) * 0.03, day);
  return scaleUtc().domain([from - room, to + room]).range([left, right]);
}

export function bottomAxis(scale, y, width) {
  const g = svg('g', { class: 'axis', transform: `translate(0,${y})` });
  select(g).call(axisBottom(scale).ticks(Math.max(2, Math.floor(width / 110))).tickSizeOuter(0));
  return g;
}

// leftAxis is an axis of counts: nothing lies between two whole numbers.
export function leftAxis(scale, x, height) {
  const g = svg('g', { class: 'axis', transform: `translate(${x},0)` });
  select(g).call(axisLeft(scale).tickValues(scale.ticks(Math.max(2, Math.floor(height / 45))).filter(Number.isInteger)).tickFormat((n) => n.toLocaleString('en')).tickSizeOuter(0));
  return g;
}

// redrawn calls draw with the stage's width now and when that changes.
export function redrawn(stage, draw) {
  let width = 0;
  new ResizeObserver(([entry]) => {
    const now = Math.floor(entry.contentRect.width);
    if (now !== width && now > 0) {
      width = now;
      draw(width);
    }
  }).observe(stage);
}

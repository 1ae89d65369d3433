// The map as a drawing: what the view shows, as SVG that can be printed at any
// size. It is drawn from the same data, at the same places, in the same sizes.
import { colour, groupOf, groups, svg } from './page.js';

const near = 0.4; // pixels; points of a line nearer than that are one
const room = 4; // pixels around the view in which lines are still drawn
const hatching = 'map-hatch';
const lineLength = 14; // letters
const lineHeight = 13; // pixels

// drawing gives the SVG element. shown holds what is in view: base (areas, coast,
// border, disputed and, when they are drawn, admin1, as GeoJSON), names, coarse
// areas, clusters and points; project leads from a coordinate to a pixel.
export function drawing({ width, height, project, shown, sizes }) {
  const frame = { width, height, project };
  const line = (feature, attributes) => feature && svg('path', { d: lines(feature.geometry, frame), fill: 'none', 'stroke-linejoin': 'round', ...attributes });
  const fill = (features, attributes) => features.map((f) => ({ f, d: rings(f.geometry, frame) })).filter(({ d }) => d)
    .map(({ f, d }) => svg('path', { d, 'fill-rule': 'evenodd', ...attributes(f) }, f.properties.name && svg('title', {}, f.properties.name)));
  const legend = key(shown, width, height);
  const out = svg('svg', { viewBox: `0 0 ${width} ${height + legend.height}`, role: 'img', 'aria-label': 'Map of events' },
    svg('defs', {}, hatch(), svg('clipPath', { id: 'map-frame' }, svg('rect', { width, height }))),
    svg('g', { 'clip-path': 'url(#map-frame)', class: 'map-frame' },
      svg('rect', { width, height, fill: colour('--sea') }),
      ...fill(shown.land, () => ({ class: 'land', fill: colour('--land') })),
      line(shown.admin1, { stroke: colour('--border'), 'stroke-width': 0.6, opacity: 0.5 }),
      ...fill(shown.coarse, (f) => ({ class: 'coarse', fill: `url(#${hatching})`, 'fill-opacity': sizes.hatch(f.properties.events), stroke: colour('--c5'), 'stroke-width': 1 })),
      line(shown.coast, { stroke: colour('--shore'), 'stroke-width': 0.7 }),
      line(shown.border, { class: 'border', stroke: colour('--border'), 'stroke-width': 1 }),
      line(shown.disputed, { class: 'disputed', stroke: colour('--border'), 'stroke-width': 1.1, 'stroke-dasharray': '3.3 2.8' }),
      ...shown.names.map((n) => name(n, frame)),
      ...shown.points.map((p) => point(p, frame, sizes)),
      ...shown.clusters.map((c) => cluster(c, frame, sizes)),
      svg('rect', { width, height, fill: 'none', stroke: colour('--line') })),
    ...legend.nodes);
  return out;
}

function point({ geometry, properties: p }, { project }, sizes) {
  const at = project(geometry.coordinates);
  const hue = colour(groups.find((g) => g.key === p.group)?.colour ?? '--c1');
  const happened = p.status === 'happened';
  return svg('circle', { class: 'point', 'data-id': p.id, cx: round(at.x), cy: round(at.y), r: round(sizes.point(p.weight)), fill: hue, 'fill-opacity': happened ? 0.85 : 0.12,
    stroke: happened ? colour('--paper') : hue, 'stroke-width': 1.6 }, svg('title', {}, [p.edtf, p.title].filter(Boolean).join(' ')));
}

function cluster({ geometry, properties: p }, { project }, sizes) {
  const at = project(geometry.coordinates);
  return svg('g', { class: 'cluster' },
    svg('circle', { cx: round(at.x), cy: round(at.y), r: round(sizes.cluster(p.point_count)), fill: colour('--c5'), 'fill-opacity': 0.8, stroke: colour('--paper'), 'stroke-width': 1.5 }),
    svg('text', { x: round(at.x), y: round(at.y + 4), 'font-size': 12, 'text-anchor': 'middle', fill: '#fff' }, String(p.point_count_abbreviated)));
}

function name({ geometry, properties }, { project }) {
  const at = project(geometry.coordinates);
  const rows = wrapped(properties.n);
  const top = at.y + 4 - ((rows.length - 1) * lineHeight) / 2;
  return svg('text', { x: round(at.x), y: round(top), 'font-size': 11, 'text-anchor': 'middle', fill: colour('--muted'), stroke: colour('--land'), 'stroke-width': 2.4,
    'stroke-linejoin': 'round', 'paint-order': 'stroke' }, ...rows.map((row, i) => svg('tspan', { x: round(at.x), y: round(top + i * lineHeight) }, row)));
}

// wrapped breaks a long name into lines, about where the map does.
function wrapped(text) {
  const rows = [];
  for (const word of text.split(' ')) {
    if (rows.length && rows.at(-1).length + word.length < lineLength) rows[rows.length - 1] += ` ${word}`;
    else rows.push(word);
  }
  return rows;
}

function hatch() {
  return svg('pattern', { id: hatching, width: 8, height: 8, patternUnits: 'userSpaceOnUse' },
    svg('path', { d: 'M-1,1 L1,-1 M0,8 L8,0 M7,9 L9,7', stroke: colour('--c5'), 'stroke-width': 1, 'stroke-opacity': 0.8, fill: 'none' }));
}

// key is the legend under the map, and whose borders they are.
function key(shown, width, top) {
  const entries = groups.filter((g) => shown.kinds.has(g.key)).map((g) => [g.label, { fill: colour(g.colour) }]);
  entries.push(['hollow: not said to have happened', { fill: 'none', stroke: colour('--muted'), 'stroke-width': 1.5 }], ['hatched: known only to that area', { fill: `url(#${hatching})`, stroke: colour('--c5'), square: true }]);
  const notes = ['number in a circle: so many events; size: best count of the dead', `Borders: Natural Earth, as held; dashed where disputed. annals ${location.pathname}${location.search}`];
  const nodes = [];
  const letter = 6.2; // pixels, a generous mean at this size
  let [x, y] = [4, top + 18];
  const place = (wide) => {
    if (x > 4 && x + wide > width) [x, y] = [4, y + 18];
  };
  for (const [label, { square, ...paint }] of entries) {
    const wide = 20 + label.length * letter;
    place(wide);
    nodes.push(square ? svg('rect', { x, y: y - 9, width: 10, height: 10, ...paint }) : svg('circle', { cx: x + 5, cy: y - 4, r: 5, ...paint }),
      svg('text', { x: x + 14, y, 'font-size': 12, fill: colour('--ink') }, label));
    x += wide;
  }
  for (const note of notes) {
    [x, y] = [4, y + 17];
    nodes.push(svg('text', { x, y, 'font-size': 11, fill: colour('--muted') }, note));
  }
  return { nodes, height: y - top + 8 };
}

const round = (v) => Math.round(v * 10) / 10;

// rings writes the closed lines of an area, cut to the view; "" out of view.
function rings(geometry, frame) {
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return parts.flat().map((ring) => path(cut(ring.map(frame.project), frame), true)).join('');
}

// lines writes open lines, leaving out the stretches out of view.
function lines(geometry, frame) {
  const inView = ({ x, y }) => x > -room && y > -room && x < frame.width + room && y < frame.height + room;
  const out = [];
  for (const coordinates of geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates) {
    let run = [];
    let before;
    for (const at of coordinates.map(frame.project)) {
      if (before && (inView(before) || inView(at) || crosses(before, at, frame))) run.push(...(run.length ? [at] : [before, at]));
      else if (run.length) {
        out.push(path(run, false));
        run = [];
      }
      before = at;
    }
    out.push(path(run, false));
  }
  return out.join('');
}

// crosses says whether a stretch between two points out of view may run through it.
function crosses(a, b, { width, height }) {
  return Math.min(a.x, b.x) < width && Math.max(a.x, b.x) > 0 && Math.min(a.y, b.y) < height && Math.max(a.y, b.y) > 0;
}

function path(points, closed) {
  let out = '';
  let before;
  for (const at of points) {
    if (before && Math.hypot(at.x - before.x, at.y - before.y) < near) continue;
    out += `${before ? 'L' : 'M'}${round(at.x)},${round(at.y)}`;
    before = at;
  }
  return out && closed ? `${out}Z` : out;
}

// cut cuts a ring to the view, one side after another (Sutherland and Hodgman).
function cut(ring, { width, height }) {
  const sides = [[(p) => p.x + room, 'x', -room], [(p) => width + room - p.x, 'x', width + room], [(p) => p.y + room, 'y', -room], [(p) => height + room - p.y, 'y', height + room]];
  let points = ring;
  for (const [depth, axis, edge] of sides) {
    const kept = [];
    points.forEach((p, i) => {
      const q = points[(i + 1) % points.length];
      if (depth(p) >= 0) kept.push(p);
      if (depth(p) >= 0 !== depth(q) >= 0) {
        const share = depth(p) / (depth(p) - depth(q));
        const at = { x: p.x + share * (q.x - p.x), y: p.y + share * (q.y - p.y) };
        at[axis] = edge;
        kept.push(at);
      }
    });
    points = kept;
  }
  return points;
}

// groupsOf are the groups that events belong to.
export const groupsOf = (features) => new Set(features.map((f) => groupOf(f.properties.type).key));

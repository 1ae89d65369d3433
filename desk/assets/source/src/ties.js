// The network as a scene: ties as lines, actors as discs, names where there is room.
import { colour } from './page.js';

const someLines = 40; // ties painted between two looks at the clock
const someDiscs = 100;
const someNames = 20;
const arrowFrom = 26; // pixels of a tie that is long enough for an arrow
const arrow = 7; // pixels
const font = '12px system-ui, sans-serif';
const lineHeight = 16; // pixels
const cell = { width: 40, height: 8 }; // pixels: of two names that would share one, the lesser is left out
const namedFrom = 4; // pixels of the radius of a disc that may bear its name
const growth = 0.5; // discs grow with the root of the zoom,
const [smallest, largest] = [0.5, 3]; // between so many times their size
const crowded = 400; // discs, from which on all are
const crowdedSize = 0.6; // times as large, and ties as wide
const reach = 4; // pixels around a disc that belong to it

// scene shows a graph as state says it is looked at; within(tie, state) says
// whether a tie holds in the time looked at.
export function scene(graph, state, within, choose) {
  const nodes = graph.mapNodes((id, a) => ({ id, a })).sort((x, y) => y.a.size - x.a.size);
  const ties = graph.mapEdges((id, a, source, target, s, t) => ({ source, target, a, s, t }));
  let pointed;
  const crowd = nodes.length > crowded ? crowdedSize : 1;
  const radius = (a, at) => a.size * crowd * Math.min(largest, Math.max(smallest, at.zoom ** growth));
  const near = (id) => !state.chosen || id === state.chosen || graph.areNeighbors(id, state.chosen);
  const shows = (tie) => within(tie.a.about, state) && (!state.chosen || tie.source === state.chosen || tie.target === state.chosen);

  return {
    bounds: bounds(nodes),
    *paint(pen, at) {
      const [faint, ink, paper] = ['--line', '--ink', '--paper'].map(colour);
      yield* lines(pen, at, ties.filter(shows), crowd, (a) => radius(a, at));
      yield* discs(pen, at, nodes, (n) => (near(n.id) ? n.a.color : faint), (a) => radius(a, at));
      yield* names(pen, at, nodes.filter((n) => near(n.id) && radius(n.a, at) >= namedFrom), (a) => radius(a, at), ink, paper);
    },
    over(pen, at) {
      if (!pointed) return;
      const r = radius(pointed.a, at) + 2;
      disc(pen, at.x(pointed.a.x), at.y(pointed.a.y), r);
      pen.strokeStyle = colour('--ink');
      pen.lineWidth = 2;
      pen.stroke();
      name(pen, at, pointed, r, colour('--ink'), colour('--paper'));
    },
    find(x, y, at) {
      let [best, closest] = [undefined, Infinity];
      for (const n of nodes) {
        const gap = Math.hypot(at.x(n.a.x) - x, at.y(n.a.y) - y) - radius(n.a, at);
        if (gap < closest && gap <= reach) [best, closest] = [n, gap];
      }
      return best;
    },
    point(node) {
      const changed = node !== pointed;
      pointed = node;
      return changed;
    },
    choose: (node) => choose(node?.id),
  };
}

function bounds(nodes) {
  const [xs, ys] = [nodes.map((n) => n.a.x), nodes.map((n) => n.a.y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x || 1, height: Math.max(...ys) - y || 1 };
}

// lines paints the ties of which something can be seen.
function* lines(pen, at, ties, thin, radius) {
  const seen = ties.map((tie) => ({ tie, x1: at.x(tie.s.x), y1: at.y(tie.s.y), x2: at.x(tie.t.x), y2: at.y(tie.t.y) }))
    .filter((l) => Math.max(l.x1, l.x2) >= 0 && Math.min(l.x1, l.x2) <= at.width && Math.max(l.y1, l.y2) >= 0 && Math.min(l.y1, l.y2) <= at.height);
  for (const [i, { tie, x1, y1, x2, y2 }] of seen.entries()) {
    if (i % someLines === 0) yield;
    pen.strokeStyle = pen.fillStyle = tie.a.color;
    pen.lineWidth = tie.a.size * thin;
    pen.beginPath();
    pen.moveTo(x1, y1);
    pen.lineTo(x2, y2);
    pen.stroke();
    const long = Math.hypot(x2 - x1, y2 - y1);
    if (tie.a.directed && long > arrowFrom) head(pen, x2, y2, (x2 - x1) / long, (y2 - y1) / long, radius(tie.t), pen.lineWidth);
  }
}

// head paints the head of an arrow that ends at a disc.
function head(pen, x, y, dx, dy, radius, width) {
  const [tx, ty] = [x - dx * radius, y - dy * radius];
  const half = arrow / 2.5 + width / 2;
  pen.beginPath();
  pen.moveTo(tx, ty);
  pen.lineTo(tx - dx * arrow - dy * half, ty - dy * arrow + dx * half);
  pen.lineTo(tx - dx * arrow + dy * half, ty - dy * arrow - dx * half);
  pen.fill();
}

function disc(pen, x, y, r) {
  pen.beginPath();
  pen.arc(x, y, r, 0, 2 * Math.PI);
}

function* discs(pen, at, nodes, hue, radius) {
  for (const [i, n] of nodes.toReversed().entries()) { // the largest on top
    if (i % someDiscs === 0) yield;
    disc(pen, at.x(n.a.x), at.y(n.a.y), radius(n.a));
    pen.fillStyle = hue(n);
    pen.fill();
  }
}

// names writes the names of the largest, wherever there is room for one.
function* names(pen, at, nodes, radius, ink, paper) {
  const taken = new Set();
  pen.font = font;
  for (const [i, n] of nodes.entries()) {
    if (i % someNames === 0) yield;
    const [x, y] = [at.x(n.a.x), at.y(n.a.y)];
    if (x < 0 || x > at.width || y < 0 || y > at.height) continue;
    const cells = covered(x, y, radius(n.a) + pen.measureText(n.a.label).width);
    if (cells.some((c) => taken.has(c))) continue;
    cells.forEach((c) => taken.add(c));
    name(pen, at, n, radius(n.a), ink, paper);
  }
}

// covered are the cells that a name of a width covers.
function covered(x, y, width) {
  const out = [];
  for (let row = Math.floor((y - lineHeight / 2) / cell.height); row <= (y + lineHeight / 2) / cell.height; row++) {
    for (let column = Math.floor(x / cell.width); column <= (x + width) / cell.width; column++) out.push(`${column} ${row}`);
  }
  return out;
}

function name(pen, at, node, radius, ink, paper) {
  pen.font = font;
  pen.lineWidth = 3;
  pen.lineJoin = 'round';
  pen.strokeStyle = paper;
  pen.fillStyle = ink;
  const [x, y] = [at.x(node.a.x) + radius + 3, at.y(node.a.y) + lineHeight / 4];
  pen.strokeText(node.a.label, x, y);
  pen.fillText(node.a.label, x, y);
}

// Who stands with and against whom, through time.
import Graph from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import { moving } from './canvas.js';
import { scene } from './ties.js';
import { colour, days, downloads, el, isoDay, onTheme, svg } from './page.js';

const day = 86400000;
const slice = 12; // milliseconds of layout between two frames, so that the page stays live
const rounds = { small: 400, large: 120 }; // of layout, for graphs under and over:
const largeGraph = 400; // nodes
const steps = 1000; // of the slider

const kinds = {
  armed_group: { label: 'armed group', colour: '--c5' },
  state_force: { label: 'state force', colour: '--c1' },
  government: { label: 'government', colour: '--c3' },
  organisation: { label: 'organisation', colour: '--c6' },
  person: { label: 'person in a public role', colour: '--c4' },
};
const ties = {
  hostile_to: { label: 'hostile', colour: '--bad' },
  ally_of: { label: 'ally, supporter', colour: '--good' },
  supported_by: { label: 'ally, supporter', colour: '--good' },
  event: { label: 'acted on', colour: '--warn' },
};
const belonging = { label: 'part, branch, member, leader', colour: '--muted' };
const tieOf = (type) => ties[type] ?? belonging;
const kindOf = (kind) => kinds[kind] ?? { label: 'other', colour: '--c8' };

export async function draw(stage, data) {
  if (data.nodes.length === 0) return false;
  const state = { from: -Infinity, to: Infinity, chosen: undefined };
  const graph = build(data);
  await settle(graph);
  const frame = el('div', { class: 'network', tabindex: -1 });
  const about = el('div', { class: 'about', 'aria-live': 'polite' });
  stage.append(frame, slider(data, (from, to) => { Object.assign(state, { from, to }); view.redraw(); }), legend(data), about);
  const choose = (node) => {
    state.chosen = node;
    about.replaceChildren(...(node ? describe(graph, node, state) : []));
    view.redraw();
  };
  const view = moving(frame, scene(graph, state, within, choose));
  stage.append(downloads('network', () => picture(graph, state)));
  onTheme(() => { paint(graph); view.redraw(); });
}

function build(data) {
  const graph = new Graph({ multi: true, type: 'directed' });
  const most = Math.max(1, ...data.nodes.map((n) => n.mentions));
  data.nodes.forEach((n, i) => {
    // A spiral, the most mentioned in the middle: the same record, the same picture.
    const angle = i * 2.399963; // the golden angle
    const radius = Math.sqrt(i + 0.5);
    graph.addNode(n.id, { label: n.name, size: 4 + 14 * Math.sqrt(n.mentions / most), x: radius * Math.cos(angle), y: radius * Math.sin(angle), about: n });
  });
  for (const e of data.edges) {
    if (!graph.hasNode(e.source) || !graph.hasNode(e.target)) continue;
    graph.addEdgeWithKey(e.id, e.source, e.target, { size: Math.min(6, 0.8 + Math.sqrt(e.sources ?? e.events ?? 1)), directed: e.directed, about: { ...e, begins: days(e.start), ends: days(e.end) } });
  }
  paint(graph);
  return graph;
}

function paint(graph) {
  graph.forEachNode((n, a) => graph.setNodeAttribute(n, 'color', colour(kindOf(a.about.kind).colour)));
  graph.forEachEdge((e, a) => graph.setEdgeAttribute(e, 'color', colour(tieOf(a.about.type).colour)));
}

// settle lays the graph out, a little at a time.
async function settle(graph) {
  const large = graph.order > largeGraph;
  const options = { ...forceAtlas2.inferSettings(graph), barnesHutOptimize: large, adjustSizes: !large };
  let left = large ? rounds.large : rounds.small;
  while (left > 0) {
    const until = performance.now() + slice;
    while (left > 0 && performance.now() < until) {
      forceAtlas2.assign(graph, { iterations: 1, settings: options });
      left--;
    }
    await new Promise((next) => setTimeout(next, 0));
  }
}

// A tie without a time holds at any: its days are not numbers, and no comparison with them is true.
const within = (e, { from, to }) => !(e.begins > to || e.ends < from);

function slider(data, changed) {
  const { start, end } = data.range ?? {};
  if (!start || !end || start === end) return el('p', { class: 'muted' }, 'The reports give these ties no more than one time.');
  const [first, last] = [days(start), days(end) + day];
  const at = (input) => first + (Number(input.value) / steps) * (last - first);
  const shown = el('output', {}, `${start} to ${end}`);
  const from = el('input', { type: 'range', min: 0, max: steps, value: 0, 'aria-label': 'from' });
  const to = el('input', { type: 'range', min: 0, max: steps, value: steps, 'aria-label': 'to' });
  const move = () => {
    const [a, b] = [at(from), at(to)].sort((x, y) => x - y);
    shown.textContent = `${isoDay(a)} to ${isoDay(b)}`;
    changed(a, b);
  };
  for (const input of [from, to]) input.addEventListener('input', move);
  return el('p', { class: 'slider' }, el('label', {}, 'from ', from), el('label', {}, 'to ', to), shown, el('span', { class: 'muted' }, 'Ties without a time always show.'));
}

function legend(data) {
  const keys = new Map();
  for (const n of data.nodes) keys.set(kindOf(n.kind).label, el('span', { class: `key key-${kindOf(n.kind).colour.slice(2)}` }, kindOf(n.kind).label));
  for (const e of data.edges) keys.set(tieOf(e.type).label, el('span', { class: `key tie key-${tieOf(e.type).colour.slice(2)}` }, tieOf(e.type).label));
  return el('p', { class: 'legend' }, ...keys.values(), data.truncated && el('strong', {}, 'Only the most mentioned are drawn.'));
}

// describe lists an actor's ties, each leading to its sentences.
function describe(graph, node, state) {
  const me = graph.getNodeAttribute(node, 'about');
  const lines = graph.mapEdges(node, (edge, a, source, target) => ({ ...a.about, from: graph.getNodeAttribute(source, 'label'), to: graph.getNodeAttribute(target, 'label') }))
    .filter((e) => within(e, state));
  return [el('h3', {}, el('a', { href: me.href }, me.name)), el('ul', {}, ...lines.map((e) => {
    const says = e.family === 'event' ? `${e.from} acted on ${e.to} in ${e.events} events` : `${e.from} ${e.type.replaceAll('_', ' ')} ${e.to}`;
    const when = [e.start, e.end !== e.start && e.end].filter(Boolean).join(' to ');
    return el('li', {}, el('a', { href: e.href, class: e.family === 'event' ? undefined : 'evidence' }, says), when && ` (${when})`, e.claimed && ' claimed');
  }))];
}

// picture is the graph as SVG, for keeping.
function picture(graph, state) {
  const size = 900;
  const at = graph.mapNodes((n, a) => [n, a.x, a.y]);
  const xs = at.map((p) => p[1]);
  const ys = at.map((p) => p[2]);
  const span = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)) || 1;
  const edge = 60;
  const x = (v) => edge + ((v - Math.min(...xs)) / span) * (size - 2 * edge);
  const y = (v) => size - edge - ((v - Math.min(...ys)) / span) * (size - 2 * edge);
  const lines = graph.filterEdges((e, a) => within(a.about, state)).map((e) => {
    const [s, t] = graph.extremities(e).map((n) => graph.getNodeAttributes(n));
    const a = graph.getEdgeAttributes(e);
    return svg('line', { x1: x(s.x), y1: y(s.y), x2: x(t.x), y2: y(t.y), stroke: a.color, 'stroke-width': a.size });
  });
  const nodes = graph.mapNodes((n, a) => svg('g', {}, svg('circle', { cx: x(a.x), cy: y(a.y), r: a.size, fill: a.color }),
    svg('text', { x: x(a.x) + a.size + 3, y: y(a.y) + 4, 'font-size': 12, fill: colour('--ink') }, a.label)));
  const out = svg('svg', { viewBox: `0 0 ${size} ${size}` }, ...lines, ...nodes);
  out.style.position = 'absolute';
  out.style.visibility = 'hidden';
  document.body.append(out); // styles are computed only for what stands in a page
  setTimeout(() => out.remove(), 0);
  return out;
}

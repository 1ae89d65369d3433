// Where events happened. A point is drawn only where reports support one;
// what is known to a province or a country is drawn as that area, hatched.
import { LngLatBounds, Map as MapView, NavigationControl, Popup, ScaleControl, setWorkerUrl } from 'maplibre-gl';
import { colour, count, downloads, el, groupOf, groups, onTheme } from './page.js';
import { areaKey, areas, breath, names, world } from './basemap.js';
import { drawing, groupsOf } from './mapdrawing.js';
import { moveAsPicture } from './software.js';

const here = new URL('.', import.meta.url).href;
setWorkerUrl(`${here}maplibre-gl-worker.mjs`);

const areasFrom = 3.5; // zoom from which first-level areas are drawn
const areaNamesFrom = 5.5; // zoom from which their names are written
const clusterUpTo = 7; // zoom from which every point stands alone
const clusterRadius = 42; // pixels
const listed = 12; // events a popup names
const closest = 6; // zoom no automatic view goes beyond, so that the country around is seen

// How large and how dense things are drawn, as steps of a straight line between:
// by the root of the dead, of the events of a cluster, and by the events of an area.
const steps = { point: [[0, 6], [15, 18], [60, 34]], cluster: [[1, 10], [10, 20], [60, 34]], hatch: [[1, 0.45], [20, 1]] };
const along = (list, input) => ['interpolate', ['linear'], input, ...list.flat()];

const isPoint = (f) => f.properties.precision === 'point' || f.properties.precision === 'settlement';

export async function draw(stage, data) {
  const features = data.features.filter((f) => f.geometry || f.properties.country);
  if (features.length === 0) return false;
  const frame = el('div', { class: 'map', tabindex: -1 });
  stage.append(frame, legend(features));
  const base = await world();
  const map = new MapView({
    container: frame, style: style(base), attributionControl: false, maxZoom: 12, minZoom: 0.6, dragRotate: false, pitchWithRotate: false,
    renderWorldCopies: false, fadeDuration: 0, canvasContextAttributes: { preserveDrawingBuffer: true }, bounds: view(features), fitBoundsOptions: { padding: 48, maxZoom: closest },
  });
  map.touchZoomRotate.disableRotation();
  moveAsPicture(map);
  map.addControl(new NavigationControl({ showCompass: false }));
  map.addControl(new ScaleControl());
  await new Promise((done) => map.once('load', done));
  const drawn = { lines: base, areas: [] }; // the lines and hatched areas that the map shows
  await add(map, features, drawn);
  clicks(map, features);
  await new Promise((done) => map.once('idle', done));
  stage.append(downloads('map', () => picture(map, base, drawn, features)));
  onTheme(() => { map.setStyle(style(base)); map.once('styledata', () => add(map, features, drawn)); });
  stage.mapView = map; // for tests of how fast it answers
}

function view(features) {
  const bounds = new LngLatBounds();
  for (const f of features) if (f.geometry) bounds.extend(f.geometry.coordinates);
  return bounds.isEmpty() ? undefined : bounds;
}

function style(base) {
  return {
    version: 8,
    sources: {
      countries: { type: 'geojson', data: base.countries },
      coast: { type: 'geojson', data: base.coast },
      border: { type: 'geojson', data: base.border },
      disputed: { type: 'geojson', data: base.disputed },
      names: { type: 'geojson', data: names(base.countries.features) },
    },
    layers: [
      { id: 'sea', type: 'background', paint: { 'background-color': colour('--sea') } },
      { id: 'land', type: 'fill', source: 'countries', paint: { 'fill-color': colour('--land'), 'fill-antialias': false } },
      { id: 'coast', type: 'line', source: 'coast', paint: { 'line-color': colour('--shore'), 'line-width': 0.7 } },
      { id: 'border', type: 'line', source: 'border', paint: { 'line-color': colour('--border'), 'line-width': 1 } },
      { id: 'disputed', type: 'line', source: 'disputed', paint: { 'line-color': colour('--border'), 'line-width': 1.1, 'line-dasharray': [3, 2.5] } },
      nameLayer('names', 'names', { maxzoom: areaNamesFrom }),
    ],
  };
}

function nameLayer(id, source, zooms) {
  return { id, type: 'symbol', source, ...zooms, layout: { 'text-field': ['get', 'n'], 'text-size': 11, 'text-font': ['sans-serif'], 'text-max-width': 7 },
    paint: { 'text-color': colour('--muted'), 'text-halo-color': colour('--land'), 'text-halo-width': 1.2 } };
}

// add draws the events. Areas need the first-level areas, which are fetched
// only where a report is no finer than that, or when the reader looks closely.
async function add(map, features, drawn) {
  map.addImage('hatch', hatch(colour('--c5')), { pixelRatio: 2 });
  const coarse = areaCounts(features.filter((f) => !isPoint(f)));
  const precise = features.filter((f) => isPoint(f) && f.geometry).map(spot);
  const detail = async () => {
    if (map.getSource('areas')) return;
    const detailed = await areas();
    if (map.getSource('areas')) return;
    map.addSource('areas', { type: 'geojson', data: detailed.admin1 });
    map.addLayer({ id: 'admin1', type: 'line', source: 'areas', minzoom: areasFrom, paint: { 'line-color': colour('--border'), 'line-width': 0.6, 'line-opacity': 0.5 } }, 'coast');
    map.addSource('area-names', { type: 'geojson', data: names(detailed.areas.features) });
    map.addLayer(nameLayer('area-names', 'area-names', { minzoom: areaNamesFrom }), 'names');
    for (const name of ['coast', 'border', 'disputed']) {
      await breath();
      map.getSource(name)?.setData(detailed[name]);
    }
    drawn.lines = detailed;
  };
  map.on('zoomend', () => { if (map.getZoom() >= areasFrom) detail(); });
  if (map.getZoom() >= areasFrom) await detail();
  drawn.areas = coarse.length ? await shapes(coarse) : [];
  map.addSource('coarse', { type: 'geojson', data: { type: 'FeatureCollection', features: drawn.areas } });
  map.addLayer({ id: 'coarse', type: 'fill', source: 'coarse', paint: { 'fill-pattern': 'hatch', 'fill-opacity': along(steps.hatch, ['get', 'events']) } }, 'coast');
  map.addLayer({ id: 'coarse-line', type: 'line', source: 'coarse', paint: { 'line-color': colour('--c5'), 'line-width': 1, 'line-opacity': 0.6 } });
  map.addSource('events', { type: 'geojson', data: { type: 'FeatureCollection', features: precise }, cluster: true, clusterRadius, clusterMaxZoom: clusterUpTo });
  map.addLayer({ id: 'clusters', type: 'circle', source: 'events', filter: ['has', 'point_count'], paint: {
    'circle-color': colour('--c5'), 'circle-opacity': 0.8, 'circle-stroke-color': colour('--paper'), 'circle-stroke-width': 1.5,
    'circle-radius': along(steps.cluster, ['sqrt', ['get', 'point_count']]) } });
  map.addLayer({ id: 'counts', type: 'symbol', source: 'events', filter: ['has', 'point_count'],
    layout: { 'text-field': ['get', 'point_count_abbreviated'], 'text-size': 12, 'text-font': ['sans-serif'], 'text-allow-overlap': true }, paint: { 'text-color': '#fff' } });
  const hue = ['match', ['get', 'group'], ...groups.flatMap((g) => [g.key, colour(g.colour)]), colour('--c1')];
  const happened = ['==', ['get', 'status'], 'happened'];
  map.addLayer({ id: 'points', type: 'circle', source: 'events', filter: ['!', ['has', 'point_count']], paint: {
    'circle-color': hue, 'circle-opacity': ['case', happened, 0.85, 0.12], 'circle-stroke-width': 1.6, 'circle-stroke-color': ['case', happened, colour('--paper'), hue],
    'circle-radius': along(steps.point, ['sqrt', ['get', 'weight']]) } });
}

// spot is an event as the map draws it. What else is known of it stays here: it
// would be packed into every tile again.
function spot({ geometry, properties: p }) {
  return { type: 'Feature', geometry, properties: { id: p.id, status: p.status, group: groupOf(p.type).key, weight: p.killed?.best ?? 0 } };
}

// areaCounts counts the events of each area that is named no more finely.
function areaCounts(features) {
  const at = new Map();
  for (const { properties: p } of features) {
    if (!p.country) continue;
    const key = areaKey(p.country, p.precision === 'country' ? '' : p.admin1 ?? '');
    if (!at.has(key)) at.set(key, { key, name: p.admin1_name && p.precision !== 'country' ? p.admin1_name : p.place, ids: [] });
    at.get(key).ids.push(p.id);
  }
  return [...at.values()];
}

async function shapes(coarse) {
  const [large, small] = await Promise.all([coarse.some((c) => !c.key.endsWith('.')) ? areas() : undefined, world()]);
  return coarse.flatMap((c) => {
    const found = large?.byKey.get(c.key) ?? small.byKey.get(`${c.key.split('.')[0]}.`) ?? [];
    return found.map((f) => ({ type: 'Feature', geometry: f.geometry, properties: { name: c.name, ids: c.ids.join(' '), events: c.ids.length } }));
  });
}

// hatch is a pattern of slanting lines: an area, not a place.
function hatch(line) {
  const size = 16;
  const canvas = el('canvas', { width: size, height: size });
  const pen = canvas.getContext('2d');
  pen.strokeStyle = line;
  pen.lineWidth = 2;
  pen.globalAlpha = 0.8;
  for (const x of [-size, 0, size]) {
    pen.beginPath();
    pen.moveTo(x, size);
    pen.lineTo(x + size, 0);
    pen.stroke();
  }
  return pen.getImageData(0, 0, size, size);
}

// picture is what the map shows now, as a drawing. What is on screen is asked of
// the map; where it lies is taken from the data, which the map has cut into tiles.
function picture(map, base, drawn, features) {
  const seen = (layers, id) => [...new Map(map.queryRenderedFeatures({ layers: layers.filter((l) => map.getLayer(l)) }).map((f) => [id(f.properties), f])).values()];
  const byID = new Map(features.map((f) => [f.properties.id, f]));
  const { clientWidth: width, clientHeight: height } = map.getContainer();
  const { coast, border, disputed, admin1 } = drawn.lines;
  return drawing({
    width, height, project: (at) => map.project(at),
    sizes: { point: (dead) => between(steps.point, Math.sqrt(dead)), cluster: (n) => between(steps.cluster, Math.sqrt(n)), hatch: (n) => between(steps.hatch, n) },
    shown: {
      land: base.countries.features, coast, border, disputed, admin1: map.getZoom() >= areasFrom ? admin1 : undefined, coarse: drawn.areas, kinds: groupsOf(features),
      names: seen(['names', 'area-names'], (p) => p.n), clusters: seen(['clusters'], (p) => p.cluster_id),
      points: seen(['points'], (p) => p.id).map((f) => ({ geometry: byID.get(f.properties.id).geometry, properties: f.properties })),
    },
  });
}

// between reads a value off a line given in steps.
function between(list, x) {
  const above = list.findIndex(([at]) => at >= x);
  if (above === 0) return list[0][1];
  if (above < 0) return list.at(-1)[1];
  const [[x0, y0], [x1, y1]] = [list[above - 1], list[above]];
  return y0 + ((x - x0) / (x1 - x0)) * (y1 - y0);
}

function legend(features) {
  const seen = groups.filter((g) => features.some((f) => groupOf(f.properties.type) === g));
  return el('p', { class: 'legend' }, ...seen.map((g) => el('span', { class: `key key-${g.key}` }, g.label)),
    el('span', { class: 'key key-open' }, 'hollow: not said to have happened'), el('span', { class: 'key key-hatch' }, 'hatched: known only to that area'),
    el('span', { class: 'muted' }, 'size: best count of the dead. Borders: Natural Earth, as held; dashed where disputed.'));
}

function clicks(map, features) {
  const byID = new Map(features.map((f) => [f.properties.id, f.properties]));
  const show = (at, title, events) => new Popup({ maxWidth: '340px' }).setLngLat(at).setDOMContent(list(title, events)).addTo(map);
  map.on('click', async (event) => {
    const layers = ['points', 'clusters', 'coarse'].filter((l) => map.getLayer(l));
    const [hit] = map.queryRenderedFeatures(event.point, { layers });
    if (!hit) return;
    if (hit.layer.id === 'clusters') {
      const zoom = await map.getSource('events').getClusterExpansionZoom(hit.properties.cluster_id);
      map.easeTo({ center: hit.geometry.coordinates, zoom });
    } else if (hit.layer.id === 'points') {
      const same = map.queryRenderedFeatures(event.point, { layers: ['points'] }).map((f) => byID.get(f.properties.id));
      show(hit.geometry.coordinates, same[0].written || same[0].place, same);
    } else {
      show(event.lngLat, hit.properties.name, hit.properties.ids.split(' ').map((id) => byID.get(id)));
    }
  });
  for (const layer of ['points', 'clusters', 'coarse']) {
    map.on('mouseenter', layer, () => { map.getCanvas().style.cursor = 'pointer'; });
    map.on('mouseleave', layer, () => { map.getCanvas().style.cursor = ''; });
  }
}

function list(title, events) {
  const items = events.slice(0, listed).map((e) => el('li', {}, el('a', { href: e.href }, e.title), ` ${[e.edtf, e.killed && `killed ${count(e.killed)}`].filter(Boolean).join(', ')}`));
  const more = events.length - listed;
  return el('div', { class: 'popup', dir: 'auto' }, el('strong', {}, title ?? ''), el('ul', {}, ...items), more > 0 && el('p', {}, `and ${more} more`));
}

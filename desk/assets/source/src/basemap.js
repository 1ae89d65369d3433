// Countries and first-level areas, fetched once, as GeoJSON.
import { feature, mesh } from 'topojson-client';

const here = new URL('.', import.meta.url).href;

// areaKey names an area by country and GeoNames first-level code: "AF.13", "AF.".
export const areaKey = (country, admin1) => `${country}.${admin1}`;

const once = (make) => {
  let made;
  return () => (made ??= make());
};

// breath lets the page answer between two pieces of long work.
export const breath = () => new Promise((next) => setTimeout(next, 0));

async function read(name, object) {
  const answer = await fetch(`${here}${name}.json`);
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  const topo = await answer.json();
  const out = { byKey: new Map() };
  for (const [key, shape] of Object.entries(topo.objects)) {
    await breath();
    out[key] = key === object ? feature(topo, shape) : { type: 'Feature', properties: {}, geometry: mesh(topo, shape) };
  }
  for (const f of out[object].features) {
    const key = areaKey(f.properties.c, f.properties.a ?? '');
    out.byKey.set(key, [...(out.byKey.get(key) ?? []), f]);
  }
  return out;
}

// names gives a point for the name of each area: the middle of its largest part.
export function names(features) {
  return { type: 'FeatureCollection', features: features.filter((f) => f.geometry && f.properties.n).map((f) => ({ type: 'Feature', properties: { n: f.properties.n }, geometry: { type: 'Point', coordinates: middle(f.geometry) } })) };
}

function middle(geometry) {
  const parts = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  let best;
  for (const [ring] of parts) {
    const { area, x, y } = centroid(ring);
    if (!best || area > best.area) best = { area, x, y };
  }
  return [best.x, best.y];
}

function centroid(ring) {
  let [area, x, y] = [0, 0, 0];
  for (let i = 0; i + 1 < ring.length; i++) {
    const cross = ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1];
    area += cross;
    x += (ring[i][0] + ring[i + 1][0]) * cross;
    y += (ring[i][1] + ring[i + 1][1]) * cross;
  }
  return area === 0 ? { area: 0, x: ring[0][0], y: ring[0][1] } : { area: Math.abs(area), x: x / (3 * area), y: y / (3 * area) };
}

export const world = once(() => read('world', 'countries'));
export const areas = once(() => read('areas', 'areas'));

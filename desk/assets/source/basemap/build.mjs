// Makes the desk's basemap out of Natural Earth's 1:10m first-level areas
// (public domain), as the Go module github.com/sams96/rgeo v1.2.0 carries them:
//
//	node basemap/build.mjs "$(go mod download -json github.com/sams96/rgeo@v1.2.0 | jq -r .Dir)/data"
//
// Two files come out, TopoJSON: world.json (countries, for small
// scales) and areas.json (first-level areas, for large ones, keyed by the
// GeoNames codes that places carry). Borders are classed by what lies on
// both sides: a line with a disputed area on either side is a disputed line.
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import clipping from 'polygon-clipping';
import { topology } from 'topojson-server';
import { presimplify, simplify, quantile, filter, filterWeight } from 'topojson-simplify';
import { meshArcs, mergeArcs, quantize } from 'topojson-client';

// Points nearer than the world's width by this are one.
const joint = 1e6;

// How much of the points' detail is kept, and how small an island may be: in
// square degrees, at each of the two scales.
const scales = {
  world: { keep: 0.04, ring: 0.002, grid: 3e4 },
  areas: { keep: 0.2, ring: 0.0003, grid: 1e5 },
};

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const data = process.argv[2];
if (!data) {
  console.error('basemap: name the folder that holds Provinces10.gz; see the head of this file');
  process.exit(2);
}
const { areas: disputed } = JSON.parse(readFileSync(here('disputed.json'), 'utf8'));
const provinces = JSON.parse(gunzipSync(readFileSync(`${data}/Provinces10.gz`))).features;

// Codes that Natural Earth leaves open, as ISO 3166-1 and its user-assigned range have them.
const codes = { KOS: 'XK', CYN: 'CY', SOL: 'SO', KAS: 'IN', PSX: 'PS', FRA: 'FR', NOR: 'NO' };

function country(p) {
  if (codes[p.adm0_a3]) return codes[p.adm0_a3];
  const first = [p.iso_a2, (p.gn_a1_code ?? '').slice(0, 2)].find((c) => /^[A-Z]{2}$/.test(c ?? ''));
  return first ?? '';
}

// The country whose first-level area GeoNames takes the area for.
const codeCountry = (p) => (p.gn_a1_code ?? '').split('.')[0];

const polygons = (g) => (g.type === 'Polygon' ? [g.coordinates] : g.coordinates);
const matches = (p, m) => p.adm0_a3 === m.adm0 && (m.name === undefined || p.name === m.name);

// pieces are the areas of the map, none overlapping: a first-level area, or the
// part of one that is disputed.
function pieces() {
  const out = [];
  for (const f of provinces) {
    const p = f.properties;
    if (!p.adm0_a3 || p.adm0_a3 === 'ATA') continue;
    const about = { c: country(p), a: (p.gn_a1_code ?? '').split('.')[1] ?? '', n: p.name ?? '', state: p.admin };
    const whole = disputed.find((d) => d.match.some((m) => matches(p, m)));
    const cut = disputed.find((d) => d.cut && matches(p, d.cut));
    const add = (coordinates, d) => {
      if (coordinates.length) out.push({ type: 'Feature', properties: { ...about, ...(d && { c: d.country, d: d.name, a: d.country === codeCountry(p) ? about.a : '' }) }, geometry: { type: 'MultiPolygon', coordinates } });
    };
    if (!cut) {
      add(polygons(f.geometry), whole);
      continue;
    }
    const ring = [[cut.cut.ring]];
    const vertices = polygons(f.geometry).flat(2);
    add(restored(clipping.intersection(polygons(f.geometry), ring), vertices), cut);
    add(restored(clipping.difference(polygons(f.geometry), ring), vertices), undefined);
  }
  return out;
}

// restored puts back the vertices that clipping dropped because they lay on a
// straight line: the neighbours still have them, and borders are found by what
// two areas share. It turns the rings round, too: clipping goes the other way
// about than Natural Earth, and merging wants one way.
function restored(multi, vertices) {
  const near = 1e-7; // degrees
  return multi.map((rings) => rings.map((ring) => ring.flatMap((p, i) => {
    const q = ring[i + 1];
    if (!q) return [p];
    const [dx, dy] = [q[0] - p[0], q[1] - p[1]];
    const length = Math.hypot(dx, dy) || 1;
    const between = vertices.map((v) => [((v[0] - p[0]) * dx + (v[1] - p[1]) * dy) / (length * length), Math.abs((v[0] - p[0]) * dy - (v[1] - p[1]) * dx) / length, v])
      .filter(([t, off]) => off < near && t * length > near && (1 - t) * length > near).sort((a, b) => a[0] - b[0]);
    return [p, ...between.map(([, , v]) => v)];
  }).reverse()));
}

const owner = (g) => (g.properties.d ? `?${g.properties.d}` : g.properties.c);

function reduced(features, { keep, ring, grid }) {
  let topo = presimplify(topology({ areas: { type: 'FeatureCollection', features } }, joint));
  topo = simplify(topo, quantile(topo, keep));
  return filter(topo, filterWeight(topo, ring));
}

function lines(topo) {
  const all = topo.objects.areas;
  const mesh = (test) => meshArcs(topo, all, test);
  return {
    coast: mesh((a, b) => a === b),
    border: mesh((a, b) => a !== b && owner(a) !== owner(b) && !a.properties.d && !b.properties.d),
    disputed: mesh((a, b) => a !== b && owner(a) !== owner(b) && (a.properties.d || b.properties.d)),
    admin1: mesh((a, b) => a !== b && owner(a) === owner(b)),
  };
}

// countries joins the areas of each state, and of each disputed area.
function countries(topo) {
  const groups = new Map();
  for (const g of topo.objects.areas.geometries) {
    if (g.type) groups.set(owner(g), [...(groups.get(owner(g)) ?? []), g]);
  }
  return {
    type: 'GeometryCollection',
    geometries: [...groups.values()].map((members) => {
      const p = members[0].properties;
      const about = disputed.find((d) => d.name === p.d);
      return { ...mergeArcs(topo, members), properties: { c: p.c, n: p.d ?? p.state, ...(about && { d: p.d, held: about.held, claimed: about.claimed }) } };
    }),
  };
}

// write drops the arcs that no object uses any more.
function write(name, topo, objects) {
  const used = quantize(filter({ ...topo, objects }, () => true), scales[name].grid);
  const written = JSON.stringify(used);
  writeFileSync(here(`../../islands/${name}.json`), written);
  console.log(`${name}.json ${(written.length / 1024).toFixed(0)} KB`);
}

const features = pieces();
const small = reduced(features, scales.world);
const { border, coast, disputed: contested } = lines(small);
write('world', small, { countries: countries(small), border, coast, disputed: contested });
const large = reduced(features, scales.areas);
const named = lines(large);
for (const g of large.objects.areas.geometries) if (g.properties) delete g.properties.state;
write('areas', large, { areas: large.objects.areas, ...named });

// Bundles the islands into desk/assets/islands, which is committed: the program
// is built without Node.
import { copyFileSync, readdirSync, rmSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));
const out = here('../islands');

for (const name of readdirSync(out)) {
  if (!name.endsWith('.json')) rmSync(`${out}/${name}`);
}
await build({
  absWorkingDir: here('.'),
  entryPoints: ['src/index.js'],
  bundle: true, splitting: true, format: 'esm', minify: true, target: 'es2022',
  outdir: out, chunkNames: '[name]-[hash]', legalComments: 'linked',
});
// MapLibre's worker is a file of its own, beside the bundle.
const worker = 'maplibre-gl-worker.mjs';
copyFileSync(here(`node_modules/maplibre-gl/dist/${worker}`), `${out}/${worker}`);
const css = [here('node_modules/maplibre-gl/dist/maplibre-gl.css'), here('src/islands.css')].map((f) => readFileSync(f, 'utf8'));
writeFileSync(here('../islands.css'), css.join('\n'));

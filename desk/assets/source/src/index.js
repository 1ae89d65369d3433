// The pictures of the desk. A page works without them: each draws over a table
// that the server has written. See desk/ISLANDS.md.

const islands = {
  map: () => import('./map.js'),
  timeline: () => import('./timeline.js'),
  ledger: () => import('./ledger.js'),
  strength: () => import('./ledger.js'),
  network: () => import('./network.js'),
  bars: () => import('./bars.js'),
};

// mount draws one figure. When it cannot, the table stays.
export async function mount(figure) {
  const load = islands[figure.dataset.island];
  if (!load) return;
  const [{ draw }, answer] = await Promise.all([load(), fetch(figure.dataset.src, { headers: { accept: 'application/json' } })]);
  if (!answer.ok) throw new Error(`${figure.dataset.src}: ${answer.status}`);
  const data = await answer.json();
  const stage = document.createElement('div');
  stage.className = `stage stage-${figure.dataset.island}`;
  figure.querySelector('.fallback')?.before(stage);
  if (!stage.isConnected) figure.append(stage);
  const drawn = await draw(stage, data, figure);
  if (drawn === false) stage.remove();
  else figure.classList.add('drawn');
}

// A drawing of many things that moves under the hand. What is expensive is
// painted a slice at a time on a sheet out of sight; what the hand sees is that
// sheet, moved and scaled at once, until a sharper one is ready. So a frame costs
// the same however much there is to paint. It needs no graphics processor.
import { hand } from './hand.js';
import { el } from './page.js';

const slice = 8; // milliseconds of painting a frame
const margin = 0.25; // of the view, painted around it for what is about to come in
const stretch = 1.6; // times that a sheet may be blown up or down before it is painted anew in the move
const rest = 100; // milliseconds without a move, after which the sheet is made sharp
const densest = 2; // pixels of a canvas to one of the page, at most: more is not seen
const step = 1.5; // of zoom to a button
const [widest, closest] = [0.5, 40]; // zooms, of the whole in view

// moving draws a scene into a frame. scene gives
//   bounds: { x, y, width, height }, of its own units
//   *paint(pen, at): paints at a camera, and yields where it may be interrupted
//   over(pen, at): what lies on top and changes with the pointer; cheap
//   find(x, y, at): what is there, or undefined
//   point(thing), choose(thing): the pointer is on it; it was clicked
// at maps units to pixels: { x(x), y(y), k, zoom, width, height }.
export function moving(frame, scene) {
  const canvas = el('canvas', {});
  const pen = canvas.getContext('2d');
  let [shown, next] = [sheet(), sheet()];
  let size = { width: 0, height: 0, dense: 1 };
  let camera;
  let work; // the painting under way
  let stale = true; // the scene is no longer what is shown
  let waiting = false;
  let moved = 0; // when the camera was last moved
  let resting; // the timer that waits for the hand to rest

  const fit = () => 0.9 * Math.min(size.width / scene.bounds.width, size.height / scene.bounds.height);
  const at = (c, { width, height } = size) => ({
    x: (x) => (x - c.x) * c.k + width / 2, y: (y) => (y - c.y) * c.k + height / 2, k: c.k, zoom: c.k / fit(), width, height,
  });
  const sharp = () => shown.camera && ['x', 'y', 'k'].every((v) => shown.camera[v] === camera[v]);
  // within: the sheet still covers the view, about as finely.
  const within = () => shown.camera && Math.abs(Math.log(camera.k / shown.camera.k)) < Math.log(stretch)
    && Math.abs(camera.x - shown.camera.x) * camera.k < margin * size.width && Math.abs(camera.y - shown.camera.y) * camera.k < margin * size.height;

  function frameWanted() {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; show(); });
  }

  function show() {
    if (!camera) return;
    if (!work && (stale || !within() || (!sharp() && performance.now() - moved >= rest))) begin();
    if (work) paint();
    pen.setTransform(size.dense, 0, 0, size.dense, 0, 0);
    pen.clearRect(0, 0, size.width, size.height);
    if (shown.camera) {
      const s = camera.k / shown.camera.k;
      const [w, h] = [size.width * (1 + 2 * margin) * s, size.height * (1 + 2 * margin) * s];
      pen.imageSmoothingEnabled = s === 1; // in the move speed counts, not looks
      pen.drawImage(shown.canvas, size.width / 2 - w / 2 + (shown.camera.x - camera.x) * camera.k, size.height / 2 - h / 2 + (shown.camera.y - camera.y) * camera.k, w, h);
    }
    scene.over(pen, at(camera));
    if (work || stale) frameWanted();
    else if (!sharp()) resting ??= setTimeout(() => { resting = undefined; frameWanted(); }, rest);
  }

  function begin() {
    const [width, height] = [size.width * (1 + 2 * margin), size.height * (1 + 2 * margin)];
    next.canvas.width = width * size.dense; // clears it
    next.canvas.height = height * size.dense;
    next.camera = { ...camera };
    next.pen.setTransform(size.dense, 0, 0, size.dense, 0, 0);
    stale = false;
    work = scene.paint(next.pen, at(next.camera, { width, height }));
  }

  function paint() {
    const until = performance.now() + slice;
    while (performance.now() < until) {
      if (work.next().done) {
        work = undefined;
        [shown, next] = [next, shown];
        return;
      }
      next.pen.getImageData(0, 0, 1, 1); // or the browser only notes what is to be painted, and paints all of it at once
    }
  }

  // look takes a new camera.
  const look = (to) => { camera = to; moved = performance.now(); frameWanted(); };
  const zoom = (by, x, y) => {
    const k = Math.min(closest, Math.max(widest, (camera.k * by) / fit())) * fit();
    const [dx, dy] = [x - size.width / 2, y - size.height / 2];
    look({ x: camera.x + dx / camera.k - dx / k, y: camera.y + dy / camera.k - dy / k, k });
  };
  const whole = () => look({ x: scene.bounds.x + scene.bounds.width / 2, y: scene.bounds.y + scene.bounds.height / 2, k: fit() });
  const redraw = () => { stale = true; work = undefined; frameWanted(); };

  // open takes the drawing into the frame, whose size is known now: what there is to
  // point at is found by the camera.
  function open() {
    hand(canvas, frame, {
      pan: (dx, dy) => look({ ...camera, x: camera.x - dx / camera.k, y: camera.y - dy / camera.k }),
      zoom,
      point: (x, y) => {
        const thing = scene.find(x, y, at(camera));
        canvas.style.cursor = thing === undefined ? 'grab' : 'pointer';
        if (scene.point(thing)) frameWanted();
      },
      choose: (x, y) => scene.choose(scene.find(x, y, at(camera))),
    });
    const middle = (by) => () => zoom(by, size.width / 2, size.height / 2);
    const button = (label, does, text) => el('button', { type: 'button', 'aria-label': label, title: label, on: { click: does } }, text);
    frame.append(canvas, el('div', { class: 'zoom' }, button('closer', middle(step), '+'), button('farther', middle(1 / step), '−'), button('the whole', whole, '□')));
    whole();
  }

  new ResizeObserver(([{ contentRect: r }]) => {
    if (!r.width || !r.height) return; // folded away
    const first = !camera;
    size = { width: r.width, height: r.height, dense: Math.min(densest, devicePixelRatio) };
    canvas.width = size.width * size.dense;
    canvas.height = size.height * size.dense;
    if (first) open();
    redraw();
  }).observe(frame);
  return { redraw };
}

function sheet() {
  const canvas = document.createElement('canvas');
  return { canvas, pen: canvas.getContext('2d', { willReadFrequently: true }), camera: undefined };
}

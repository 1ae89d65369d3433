// What a mouse, a pen or fingers do to a picture.

const still = 4; // pixels that a pointer may stray in a click
const notch = 0.0015; // of zoom to a pixel of the wheel
const lines = 16; // pixels, of a wheel that counts lines

// hand tells what is done to an element, in pixels from the corner of its frame:
// pan(dx, dy), zoom(by, x, y), point(x, y) without a button, choose(x, y) for a click.
export function hand(canvas, frame, { pan, zoom, point, choose }) {
  const down = new Map(); // pointers, by ID, where they were last
  let strayed = 0;
  const place = (e) => { const r = frame.getBoundingClientRect(); return { x: e.clientX - r.left - frame.clientLeft, y: e.clientY - r.top - frame.clientTop }; };
  const spread = () => { const [a, b] = [...down.values()]; return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, gap: Math.hypot(a.x - b.x, a.y - b.y) }; };
  canvas.addEventListener('pointerdown', (e) => {
    if (e.button !== 0) return;
    canvas.setPointerCapture(e.pointerId);
    if (down.size === 0) strayed = 0;
    down.set(e.pointerId, place(e));
  });
  canvas.addEventListener('pointermove', (e) => {
    const [was, is] = [down.get(e.pointerId), place(e)];
    if (!was) { point(is.x, is.y); return; }
    const before = down.size === 2 && spread();
    down.set(e.pointerId, is);
    if (before) {
      const after = spread();
      pan(after.x - before.x, after.y - before.y);
      zoom(after.gap / (before.gap || 1), after.x, after.y);
    } else if (down.size === 1) {
      strayed += Math.hypot(is.x - was.x, is.y - was.y);
      if (strayed > still) pan(is.x - was.x, is.y - was.y);
    }
  });
  for (const end of ['pointerup', 'pointercancel']) {
    canvas.addEventListener(end, (e) => {
      const { x, y } = place(e);
      if (down.delete(e.pointerId) && end === 'pointerup' && down.size === 0 && strayed <= still) choose(x, y);
      if (down.size > 0) strayed = Infinity; // the finger that stays does not click
    });
  }
  canvas.addEventListener('pointerleave', () => point(-Infinity, -Infinity));
  canvas.addEventListener('wheel', (e) => {
    e.preventDefault();
    zoom(Math.exp(-e.deltaY * (e.deltaMode === 0 ? 1 : lines) * notch), place(e).x, place(e).y);
  }, { passive: false });
}

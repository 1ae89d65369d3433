// Moves a map where no graphics processor draws it. To draw a frame of it takes
// such a machine some tenths of a second, too long to follow a hand: so the
// picture that is there is moved and scaled as it is, and drawn anew once the
// hand rests.
import { hand } from './hand.js';

const rest = 120; // milliseconds without a move
const programs = /swiftshader|llvmpipe|software|basic render/i; // that draw in the place of a processor

export function moveAsPicture(map) {
  if (!programs.test(drawnBy(map.getCanvas()))) return;
  for (const way of ['dragPan', 'scrollZoom', 'touchZoomRotate']) map[way].disable();
  const [canvas, frame] = [map.getCanvas(), map.getContainer()];
  let [x, y, scale] = [0, 0, 1]; // where the picture stands now
  let resting;
  const moved = () => {
    canvas.style.transform = `translate(${x}px, ${y}px) scale(${scale})`;
    clearTimeout(resting);
    resting = setTimeout(draw, rest);
  };
  const draw = () => {
    const center = map.unproject([(frame.clientWidth / 2 - x) / scale, (frame.clientHeight / 2 - y) / scale]);
    map.once('render', () => {
      [x, y, scale] = [0, 0, 1];
      canvas.style.transform = '';
    });
    map.jumpTo({ center, zoom: map.getZoom() + Math.log2(scale) });
  };
  // What would be a flight is a leap of the picture.
  map.easeTo = ({ center = map.getCenter(), around = center, zoom = map.getZoom() }) => {
    const at = map.project(around);
    const to = around === center ? { x: frame.clientWidth / 2, y: frame.clientHeight / 2 } : at;
    scale = 2 ** (zoom - map.getZoom());
    [x, y] = [to.x - at.x * scale, to.y - at.y * scale];
    moved();
    return map;
  };
  canvas.style.transformOrigin = '0 0';
  const ground = map.getCanvasContainer();
  ground.style.touchAction = 'none';
  hand(ground, frame, {
    pan: (dx, dy) => { x += dx; y += dy; moved(); },
    zoom: (by, px, py) => {
      const from = map.getZoom();
      const to = Math.min(map.getMaxZoom(), Math.max(map.getMinZoom(), from + Math.log2(scale * by)));
      const times = 2 ** (to - from) / scale;
      [x, y, scale] = [px - (px - x) * times, py - (py - y) * times, scale * times];
      moved();
    },
    point: () => {},
    choose: () => {}, // the map hears clicks itself
  });
}

function drawnBy(canvas) {
  const gl = canvas.getContext('webgl2') ?? canvas.getContext('webgl');
  const info = gl?.getExtension('WEBGL_debug_renderer_info');
  return info ? gl.getParameter(info.UNMASKED_RENDERER_WEBGL) : '';
}

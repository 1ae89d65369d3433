// What all pictures share: elements, colours of the page, downloads.

const svgNamespace = 'http://www.w3.org/2000/svg';

// el makes an HTML element: el('a', { href }, 'text', child).
export function el(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

// svg makes an SVG element.
export function svg(name, attributes = {}, ...children) {
  return fill(document.createElementNS(svgNamespace, name), attributes, children);
}

function fill(node, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (key === 'on') for (const [type, listener] of Object.entries(value)) node.addEventListener(type, listener);
    else if (value !== undefined && value !== null && value !== false) node.setAttribute(key, value === true ? '' : value);
  }
  node.append(...children.filter((c) => c !== undefined && c !== null && c !== false));
  return node;
}

// colour is the value of a custom property of the page, "--accent".
export function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim() || '#777';
}

// onTheme calls back when the page turns dark or light.
export function onTheme(callback) {
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', callback);
}

// What an event is, in a few groups that can be told apart without colour
// sight: a colour and a word each.
export const groups = [
  { key: 'violence', label: 'violence', colour: '--c5', types: ['ASSAULT', 'COERCE'] },
  { key: 'protest', label: 'protest', colour: '--c6', types: ['PROTEST'] },
  { key: 'threat', label: 'threats and force', colour: '--c2', types: ['THREATEN', 'MOBILIZE', 'SANCTION', 'REJECT', 'ACCUSE'] },
  { key: 'other', label: 'other', colour: '--c1', types: [] },
];

export function groupOf(type) {
  return groups.find((g) => g.types.includes(type)) ?? groups.at(-1);
}

// count writes a tally: "200 (60–213)".
export function count(tally) {
  if (!tally) return '';
  const { low, best, high } = tally;
  const range = low !== null && high !== null && low !== high ? `${low}–${high}` : '';
  if (best !== null && best !== undefined) return range ? `${best} (${range})` : `${best}`;
  return range || `${low ?? high ?? ''}`;
}

export function days(iso) {
  return Date.parse(`${iso}T00:00:00Z`);
}

export const isoDay = (ms) => new Date(ms).toISOString().slice(0, 10);

// address fills the {…} of a link that the server gave.
export function address(template, values) {
  return template.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(values[name] ?? ''));
}

function save(blob, name) {
  const link = el('a', { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

// standalone is an SVG with the page's colours and fonts written into it, so
// that it looks the same outside the page. Styles are computed only for what
// stands in a page: one that does not yet stands there, unseen, meanwhile.
function standalone(node) {
  if (!node.isConnected) {
    const holder = el('div', { hidden: true }, node);
    document.body.append(holder);
    const blob = standalone(node);
    holder.remove();
    return blob;
  }
  const copy = node.cloneNode(true);
  const from = [node, ...node.querySelectorAll('*')];
  [copy, ...copy.querySelectorAll('*')].forEach((to, i) => {
    const style = getComputedStyle(from[i]);
    for (const p of ['fill', 'fill-rule', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'paint-order', 'font-family', 'font-size', 'font-weight', 'text-anchor', 'opacity']) {
      to.setAttribute(p, style.getPropertyValue(p));
    }
    to.removeAttribute('class');
  });
  const { width, height } = node.viewBox.baseVal;
  copy.setAttribute('xmlns', svgNamespace);
  copy.setAttribute('width', width);
  copy.setAttribute('height', height);
  copy.prepend(svg('rect', { width: '100%', height: '100%', fill: colour('--paper') }));
  return new Blob([new XMLSerializer().serializeToString(copy)], { type: 'image/svg+xml' });
}

async function rasterised(blob, width, height) {
  const image = new Image();
  image.src = URL.createObjectURL(blob);
  await image.decode();
  const scale = 2; // for print
  const canvas = el('canvas', { width: width * scale, height: height * scale });
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(image.src);
  return new Promise((done) => canvas.toBlob(done, 'image/png'));
}

// downloads offers a picture as SVG and PNG. picture gives the SVG element.
export function downloads(name, picture) {
  const asSVG = () => save(standalone(picture()), `${name}.svg`);
  const asPNG = async () => {
    const node = picture();
    save(await rasterised(standalone(node), node.viewBox.baseVal.width, node.viewBox.baseVal.height), `${name}.png`);
  };
  return el('p', { class: 'downloads' }, el('button', { type: 'button', on: { click: asSVG } }, 'SVG'), el('button', { type: 'button', on: { click: asPNG } }, 'PNG'));
}

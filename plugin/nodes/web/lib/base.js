// SPDX-License-Identifier: Apache-2.0
// What all charts share: elements, numbers, colors, unpacking, and one way to put an ECharts picture into an element.
const kinds = {}; // kind of chart -> (element, chart, page) => void

/** An element with attributes and children (text or elements). */
function el(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith('on')) {
      element.addEventListener(key.slice(2), value);
    } else if (key === 'style') {
      element.style.cssText = value;
    } else if (value !== undefined && value !== false) {
      element.setAttribute(key, value);
    }
  }
  element.append(...children.filter((child) => child !== undefined && child !== null));
  return element;
}

const escapeHtml = (text) => String(text).replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);

/** A typed array from the packed form that Json.java writes; a plain array as it is. */
function unpack(packed) {
  if (!packed || Array.isArray(packed)) {
    return packed ?? null;
  }
  const [type, Type] = packed.f32 !== undefined ? ['f32', Float32Array] : packed.i16 !== undefined ? ['i16', Int16Array] : ['i32', Int32Array];
  const bytes = Uint8Array.from(atob(packed[type]), (c) => c.charCodeAt(0));
  return new Type(bytes.buffer);
}

/** Row keys: the key at an index, and the index of a key. */
function unpackKeys(packed) {
  if (!packed) {
    return null;
  }
  const list = packed.list ?? Array.from({ length: packed.count }, (_, i) => packed.prefix + i);
  return { list, index: new Map(list.map((key, i) => [key, i])) };
}

/** A number as one reads it: 1,234; 0.0567; 12.3M. */
function format(value, digits = 4) {
  if (value === null || value === undefined || Number.isNaN(value)) {
    return '–';
  }
  const size = Math.abs(value);
  if (size >= 1e15 || (size > 0 && size < 1e-4)) {
    return value.toExponential(1).replace('-', '−');
  }
  const text = size >= 1e6 ? `${Number((value / 1e6).toPrecision(digits)).toLocaleString('en-US')}M`
    : Number(value.toPrecision(digits)).toLocaleString('en-US', { maximumFractionDigits: 8 });
  return text.replace('-', '−');
}

const count = (value) => value.toLocaleString('en-US');
const ACCENT = '#0072b2';
const colors = {
  palette: [ACCENT],
  noise: '#b4bac2',
  /** The color of a cluster, by its number. */
  of(cluster) {
    return cluster === -2 ? ACCENT : cluster < 0 ? this.noise : this.palette[cluster % this.palette.length];
  },
};

// From low to high, readable for the color-blind and in grey (after viridis, without its palest end).
const RAMP = ['#440154', '#46327e', '#365c8d', '#277f8e', '#1fa187', '#4ac16d', '#a0da39'];

/** The color at a share of the ramp. */
function ramp(share, stops = RAMP) {
  const at = Math.max(0, Math.min(1, share)) * (stops.length - 1);
  const i = Math.min(stops.length - 2, Math.floor(at));
  const part = (hex, k) => parseInt(hex.slice(1 + 2 * k, 3 + 2 * k), 16);
  const mix = [0, 1, 2].map((k) => Math.round(part(stops[i], k) + (part(stops[i + 1], k) - part(stops[i], k)) * (at - i)));
  return `rgb(${mix.join(',')})`;
}

/** What the ends of the color scale stand for: as given, or where nearly all numbers lie (Range.java says the same). */
function rangeOf({ range, numbers }) {
  if (range) {
    return range;
  }
  const sorted = Float32Array.from(numbers).filter((v) => !Number.isNaN(v)).sort(), last = sorted.length - 1;
  if (last < 0) {
    return { low: 0, high: 1 };
  }
  const low = sorted[Math.floor(0.01 * last)], high = sorted[Math.ceil(0.99 * last)];
  return low < high ? { low, high, below: sorted[0] < low, above: sorted[last] > high } : { low: sorted[0], high: sorted[last] };
}

/** A value's place in a range, from 0 to 1; the middle if its ends are one. */
const shareIn = ({ low, high }, value) => (low === high ? 0.5 : (value - low) / (high - low));

/** Each value's place among all from 0 to 1: equal values alike, in the middle if all are equal, missing ones NaN (as Ranks.java). */
function ranks(values) {
  const order = Array.from(values, (_, i) => i).filter((i) => !Number.isNaN(values[i])).sort((a, b) => values[a] - values[b]);
  const places = new Float32Array(values.length).fill(NaN);
  order.forEach((i, k) => { places[i] = values[i] === values[order[k - 1]] ? places[order[k - 1]] : k; });
  const top = places[order[order.length - 1]] ?? 0; // the largest value, even if many rows share it, is at the end of the scale
  return places.map((place) => Number.isNaN(place) ? place : top === 0 ? 0.5 : place / top);
}

const AGAINST = '#2f6fb7', FOR = '#e08214'; // a cluster, in every chart
const INK = '#1f2a37', MUTED = '#667085', LINE = '#e4e7ec';
const TEXT = { color: MUTED, fontSize: 11 };
const NUMBERS = { ...TEXT, formatter: (value) => format(value) };

/** How wide a text is in a chart, in pixels. */
const widthOf = (() => {
  const pen = document.createElement('canvas').getContext('2d');
  return (text, size = 12) => {
    pen.font = `${size}px ${getComputedStyle(document.body).fontFamily}`;
    return pen.measureText(text).width;
  };
})();

/** A series of texts at places of a chart's axes: [x, y, text]; null stands for the left or the lower edge of the plot. They widen no axis. */
const texts = (places, style) => ({ type: 'custom', silent: true, data: places.map((_, i) => [NaN, NaN, i]), renderItem: ({ coordSys: { x, y, height } }, api) => {
  const [atX, atY, text] = places[api.value(2)], [px, py] = api.coord([atX ?? 0, atY ?? 0]);
  return { type: 'text', style: { x: atX === null ? x - 12 : px, y: atY === null ? y + height + 8 : py, text, align: atX === null ? 'right' : 'center', verticalAlign: atX === null ? 'middle' : 'top', overflow: 'truncate', ellipsis: '…', fontFamily: getComputedStyle(document.body).fontFamily, ...style } };
} });

/** Draws an ECharts option as SVG, all of it at once (a report is handed over right after), and again when the element's width changes. */
function plot(element, height, option) {
  const place = el('div', { class: 'plot', style: `height:${height}px` });
  element.append(place);
  const chart = echarts.init(place, null, { renderer: 'svg' });
  chart.setOption({ animation: false, textStyle: { fontFamily: getComputedStyle(document.body).fontFamily }, ...option, series: option.series.map((one) => ({ progressive: 0, ...one })) });
  new ResizeObserver(() => requestAnimationFrame(() => place.clientWidth > 0 && !chart.isDisposed() && chart.resize())).observe(place);
  return chart;
}

/** Where an axis of these numbers begins and ends. */
function extent(numbers) {
  let low = Infinity, high = -Infinity;
  for (const v of numbers) { if (v < low) low = v; if (v > high) high = v; }
  return low < high ? [low, high] : low === high ? [low - 1, low + 1] : [0, 1];
}

/** A white canvas of w × h to draw on. */
function blank(canvas, w, h) {
  const ratio = window.devicePixelRatio || 1, g = canvas.getContext('2d');
  canvas.width = Math.round(w * ratio);
  canvas.height = Math.round(h * ratio);
  g.setTransform(ratio, 0, 0, ratio, 0, 0);
  g.fillStyle = '#fff';
  g.fillRect(0, 0, w, h);
  return g;
}

/** Takes everything out of an element, and gives back what its pictures held. */
function empty(element) {
  element.querySelectorAll('.plot').forEach((place) => echarts.getInstanceByDom(place)?.dispose());
  element.replaceChildren();
}

const heading = (name, cluster, note) => el('h3', {},
  cluster === undefined ? null : el('span', { class: 'dot', style: `background:${colors.of(cluster)}` }),
  el('span', { class: 'name', title: name }, name), el('span', { class: 'quiet' }, note ?? ''));

/** A choice with a label; tells the index. */
function choice(label, options, chosen, listener) {
  const select = el('select', { onchange: () => listener(select.selectedIndex) }, ...options.map((text) => el('option', {}, text)));
  select.selectedIndex = chosen;
  return el('label', {}, label, select);
}

const nothing = (element, why) => element.append(el('p', { class: 'quiet' }, why));

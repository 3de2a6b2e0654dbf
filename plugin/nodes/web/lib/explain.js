// SPDX-License-Identifier: Apache-2.0
// SHAP row by row, heat maps and the condensed tree.
const LOW = '#2f6fb7', MIDDLE = '#b9a3b8', HIGH = '#d1495b';

/** Places of points in a line: beside one another where they are many. */
function swarm(contributions, low, high, room) {
  const bins = 160, filled = new Map();
  const at = Array.from(contributions, (value) => {
    const bin = Math.round((value - low) / (high - low || 1) * bins);
    const k = filled.get(bin) ?? 0;
    filled.set(bin, k + 1);
    return [bin, k];
  });
  const most = Math.max(1, ...filled.values());
  const step = Math.min(0.09, room / most);
  return at.map(([, k]) => (k % 2 ? 1 : -1) * Math.ceil(k / 2) * step);
}

kinds.beeswarm = (element, chart) => {
  if (chart.groups.length === 0) {
    nothing(element, 'There is nothing to explain.');
    return;
  }
  const place = el('div');
  const show = (k) => {
    empty(place);
    const features = chart.groups[k].features.slice(0, 20).map(({ name, contributions, values }) => ({ name, contributions: unpack(contributions), share: ranks(unpack(values)) }));
    const low = Math.min(0, ...features.map((f) => f.contributions.reduce((a, b) => Math.min(a, b), 0)));
    const high = Math.max(0, ...features.map((f) => f.contributions.reduce((a, b) => Math.max(a, b), 0)));
    const data = features.flatMap((f, line) => swarm(f.contributions, low, high, 0.8).map((shift, i) => [f.contributions[i], line + shift, f.share[i]]));
    plot(place, features.length * 38 + 60, {
      grid: { left: 170, right: 24, top: 8, bottom: 44 },
      xAxis: { type: 'value', name: chart.valueAxis, nameLocation: 'middle', nameGap: 26, nameTextStyle: TEXT, axisLabel: NUMBERS, axisLine: { show: false, onZero: false }, axisTick: { show: false }, splitLine: { lineStyle: { color: LINE } } },
      yAxis: { type: 'value', min: -0.5, max: features.length - 0.5, interval: 1, inverse: true, axisLine: { show: false }, axisTick: { show: false }, splitLine: { show: false },
        axisLabel: { show: false } },
      series: [{ type: 'scatter', data, symbolSize: 5, itemStyle: { color: ({ value }) => Number.isNaN(value[2]) ? colors.noise : ramp(value[2], [LOW, MIDDLE, HIGH]), opacity: 0.8 },
        silent: true, markLine: { silent: true, symbol: 'none', animation: false, label: { show: false }, lineStyle: { color: '#98a2b3', type: 'solid' }, data: [{ xAxis: 0 }] } },
      texts(features.map(({ name }, line) => [null, line, name]), { width: 150, fill: INK, fontSize: 12 })],
    });
  };
  element.append(el('div', { class: 'tools' }, chart.groups.length > 1 ? choice('Cluster', chart.groups.map((g) => g.name), 0, show) : heading(chart.groups[0].name, chart.groups[0].cluster),
    el('span', { class: 'ends', style: 'gap:8px;align-items:center' }, 'low value', el('span', { class: 'ramp', style: `width:90px;background:linear-gradient(90deg,${LOW},${MIDDLE},${HIGH})` }), 'high value')), place);
  show(0);
};

kinds.dependence = (element, chart) => {
  const xs = unpack(chart.feature.numbers), ys = unpack(chart.contributions), names = chart.feature.categories, by = chart.colorBy;
  const codes = by ? unpack(by.numbers) : null;
  const share = by && !by.categories ? ranks(codes) : null;
  const palette = by?.colors ?? [colors.noise, ACCENT];
  const color = (i) => by?.categories ? palette[codes[i] % palette.length] : share ? ramp(share[i], [LOW, MIDDLE, HIGH]) : ACCENT;
  const order = Array.from(xs, (x, i) => i).filter((i) => !Number.isNaN(xs[i]) && !(names && xs[i] < 0));
  if (by?.categories) {
    order.sort((a, b) => codes[a] - codes[b]); // the last category lies on top
  }
  if (order.length === 0) {
    nothing(element, 'All values are missing.');
    return;
  }
  const distinct = [...new Set(order.map((i) => xs[i]))].sort((a, b) => a - b);
  const places = names ? names.map((name, i) => [i, name]) : distinct.length > 12 ? null : distinct.map((x) => [x, x < 1e4 && Number.isInteger(x) ? `${x}`.replace('-', '−') : format(x)]);
  const gap = names ? 1 : places && Math.min(...distinct.slice(1).map((x, k) => x - distinct[k]), distinct.length > 1 ? Infinity : 1);
  const aside = (i) => places ? ((i * 0.618) % 1 - 0.5) * 0.4 * gap : 0; // points of few values beside one another
  const edge = ({ min, max }) => (max - min || 1) * 0.04;
  const ends = places ? { min: places[0][0] - gap / 2, max: places[places.length - 1][0] + gap / 2 } : { min: (x) => x.min - edge(x), max: (x) => x.max + edge(x) };
  const room = places ? Math.max(30, (element.clientWidth || 1000) * gap / (ends.max - ends.min) - 6) : 0;
  plot(element, 460, {
    grid: { left: 64, right: 24, top: 16, bottom: 48 },
    xAxis: { type: 'value', scale: true, ...ends, name: chart.feature.name, nameLocation: 'middle', nameGap: 28, nameTextStyle: TEXT,
      axisLabel: places ? { show: false } : { ...NUMBERS, showMinLabel: false, showMaxLabel: false }, axisTick: { show: !places }, axisLine: { onZero: false, lineStyle: { color: '#98a2b3' } }, splitLine: { show: !places, lineStyle: { color: LINE } } },
    yAxis: { type: 'value', scale: true, name: chart.valueAxis, nameLocation: 'middle', nameGap: 44, nameTextStyle: TEXT, axisLabel: NUMBERS, axisLine: { onZero: false }, splitLine: { lineStyle: { color: LINE } } },
    series: [{ type: 'scatter', symbolSize: 6, data: order.map((i) => [xs[i] + aside(i), ys[i], i]), silent: true, itemStyle: { opacity: 0.75, color: ({ value }) => color(value[2]) },
      markLine: { silent: true, symbol: 'none', animation: false, label: { show: false }, lineStyle: { color: '#98a2b3', type: 'solid' }, data: [{ yAxis: 0 }] } },
    ...(places ? [texts(places.map(([x, text]) => [x, null, text]), { width: room, fill: MUTED, fontSize: 11 })] : [])],
  });
  const side = places ? 'Rows of one value stand beside one another.' : '';
  if (by?.categories) {
    element.append(el('p', { class: 'quiet' }, ...by.categories.flatMap((name, k) => [el('span', { class: 'dot', style: `background:${palette[k % palette.length]};margin:0 5px 0 ${k ? 14 : 0}px` }), name]), side ? el('span', { style: 'margin-left:14px' }, side) : null));
  } else if (by) {
    element.append(el('p', { class: 'quiet' }, `Color: ${by.name}, from low (blue) to high (red). ${side}`));
  } else if (side) {
    element.append(el('p', { class: 'quiet' }, side));
  }
};

kinds.waterfall = (element, chart) => {
  let at = chart.baseValue;
  const lines = [{ name: 'On average', from: 0, to: at, end: true }, ...chart.steps.map(({ feature, value, contribution }) => {
    const line = { name: value ? `${feature} = ${value}` : feature, from: at, to: at + contribution, by: contribution };
    at += contribution;
    return line;
  }), { name: 'This row', from: 0, to: chart.result, end: true }];
  const names = Math.min(220, 0.4 * (element.clientWidth || 1000)), font = getComputedStyle(document.body).fontFamily;
  const written = (value, digits) => format(Math.abs(value) < 5e-4 ? 0 : value, digits);
  plot(element, lines.length * 30 + 56, {
    grid: { left: names + 16, right: 60, top: 4, bottom: 44 },
    xAxis: { type: 'value', name: chart.unit, nameLocation: 'middle', nameGap: 26, nameTextStyle: TEXT, axisLabel: NUMBERS, splitLine: { lineStyle: { color: LINE } } },
    yAxis: { type: 'category', inverse: true, data: lines.map((line) => line.name), axisTick: { show: false }, axisLine: { show: false }, axisLabel: { color: INK, fontSize: 12, width: names, overflow: 'truncate', ellipsis: '…' } },
    series: [{ type: 'custom', data: lines.map((line, i) => [line.from, line.to, i]), encode: { x: [0, 1], y: 2 }, renderItem: (_, api) => {
      const line = lines[api.value(2)], [x0, y] = api.coord([line.from, api.value(2)]), [x1] = api.coord([line.to, api.value(2)]);
      return { type: 'group', children: [
        { type: 'rect', shape: { x: Math.min(x0, x1), y: y - 9, width: Math.max(1, Math.abs(x1 - x0)), height: 18 }, style: { fill: line.end || !line.by ? '#8fa3b8' : line.by > 0 ? FOR : AGAINST } },
        { type: 'text', style: { x: Math.max(x0, x1) + 6, y, verticalAlign: 'middle', text: line.end ? written(line.to, 3) : (line.by >= 5e-4 ? '+' : '') + written(line.by, 2), fill: MUTED, fontSize: 11, fontFamily: font } }] };
    } }],
  });
};

kinds.heatmap = (element, chart) => {
  const values = unpack(chart.values), counts = unpack(chart.counts), columns = chart.columns.length;
  const data = Array.from(values, (value, i) => [i % columns, Math.floor(i / columns), value, i]).filter(([, , value]) => !Number.isNaN(value));
  if (data.length === 0) {
    nothing(element, 'There is nothing to compare.');
    return;
  }
  const { low, high } = chart.range, stops = low < 0 ? [AGAINST, '#f7f7f7', FOR] : ['#f2f6fa', '#9cc3dd', '#0072b2', '#0b3c5d'];
  const share = low === 0 && high === 1;
  const written = (value) => (share ? `${format(100 * value, 3)} %` : format(value));
  const label = { color: INK, fontSize: 11, overflow: 'truncate', ellipsis: '…' };
  const room = Math.min(290, Math.max(135, 6.3 * chart.rows.reduce((longest, name) => Math.max(longest, name.length), 0)));
  const below = columns > 12 ? 36 : 0; // for slanted names
  const wide = Math.max(1, (element.clientWidth || 1000) - room - 52) / columns; // a cell: names that have no room are left out
  plot(element, Math.min(1400, chart.rows.length * 24 + 130 + below), {
    grid: { left: room + 32, right: 20, top: 8, bottom: 110 + below },
    tooltip: { ...TIP, formatter: ({ value: [x, y, value, i] }) => `${escapeHtml(chart.rows[y])} · ${escapeHtml(chart.columns[x])}<br>${escapeHtml(chart.valueName)}: <b>${written(value)}</b>`
      + (counts ? ` of ${count(counts[i])} ${counts[i] === 1 ? 'row' : 'rows'}` : '') },
    xAxis: { type: 'category', data: chart.columns, name: chart.columnAxis, nameLocation: 'middle', nameGap: 48 + below, nameTextStyle: TEXT, axisLabel: { ...label, width: below ? 90 : Math.max(40, wide - 6), rotate: below ? 40 : 0, interval: Math.ceil((below ? 17 : 40) / wide) - 1 }, axisTick: { show: false }, axisLine: { show: false } },
    yAxis: { type: 'category', inverse: true, data: chart.rows, name: chart.rowAxis, nameLocation: 'middle', nameGap: room + 16, nameTextStyle: TEXT, axisLabel: { ...label, width: room }, axisTick: { show: false }, axisLine: { show: false } },
    visualMap: { min: low, max: high, calculable: false, orient: 'horizontal', left: 'center', bottom: 4, itemHeight: 160, itemWidth: 12, text: [written(high), written(low)], textStyle: TEXT, inRange: { color: stops }, seriesIndex: [] },
    series: [{ type: 'custom', data, encode: { x: 0, y: 1 }, emphasis: { disabled: true }, renderItem: (_, api) => {
      const [x, y] = api.coord([api.value(0), api.value(1)]), [w, h] = api.size([1, 1]), side = counts && counts[api.value(3)] < chart.few ? 0.45 : 1;
      return { type: 'rect', shape: { x: x - side * w / 2, y: y - side * h / 2, width: side * w, height: side * h },
        style: { fill: ramp(shareIn(chart.range, api.value(2)), stops), stroke: '#fff', lineWidth: 1 } };
    } }],
  });
  element.append(el('p', { class: 'quiet' }, `Color: ${chart.valueName}.${chart.few ? ` Small cells stand for fewer than ${chart.few} rows and may be chance.` : ''}`));
};

/** A step between round numbers, of about a size. */
function niceStep(about) {
  const unit = 10 ** Math.floor(Math.log10(about));
  return unit * [1, 2, 5, 10].find((k) => k * unit >= about);
}

kinds.icicle = (element, chart) => {
  const branches = chart.branches.map((b) => ({ ...b, levels: unpack(b.levels), sizes: unpack(b.sizes) }));
  if (branches.length === 0) {
    nothing(element, 'The tree is empty.');
    return;
  }
  const children = branches.map(() => []);
  branches.forEach((b, i) => b.parent >= 0 && children[b.parent].push(i));
  const total = branches[0].sizes[0] || 1;
  const lay = (i, left) => { // a branch stands in the middle of the room that it and its children take
    branches[i].left = left;
    const wide = branches[i].sizes[0];
    const sum = children[i].reduce((a, c) => a + branches[c].sizes[0], 0);
    let at = left + (wide - sum) / 2;
    for (const c of children[i]) {
      lay(c, at);
      at += branches[c].sizes[0];
    }
  };
  lay(0, 0);
  const deep = branches.reduce((a, b) => Math.max(a, ...b.levels), 0);
  branches.forEach((b) => { // a chosen cluster that dies where it is born can still be seen
    if (b.cluster >= 0) b.levels[b.levels.length - 1] = Math.max(b.levels[b.levels.length - 1], b.levels[0] + deep / 120);
  });
  const W = element.clientWidth || 1000, H = 520, LEFT = 58, parts = []; // drawn to the width there is, then scaled
  const step = niceStep((deep || 1) / 6), down = (v) => v / (deep || 1) * (H - 30) + 10;
  for (let at = 0; at <= deep; at += step) {
    parts.push(`<line x1="${LEFT - 4}" x2="${W}" y1="${down(at)}" y2="${down(at)}" stroke="${LINE}"/><text x="${LEFT - 10}" y="${down(at) + 4}" text-anchor="end" font-size="11" fill="${MUTED}">${format(at)}</text>`);
  }
  parts.push(`<text transform="translate(12 ${H / 2}) rotate(-90)" text-anchor="middle" font-size="11" fill="${MUTED}">${escapeHtml(chart.valueAxis)}</text>`);
  const numbers = [];
  branches.forEach((b) => {
    const middle = b.left + b.sizes[0] / 2;
    const x = (v) => (v / total * (W - LEFT - 10) + LEFT).toFixed(1), y = (v) => down(v).toFixed(1);
    const right = [], left = [];
    b.sizes.forEach((size, k) => {
      right.push(`${x(middle + size / 2)},${y(b.levels[k])} ${x(middle + size / 2)},${y(b.levels[k + 1])}`);
      left.unshift(`${x(middle - size / 2)},${y(b.levels[k + 1])} ${x(middle - size / 2)},${y(b.levels[k])}`);
    });
    const title = `${escapeHtml(b.name)}: ${count(b.sizes[0])} rows, from ${format(b.levels[0], 3)} to ${format(b.levels[b.levels.length - 1], 3)}`;
    parts.push(`<polygon points="${right.join(' ')} ${left.join(' ')}" fill="${b.cluster >= 0 ? colors.of(b.cluster) : '#dfe3e9'}" stroke="#fff" stroke-width=".7"><title>${title}</title></polygon>`);
    if (b.cluster >= 0 && b.sizes[0] / total * (W - LEFT - 10) > 18) {
      numbers.push(`<text x="${x(middle)}" y="${down(b.levels[0]) + 14}" text-anchor="middle" font-size="13" font-weight="600" fill="${INK}" stroke="#fff" stroke-width="4" stroke-opacity=".9" paint-order="stroke" pointer-events="none">${b.cluster}</text>`);
    }
  });
  const place = el('div');
  place.innerHTML = `<svg viewBox="0 0 ${W} ${H}" style="width:100%;height:auto;max-height:75vh" role="img" aria-label="${escapeHtml(chart.title)}">${parts.join('')}${numbers.join('')}</svg>`;
  element.append(place, el('p', { class: 'quiet' }, 'Width: rows. Colored: the clusters chosen, with their numbers.'));
};

// SPDX-License-Identifier: Apache-2.0
// Histograms and bars: small multiples, a picker where there is too much to show at once.
const GRID = { left: 18, right: 22, top: 8, bottom: 24 };
const TIP = { confine: true, borderColor: LINE, textStyle: { color: INK, fontSize: 12 } };

/** Whether each bin is one whole number. */
const isWhole = ({ edges }) => edges.length > 1 && edges[1] - edges[0] === 1 && Number.isInteger(edges[0] + 0.5);

/** What a bin is called: its edges, its number or its category. */
const binNames = (h) => h.categories ?? h.counts.map((_, i) => isWhole(h) ? format(h.edges[i] + 0.5) : `${format(h.edges[i], 3)} – ${format(h.edges[i + 1], 3)}`);

/** Bars of one histogram; a cluster's shares in front of all rows' shares if one is given. */
function histogram(element, h, { color = ACCENT, part = null, height = 120 } = {}) {
  if (h.counts.length === 0) {
    nothing(element, 'No values.');
    return;
  }
  const names = binNames(h);
  const total = h.counts.reduce((a, b) => a + b, 0) || 1;
  const inside = part ? part.counts.reduce((a, b) => a + b, 0) || 1 : 1;
  const bars = (data, fill, extra) => ({ type: 'bar', data, barCategoryGap: h.categories || data.length < 8 ? '20%' : '6%', itemStyle: { color: fill }, barMinHeight: part ? 0 : 1, ...extra });
  const series = part
    ? [bars(h.counts.map((c) => c / total), '#dde2e8', { name: 'All rows', barGap: '-100%' }), bars(part.counts.map((c) => c / inside), colors.of(part.cluster), { name: part.name, barGap: '-100%', itemStyle: { color: colors.of(part.cluster), opacity: 0.72 } })]
    : [bars(h.counts, color, { name: 'Rows', barMinHeight: 0 })];
  const last = h.counts.length - 1;
  const label = (i) => isWhole(h) ? names[i] : format(h.edges[i === 0 ? 0 : h.edges.length - 1], 3);
  const wide = h.categories || h.counts.length < 8, room = Math.floor(230 / h.counts.length);
  plot(element, height, {
    grid: { ...GRID, bottom: 20 },
    tooltip: { ...TIP, trigger: 'axis', axisPointer: { type: 'shadow' }, formatter: (items) => `${escapeHtml(names[items[0].dataIndex])}<br>` + items.map((item) =>
      `${escapeHtml(item.seriesName)}: <b>${part ? `${(item.value * 100).toFixed(1)} %` : count(item.value)}</b>`).join('<br>') },
    xAxis: { type: 'category', data: names, axisTick: { show: false }, axisLine: { lineStyle: { color: '#d5dae1' } },
      axisLabel: wide ? { ...TEXT, interval: room < 40 ? 'auto' : 0, width: Math.max(room, 70), overflow: 'truncate', ellipsis: '…', formatter: (name) => name }
        : { ...TEXT, interval: (i) => i === 0 || i === last, formatter: (_, i) => label(i), showMinLabel: true, showMaxLabel: true } },
    yAxis: { type: 'value', show: false, min: 0 },
    series,
  });
}

const axisNote = (h) => el('div', { class: 'quiet', style: 'font-size:12px;text-align:center' },
  h.axis + (h.log ? ', log scale' : '') + (h.missing ? ` (${count(h.missing)} missing)` : ''));

kinds.histogram = (element, chart) => {
  if (chart.features.length === 0) {
    nothing(element, 'There are no features to show.');
    return;
  }
  const parts = chart.features[0].histograms[0].parts;
  const double = chart.features[0].histograms.length > 1;
  const panels = el('div', { class: double ? 'panels wide' : 'panels' });
  const scales = el('span', { class: 'quiet' }, 'Each panel has its own scale.');
  const draw = (chosen) => empty(panels) ?? chart.features.forEach(({ name, histograms }) => {
    const panel = el('div', {}, heading(name));
    panels.append(panel);
    const row = el('div', { class: histograms.length > 1 ? 'pair' : '' });
    panel.append(row);
    histograms.forEach((h, side) => {
      const cell = el('div');
      row.append(cell);
      histogram(cell, h, { color: histograms.length > 1 && side === 0 ? '#8fa3b8' : ACCENT, part: h.parts?.[chosen] ?? null });
      cell.append(axisNote(h));
    });
  });
  if (parts) {
    const sizes = parts.map((part) => part.counts.reduce((a, b) => a + b, 0));
    const legend = el('span');
    const choose = (i) => {
      legend.replaceChildren(el('span', { class: 'dot', style: `background:${colors.of(parts[i].cluster)};margin-right:6px` }), parts[i].name,
        el('span', { class: 'dot', style: 'background:#dde2e8;margin:0 6px 0 16px' }), 'All rows (shares of each)');
      draw(i);
    };
    element.append(el('div', { class: 'tools' }, choice('Cluster', parts.map((part, i) => `${part.name} (${count(sizes[i])} rows)`), 0, choose), legend, scales), panels);
    choose(0);
  } else {
    element.append(el('div', { class: 'tools' }, scales), panels);
    draw(-1);
  }
};

/** Horizontal bars, the largest on top; an arrow says which values of the feature speak for the cluster. */
function bars(element, chart, group, most) {
  const order = group.values.map((value, i) => [value, i]).filter(([value]) => value !== null && value !== 0)
    .sort((a, b) => Math.abs(b[0]) - Math.abs(a[0]) || a[1] - b[1]).slice(0, most);
  if (order.length === 0) {
    nothing(element, 'No feature matters here.');
    return;
  }
  const names = Math.min(0.45 * (element.clientWidth || 270), Math.max(...order.map(([, i]) => widthOf(chart.features[i]))) + 2);
  const whole = order.every(([value]) => Number.isInteger(value)); // counts are told to the last one
  const arrow = (i) => ({ 1: '▲ ', '-1': '▼ ' })[group.directions?.[i]] ?? '';
  plot(element, order.length * 23 + 14, {
    grid: { left: names + 12, right: 64, top: 4, bottom: 4 },
    tooltip: { ...TIP, trigger: 'axis', axisPointer: { type: 'shadow' }, formatter: ([{ dataIndex }]) => `${escapeHtml(chart.features[order[dataIndex][1]])}<br>${escapeHtml(chart.valueAxis)}: <b>${format(order[dataIndex][0])}</b>` },
    xAxis: { type: 'value', show: false },
    yAxis: { type: 'category', inverse: true, data: order.map(([, i]) => chart.features[i]), axisTick: { show: false }, axisLine: { show: false },
      axisLabel: { color: INK, fontSize: 12, width: names, overflow: 'truncate', ellipsis: '…' } },
    series: [{ type: 'bar', data: order.map(([value]) => value), barWidth: 15, itemStyle: { color: colors.of(group.cluster) },
      label: { show: true, position: 'right', ...TEXT, formatter: ({ dataIndex, value }) => arrow(order[dataIndex][1]) + (whole ? count(value) : format(value, 2)) } }],
  });
}

kinds.bars = (element, chart) => {
  if (chart.groups.length === 0 || chart.features.length === 0) {
    nothing(element, 'There is nothing to compare.');
    return;
  }
  const single = chart.groups.length === 1;
  const directed = chart.groups.some((group) => group.directions);
  const panels = el('div', { class: single ? '' : 'panels' });
  const draw = (most) => empty(panels) ?? chart.groups.forEach((group) => {
    const panel = el('div', {}, group.cluster === -2 && single ? '' : heading(group.name, group.cluster, group.note));
    panels.append(panel);
    bars(panel, chart, group, most);
  });
  const amounts = [...new Set([8, 15, 30, chart.features.length].filter((k) => k <= chart.features.length))];
  const start = single ? Math.min(1, amounts.length - 1) : 0;
  element.append(el('div', { class: 'tools' },
    amounts.length > 1 ? choice('Show', amounts.map((k) => k === chart.features.length ? `all ${k}` : `the ${k} largest`), start, (i) => draw(amounts[i])) : null,
    el('span', { class: 'quiet' }, chart.valueAxis + (single ? '' : ' · each panel has its own scale') + (directed ? ' · ▲ high values speak for the cluster, ▼ low values do' : ''))), panels);
  draw(amounts[start]);
};

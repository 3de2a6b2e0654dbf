// SPDX-License-Identifier: Apache-2.0
// Several quantities over one logarithmic axis, a panel each, with marked places.
kinds.lines = (element, chart) => {
  const panels = chart.panels.map((panel) => ({ name: panel.name, range: panel.range, x: unpack(panel.x), y: unpack(panel.y) })).filter(({ x }) => x.length > 0);
  if (panels.length === 0) {
    nothing(element, 'There is nothing to compare.');
    return;
  }
  const low = Math.min(...panels.map(({ x }) => x[0])), high = Math.max(...panels.map(({ x }) => x[x.length - 1]));
  const top = (i) => 26 + i * 156, last = panels.length - 1;
  const color = ({ chosen }) => (chosen ? ACCENT : '#98a2b3');
  plot(element, top(last) + 178, {
    grid: panels.map((_, i) => ({ left: 76, right: 48, top: top(i), height: 124 })),
    tooltip: { ...TIP, trigger: 'axis', axisPointer: { type: 'line', snap: true }, formatter: (items) => `${escapeHtml(chart.axis)} ${format(items[0].value[0])}<br>`
      + items.map(({ seriesName, value }) => `${escapeHtml(seriesName)}: <b>${format(value[1])}</b>`).join('<br>') },
    xAxis: panels.map((_, i) => ({ type: 'log', gridIndex: i, min: low, max: high > low ? high : low * 2, splitLine: { show: false }, axisTick: { show: i === last }, axisLine: { lineStyle: { color: '#d5dae1' } },
      axisLabel: { ...TEXT, show: i === last, formatter: (v) => format(v, 3) }, name: i === last ? `${chart.axis}, log scale` : '', nameLocation: 'middle', nameGap: 28, nameTextStyle: TEXT })),
    yAxis: panels.map(({ name, range }, i) => ({ type: 'value', gridIndex: i, min: range?.low ?? 0, max: range?.high, interval: range && (range.high - range.low) / 4, splitNumber: 3, name, nameLocation: 'middle', nameGap: 50, nameTextStyle: TEXT, axisLabel: { ...TEXT, formatter: (v) => format(v, 3) }, splitLine: { lineStyle: { color: LINE } } })),
    series: panels.map(({ name, x, y }, i) => ({ type: 'line', name, xAxisIndex: i, yAxisIndex: i, data: Array.from(x, (v, k) => [v, y[k]]), symbol: 'circle', symbolSize: x.length > 80 ? 0 : 4, lineStyle: { width: 1.8 }, color: ACCENT,
      markLine: { silent: true, symbol: 'none', animation: false, data: chart.marks.filter((m) => m.x >= low && m.x <= high).map((mark) => ({ xAxis: mark.x,
        lineStyle: { color: color(mark), type: mark.chosen ? 'solid' : 'dashed', width: mark.chosen ? 1.6 : 1 },
        label: { show: i === 0, formatter: mark.name, color: color(mark), fontSize: 11, fontWeight: mark.chosen ? 600 : 400 } })) } })),
  });
};

// SPDX-License-Identifier: Apache-2.0
// Small maps of the same points side by side, all colored by one column.
kinds.maps = (element, chart, page) => {
  const panels = chart.panels.map((panel) => ({ ...panel, x: unpack(panel.x), y: unpack(panel.y) }));
  const n = panels.length > 0 ? panels[0].x.length : 0;
  if (n === 0) {
    nothing(element, 'There are no rows to show.');
    return;
  }
  const values = chart.values.map((column) => ({ ...column, numbers: unpack(column.numbers) }));
  let shades = null;

  function color(chosen) {
    if (chosen >= values.length) {
      shades = () => ACCENT;
      return;
    }
    const { numbers, categories, range } = values[chosen];
    if (categories) {
      shades = (i) => colors.of(numbers[i]);
      return;
    }
    const places = range ? Array.from(numbers, (v) => shareIn(range, v)) : ranks(numbers);
    shades = (i) => Number.isNaN(places[i]) ? colors.noise : ramp(places[i]);
  }

  function draw(canvas, { x, y }) {
    const w = canvas.clientWidth || 280, h = canvas.clientHeight || 210, g = blank(canvas, w, h);
    g.globalAlpha = 0.75;
    const [x0, x1] = extent(x), [y0, y1] = extent(y);
    const scale = Math.min((w - 12) / (x1 - x0), (h - 12) / (y1 - y0)), r = n > 500 ? 1.2 : 2;
    let marks = 0;
    for (let i = 0; i < n; i++) {
      if (Number.isNaN(x[i]) || Number.isNaN(y[i])) continue;
      g.fillStyle = shades(i);
      g.fillRect(w / 2 + (x[i] - (x0 + x1) / 2) * scale - r, h / 2 - (y[i] - (y0 + y1) / 2) * scale - r, 2 * r, 2 * r);
      marks++;
    }
    canvas.dataset.marks = marks;
  }

  const grid = el('div', { class: 'maps', style: `--columns:${chart.columns}` });
  const canvases = panels.map((panel) => {
    const canvas = el('canvas', { 'aria-label': `${panel.name}: ${panel.note}` });
    grid.append(el('div', { class: panel.chosen ? 'chosen' : '' }, heading(panel.name), el('div', { class: 'quiet note-line' }, panel.note), canvas));
    return canvas;
  });
  const all = () => panels.forEach((panel, i) => draw(canvases[i], panel));
  const show = (chosen) => {
    color(chosen);
    all();
  };
  if (values.length > 1 && !page.report) {
    element.append(el('div', { class: 'tools' }, choice('Color by', values.map(({ name }) => name), 0, show)));
  }
  element.append(grid);
  show(0);
  if (page.report) {
    canvases.forEach((canvas) => canvas.replaceWith(el('img', { src: canvas.toDataURL('image/png'), alt: canvas.getAttribute('aria-label'), style: 'width:100%' })));
  } else {
    let frame = 0;
    new ResizeObserver(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => grid.clientWidth > 0 && all());
    }).observe(grid);
  }
};

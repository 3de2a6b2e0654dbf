// SPDX-License-Identifier: Apache-2.0
// The map: a canvas of points that pans (drag), zooms (wheel), tells on hover, and selects with a lasso (shift and drag, or the
// lasso button). Colors by cluster or by a column; clusters and noise can be switched off in the legend.
kinds.map = (element, chart, page) => {
  const xs = unpack(chart.coordinates[0]), ys = unpack(chart.coordinates[1]);
  const n = xs.length;
  if (n === 0) {
    nothing(element, 'There are no rows to show.');
    return;
  }
  const clusters = unpack(chart.clusters);
  const names = chart.clusterNames ?? [];
  const values = (chart.values ?? []).map((column) => ({ ...column, numbers: unpack(column.numbers) }));
  const keys = unpackKeys(chart.keys);
  const hidden = new Set();
  const selected = new Uint8Array(n);
  let anySelected = false, colorBy = -1, lassoMode = false, lasso = null, hovered = -1;
  let shades = null, view = null, frame = 0;

  const canvas = el('canvas', { tabindex: 0, 'aria-label': `${chart.title}: ${count(n)} points` });
  const tip = el('div', { class: 'tip', hidden: true });
  const box = el('div', { class: 'map' }, canvas, tip);
  const legend = el('div', { class: 'legend' });
  const status = el('span', { class: 'quiet', 'data-role': 'status' });

  // ---- where points are -------------------------------------------------------------------------
  const [x0, x1] = extent(xs), [y0, y1] = extent(ys);
  const width = () => box.clientWidth || 600, height = () => box.clientHeight || 400;
  function fitAll() {
    const scale = Math.min((width() - 40) / (x1 - x0), (height() - 40) / (y1 - y0));
    view = { scale, cx: (x0 + x1) / 2, cy: (y0 + y1) / 2, fitted: scale };
  }
  const px = (i) => width() / 2 + (xs[i] - view.cx) * view.scale;
  const py = (i) => height() / 2 - (ys[i] - view.cy) * view.scale;
  const clusterOf = (i) => clusters ? clusters[i] : 0;
  const visible = (i) => !hidden.has(clusterOf(i));

  // ---- colors ----------------------------------------------------------------------------------
  // Points are painted color by color in slices of rows, so that no cluster hides another and the canvas changes color rarely.
  const SHADES = 32, SLICES = 12, IN_TIP = 14;
  function classify() {
    if (colorBy < 0) {
      shades = { of: clusterOf, color: (c) => colors.of(c) };
      return;
    }
    const { numbers, categories } = values[colorBy];
    if (categories) {
      shades = { of: (i) => numbers[i], color: (c) => colors.of(c) };
      return;
    }
    const range = rangeOf(values[colorBy]);
    shades = { range, color: (s) => s < 0 ? colors.noise : ramp(s / (SHADES - 1)),
      of: (i) => Number.isNaN(numbers[i]) ? -1 : Math.max(0, Math.min(SHADES - 1, Math.round(shareIn(range, numbers[i]) * (SHADES - 1)))) };
  }

  function order() {
    const groups = new Map();
    for (let i = 0; i < n; i++) {
      const shade = shades.of(i);
      const slice = clusterOf(i) < 0 ? -1 : i % SLICES;
      const key = slice * 100000 + shade;
      if (!groups.has(key)) groups.set(key, { slice, shade, points: [] });
      groups.get(key).points.push(i);
    }
    shades.groups = [...groups.values()].sort((a, b) => a.slice - b.slice || a.shade - b.shade);
  }

  // ---- drawing ----------------------------------------------------------------------------------
  function radius() {
    const zoom = Math.sqrt(view.scale / view.fitted);
    return Math.max(1, Math.min(7, (5.2 - 0.85 * Math.log10(n)) * Math.max(0.8, Math.min(2, zoom))));
  }

  function draw() {
    frame = 0;
    const w = width(), h = height(), g = blank(canvas, w, h);
    const r = radius();
    const covered = n * Math.PI * r * r / (w * h);
    const alpha = Math.max(0.3, Math.min(0.85, 0.9 / Math.sqrt(1 + 4 * covered)));
    let marks = 0;
    for (const { slice, shade, points } of shades.groups) {
      marks += paint(g, points, shades.color(shade), slice < 0 ? r * 0.8 : r, (anySelected ? 0.25 : 1) * alpha * (slice < 0 ? 0.7 : 1), w, h);
    }
    if (anySelected) {
      const chosen = [];
      for (let i = 0; i < n; i++) if (selected[i]) chosen.push(i);
      chosen.forEach((i) => paint(g, [i], shades.color(shades.of(i)), r * 1.15, 1, w, h));
    }
    box.dataset.marks = marks;
    if (colorBy < 0) labels(g);
    if (hovered >= 0) ring(g, hovered, r + 2.5);
    if (lasso) outline(g);
  }

  function paint(g, points, color, r, alpha, w, h) {
    g.globalAlpha = alpha;
    g.fillStyle = color;
    let marks = 0;
    for (const i of points) {
      if (!visible(i)) continue;
      const x = px(i), y = py(i);
      if (!(x > -r && y > -r && x < w + r && y < h + r)) continue;
      marks++;
      if (r < 1.6) {
        g.fillRect(x - r, y - r, 2 * r, 2 * r);
      } else {
        g.beginPath();
        g.arc(x, y, r, 0, 6.2832);
        g.fill();
      }
    }
    g.globalAlpha = 1;
    return marks;
  }

  /** How far up and down a cluster reaches from its middle: numbers stand above what they would cover. */
  const reach = new Float64Array(names.length);
  if (clusters) {
    for (let i = 0; i < n; i++) {
      if (clusters[i] >= 0) reach[clusters[i]] = Math.max(reach[clusters[i]], Math.abs(ys[i] - ys[chart.middles[clusters[i]]]));
    }
  }

  function labels(g) {
    g.font = '600 13px sans-serif';
    g.textAlign = 'center';
    g.textBaseline = 'middle';
    const placed = [];
    (chart.middles ?? []).forEach((point, cluster) => {
      if (point < 0 || hidden.has(cluster)) return;
      const far = reach[cluster] * view.scale, x = px(point), y = py(point) - (far < 12 ? far + 12 : 0);
      if (placed.some(([a, b]) => Math.abs(a - x) < 20 && Math.abs(b - y) < 15)) return;
      placed.push([x, y]);
      g.lineWidth = 4;
      g.strokeStyle = 'rgba(255,255,255,.9)';
      g.strokeText(cluster, x, y);
      g.fillStyle = INK;
      g.fillText(cluster, x, y);
    });
  }

  function ring(g, i, r) {
    g.strokeStyle = INK;
    g.lineWidth = 1.5;
    g.beginPath();
    g.arc(px(i), py(i), r, 0, 6.2832);
    g.stroke();
  }

  function outline(g) {
    g.beginPath();
    lasso.forEach(([x, y], i) => (i ? g.lineTo(x, y) : g.moveTo(x, y)));
    g.closePath();
    g.fillStyle = 'rgba(0,114,178,.08)';
    g.fill();
    g.strokeStyle = ACCENT;
    g.lineWidth = 1.5;
    g.stroke();
  }

  const redraw = () => { frame ||= requestAnimationFrame(draw); };

  // ---- selection --------------------------------------------------------------------------------
  function showSelection() {
    anySelected = selected.some((s) => s);
    let chosen = 0;
    for (const s of selected) chosen += s;
    box.dataset.selected = chosen;
    status.textContent = anySelected ? `${count(chosen)} of ${count(n)} rows selected` : `${count(n)} rows`;
    redraw();
  }

  function tell() {
    showSelection();
    if (keys) {
      knime.select(keys.list.filter((_, i) => selected[i]));
    }
  }

  function heard(mode, pushed) {
    if (mode === 'REPLACE') selected.fill(0);
    for (const key of pushed) {
      const i = keys.index.get(key);
      if (i !== undefined) selected[i] = mode === 'REMOVE' ? 0 : 1;
    }
    showSelection();
  }

  function inside([...polygon], x, y) {
    let within = false;
    for (let i = 0, j = polygon.length - 1; i < polygon.length; j = i++) {
      const [ax, ay] = polygon[i], [bx, by] = polygon[j];
      if ((ay > y) !== (by > y) && x < (bx - ax) * (y - ay) / (by - ay) + ax) within = !within;
    }
    return within;
  }

  function closeLasso(add) {
    const polygon = lasso;
    lasso = null;
    if (!add) selected.fill(0);
    if (polygon.length > 2) {
      for (let i = 0; i < n; i++) {
        if (visible(i) && inside(polygon, px(i), py(i))) selected[i] = 1;
      }
    }
    tell();
  }

  // ---- pointer and keys -------------------------------------------------------------------------
  const place = (event) => {
    const at = canvas.getBoundingClientRect();
    return [event.clientX - at.left, event.clientY - at.top];
  };
  let drag = null;
  canvas.addEventListener('pointerdown', (event) => {
    try { canvas.setPointerCapture(event.pointerId); } catch { /* a pointer that is gone already */ }
    const at = place(event);
    if (lassoMode || event.shiftKey) lasso = [at];
    else drag = { at, cx: view.cx, cy: view.cy, moved: false };
  });
  canvas.addEventListener('pointermove', (event) => {
    const at = place(event);
    if (lasso) {
      lasso.push(at);
      redraw();
    } else if (drag) {
      drag.moved ||= Math.hypot(at[0] - drag.at[0], at[1] - drag.at[1]) > 3;
      view.cx = drag.cx - (at[0] - drag.at[0]) / view.scale;
      view.cy = drag.cy + (at[1] - drag.at[1]) / view.scale;
      redraw();
    } else {
      hover(at);
    }
  });
  canvas.addEventListener('pointerup', (event) => {
    if (lasso) closeLasso(event.ctrlKey || event.metaKey);
    else if (drag && !drag.moved) click(place(event), event.ctrlKey || event.metaKey);
    drag = null;
  });
  canvas.addEventListener('pointerleave', () => { hovered = -1; tip.hidden = true; redraw(); });
  canvas.addEventListener('wheel', (event) => {
    event.preventDefault();
    zoom(2 ** (-event.deltaY / 300), place(event));
  }, { passive: false });
  canvas.addEventListener('dblclick', () => { fitAll(); redraw(); });
  canvas.addEventListener('keydown', (event) => {
    const step = { ArrowLeft: [-40, 0], ArrowRight: [40, 0], ArrowUp: [0, 40], ArrowDown: [0, -40] }[event.key];
    if (step) {
      view.cx += step[0] / view.scale;
      view.cy += step[1] / view.scale;
      event.preventDefault();
      redraw();
    } else if (event.key === '+' || event.key === '-') {
      zoom(event.key === '+' ? 1.25 : 0.8, [width() / 2, height() / 2]);
    } else if (event.key === 'Escape' && anySelected) {
      event.preventDefault();
      selected.fill(0);
      tell();
    }
  });

  function zoom(by, [x, y]) {
    const scale = Math.max(view.fitted / 4, Math.min(view.fitted * 400, view.scale * by));
    view.cx += (x - width() / 2) * (1 / view.scale - 1 / scale);
    view.cy -= (y - height() / 2) * (1 / view.scale - 1 / scale);
    view.scale = scale;
    redraw();
  }

  function nearest([x, y]) {
    let best = -1, least = 12 ** 2;
    for (let i = 0; i < n; i++) {
      const dx = px(i) - x, dy = py(i) - y, d = dx * dx + dy * dy;
      if (d < least && visible(i)) { least = d; best = i; }
    }
    return best;
  }

  function click(at, add) {
    const i = nearest(at);
    if (i < 0 && !anySelected) return;
    if (!add) selected.fill(0);
    if (i >= 0) selected[i] = 1;
    tell();
  }

  function hover(at) {
    const i = nearest(at);
    if (i !== hovered) {
      hovered = i;
      redraw();
    }
    tip.hidden = i < 0;
    if (i < 0) return;
    const shown = values.slice(0, IN_TIP).map(({ name, numbers, categories }) => [name, categories ? categories[numbers[i]] ?? '–' : format(numbers[i])]);
    if (values.length > IN_TIP) shown.push([`and ${values.length - IN_TIP} more to color by`, '']);
    tip.replaceChildren(
      keys ? el('b', {}, keys.list[i]) : '',
      clusters ? el('div', {}, clusters[i] < 0 ? 'Noise' : names[clusters[i]]) : '',
      el('table', {}, ...shown.map(([name, value]) => el('tr', {}, el('td', {}, name), el('td', {}, value)))));
    tip.style.left = `${Math.max(4, Math.min(at[0] + 14, width() - tip.offsetWidth - 4))}px`;
    tip.style.top = `${Math.max(4, Math.min(at[1] + 14, height() - tip.offsetHeight - 4))}px`;
  }

  // ---- legend and tools -------------------------------------------------------------------------
  function showLegend() {
    if (colorBy >= 0 && !values[colorBy].categories) {
      const { name, numbers } = values[colorBy], { low, high, below, above } = shades.range;
      const stops = Array.from({ length: 8 }, (_, i) => ramp(low === high ? 0.5 : i / 7)).join(',');
      const ends = low === high ? [`all ${format(low)}`] : [(below ? '≤ ' : '') + format(low), (above ? '≥ ' : '') + format(high)];
      legend.replaceChildren(el('h3', {}, name), el('div', { class: 'ramp', style: `background:linear-gradient(90deg,${stops})` }),
        el('div', { class: 'ends' }, ...ends.map((end) => el('span', {}, end))), numbers.some(Number.isNaN) ? el('p', { class: 'quiet' }, 'Grey: no value.') : '');
    } else if (colorBy >= 0) {
      legend.replaceChildren(el('h3', {}, values[colorBy].name), ...values[colorBy].categories.map((name, c) => el('div', {},
        el('span', { class: 'dot', style: `background:${colors.of(c)};margin-right:8px` }), name)));
    } else if (clusters) {
      const sizes = new Map();
      for (const c of clusters) sizes.set(c, (sizes.get(c) ?? 0) + 1);
      const entry = (cluster, name) => {
        const button = el('button', { 'aria-pressed': String(!hidden.has(cluster)), title: `Show or hide ${name}`, onclick: () => {
          hidden.has(cluster) ? hidden.delete(cluster) : hidden.add(cluster);
          noise.checked = !hidden.has(-1);
          showLegend();
          redraw();
        } }, el('span', { class: 'dot', style: `background:${colors.of(cluster)}` }), el('span', { class: 'name' }, name), el('span', { class: 'count' }, count(sizes.get(cluster) ?? 0)));
        return button;
      };
      legend.replaceChildren(el('h3', {}, names.length === 1 ? '1 cluster' : `${names.length} clusters`), ...names.map((name, c) => entry(c, name)), sizes.has(-1) ? entry(-1, 'Noise') : '');
    } else {
      legend.remove();
    }
  }

  const noise = el('input', { type: 'checkbox', checked: '', onchange: () => {
    noise.checked ? hidden.delete(-1) : hidden.add(-1);
    showLegend();
    redraw();
  } });
  const lassoButton = el('button', { 'aria-pressed': 'false', title: 'Draw around points to select their rows (or hold Shift)', onclick: () => {
    lassoMode = !lassoMode;
    lassoButton.setAttribute('aria-pressed', String(lassoMode));
    lassoButton.style.background = lassoMode ? '#dceaf4' : '';
    canvas.style.cursor = lassoMode ? 'crosshair' : '';
  } }, 'Lasso');
  const recolor = (by) => { colorBy = by; classify(); order(); showLegend(); redraw(); };
  const first = clusters ? 'Cluster' : 'Nothing';
  if (!page.report) {
    element.append(el('div', { class: 'tools' },
      values.length ? choice('Color by', [first, ...values.map(({ name }) => name)], (chart.colorBy ?? -1) + 1, (i) => recolor(i - 1)) : null,
      clusters && clusters.includes(-1) ? el('label', {}, noise, 'Show noise') : null,
      lassoButton, el('button', { onclick: () => { fitAll(); redraw(); } }, 'Fit'), status));
  }
  element.append(el('div', { class: 'mapbox' }, box, legend));
  fitAll();
  recolor(chart.colorBy ?? -1);
  showSelection();
  if (keys) {
    heard('ADD', page.selection);
    knime.onSelection(heard);
  }
  draw();
  if (page.report) {
    const picture = el('img', { src: canvas.toDataURL('image/png'), alt: chart.title, style: 'width:100%' });
    box.replaceWith(picture);
  } else {
    new ResizeObserver(() => {
      const zoomed = view.scale / view.fitted, { cx, cy } = view;
      fitAll();
      view = { ...view, cx, cy, scale: view.fitted * zoomed };
      redraw();
    }).observe(box);
  }
};

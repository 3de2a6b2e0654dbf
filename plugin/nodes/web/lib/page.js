// SPDX-License-Identifier: Apache-2.0
// The page: title and notes, then one chart at a time, chosen by tabs; all of them one below the other in a report.
(() => {
  const view = document.getElementById('view');

  function section(chart, page) {
    const place = el('div');
    const part = el('section', { 'data-kind': chart.kind }, el('h2', {}, chart.title), chart.caption ? el('p', { class: 'caption' }, chart.caption) : null, place);
    return { part, draw: () => kinds[chart.kind] ? kinds[chart.kind](place, chart, page) : nothing(place, `This page cannot draw "${chart.kind}".`) };
  }

  function draw(data, { report, selection }) {
    colors.palette = data.palette ?? colors.palette;
    colors.noise = data.noiseColor ?? colors.noise;
    const page = { report, selection, sample: data.sample };
    const sections = data.charts.map((chart) => section(chart, page));
    view.replaceChildren(el('h1', {}, data.title), ...(data.notes ?? []).map((note) => el('p', { class: 'note' }, note)));
    if (report || sections.length < 2) {
      sections.forEach(({ part, draw: drawNow }) => {
        view.append(part);
        drawNow();
        part.style.marginBottom = '28px';
      });
    } else {
      tabs(data.charts, sections);
    }
    view.dataset.drawn = 'true';
  }

  function tabs(charts, sections) {
    const place = el('div', { role: 'tabpanel' });
    const drawn = new Set();
    const buttons = charts.map((chart, i) => el('button', { role: 'tab', onclick: () => show(i) }, chart.title));
    const show = (i) => {
      buttons.forEach((button, k) => button.setAttribute('aria-selected', String(k === i)));
      place.replaceChildren(sections[i].part);
      if (!drawn.has(i)) {
        drawn.add(i);
        sections[i].draw();
      }
    };
    const bar = el('nav', { role: 'tablist', onkeydown: (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (step) {
        const to = (buttons.indexOf(document.activeElement) + step + buttons.length) % buttons.length;
        buttons[to].focus();
        show(to);
      }
    } }, ...buttons);
    view.append(bar, place);
    show(0);
  }

  function fail(error) {
    view.replaceChildren(el('p', { class: 'note' }, `This view could not be drawn: ${error.message}`));
    view.dataset.drawn = 'failed';
  }

  knime.start(draw, fail);
})();

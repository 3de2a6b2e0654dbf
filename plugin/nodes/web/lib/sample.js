// SPDX-License-Identifier: Apache-2.0
// Charts of single rows, all drawn from one sample of rows: what is chosen in one of them holds in the others too.
const looks = {
  /** All rows of the sample, a line of points a feature. */
  beeswarm(element, chart, { sample }) {
    kinds.beeswarm(element, { ...chart, groups: sample.groups.map((group) => ({ cluster: group.cluster, name: group.name,
      features: group.top.map((f, i) => ({ name: sample.features[f].name, contributions: group.contributions[i], values: sample.features[f].numbers })) })) });
  },

  /** One row, chosen here or in another view. */
  waterfall(element, chart, page) {
    const { sample } = page, keys = unpackKeys(sample.keys), own = unpack(sample.clusters);
    const place = el('div'), said = el('p', {}), tools = el('div', { class: 'tools' });
    let group = 0, row = Math.max(0, sample.groups[0].typical);
    const names = keys.list.map((key, i) => `${key} · ${own[i] < 0 ? 'no cluster' : sample.groups[own[i]].name}`);
    const show = () => {
      empty(place);
      const g = sample.groups[group], result = unpack(g.predictions)[row];
      const all = g.top.map((f, i) => ({ feature: sample.features[f].name, value: textOf(sample.features[f], row), contribution: unpack(g.contributions[i])[row] }))
        .sort((a, b) => Math.abs(b.contribution) - Math.abs(a.contribution));
      const steps = all.filter(({ contribution }) => contribution !== 0).slice(0, 10), others = sample.features.length - steps.length;
      if (others > 0) {
        const rest = result - g.baseValue - steps.reduce((sum, step) => sum + step.contribution, 0);
        steps.push({ feature: others === 1 ? '1 other' : `${others} others`, value: '', contribution: rest });
      }
      const chance = sample.unit === 'probability' ? result : 1 / (1 + Math.exp(-result));
      said.replaceChildren(el('b', {}, keys.list[row]), own[row] < 0 ? ' lies in no cluster' : ` lies in ${sample.groups[own[row]].name}`,
        `. The classifier of ${g.name} gives it a probability of ${format(100 * chance, 3)} %.`);
      kinds.waterfall(place, { unit: sample.unit, baseValue: g.baseValue, steps, result });
    };
    const draw = () => { // the choices anew, since both may have changed
      empty(tools);
      tools.append(choice('Why', sample.groups.map((g) => g.name), group, (k) => { group = k; row = sample.groups[k].typical < 0 ? row : sample.groups[k].typical; draw(); }),
        choice('Row', names, row, (i) => { row = i; show(); }));
      show();
    };
    const select = (selected) => {
      const found = selected.map((key) => keys.index.get(key)).find((i) => i !== undefined);
      note.textContent = selected.length > 0 && found === undefined ? 'The selected row is not among those that this view holds. Its contributions stand in the table of explanations.' : '';
      if (found !== undefined) {
        row = found;
        group = own[row] < 0 ? group : own[row];
      }
      draw();
    };
    const note = el('p', { class: 'quiet' });
    element.append(tools, note, said, place);
    select(page.selection ?? []);
    knime.onSelection((mode, selected) => mode !== 'REMOVE' && select(selected));
  },

  /** One feature of one cluster. */
  dependence(element, chart, { sample }) {
    const own = unpack(sample.clusters), place = el('div'), tools = el('div', { class: 'tools' });
    const show = (group, i) => {
      empty(place);
      const g = sample.groups[group];
      kinds.dependence(place, { ...chart, feature: sample.features[g.top[i]], contributions: g.contributions[i],
        colorBy: { categories: ['other rows', `rows of ${g.name}`], colors: [colors.noise, colors.of(g.cluster)], numbers: Array.from(own, (o) => Number(o === group)) } });
    };
    const draw = (group) => {
      empty(tools);
      const g = sample.groups[group];
      tools.append(choice('Cluster', sample.groups.map((one) => one.name), group, draw), choice('Feature', g.top.map((f) => sample.features[f].name), 0, (i) => show(group, i)));
      show(group, 0);
    };
    element.append(tools, place);
    draw(0);
  },
};

/** A feature's value in a row, as one reads it. */
function textOf(feature, row) {
  const value = unpack(feature.numbers)[row];
  return Number.isNaN(value) || (feature.categories && value < 0) ? 'missing' : feature.categories ? feature.categories[value] : format(value);
}

kinds.sample = (element, chart, page) => {
  if (page.sample.groups.length === 0 || unpackKeys(page.sample.keys).list.length === 0) {
    nothing(element, 'There are no rows to show.');
    return;
  }
  looks[chart.look](element, chart, page);
};

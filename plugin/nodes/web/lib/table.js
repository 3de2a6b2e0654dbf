// SPDX-License-Identifier: Apache-2.0
// Tables that can be sorted by any column.
kinds.table = (element, table) => {
  if (table.rows.length === 0) {
    nothing(element, 'The table has no rows.');
    return;
  }
  const body = el('tbody');
  let sorted = null, down = false;
  const written = (cell, kind) => cell === null ? '–' : typeof cell !== 'number' ? cell
    : kind === 'count' || (kind === 'text' && Number.isInteger(cell)) ? count(cell) : kind === 'share' ? `${(100 * cell).toFixed(1)} %` : format(cell);
  const cellOf = (cell, kind) => {
    const numeric = kind === 'count' || kind === 'number' || kind === 'share';
    const td = el('td', { class: [numeric ? 'number' : 'text', kind === 'share' ? 'share' : ''].join(' ').trim() });
    if (kind === 'cluster' && cell !== null) {
      const number = /^cluster_(\d+)$/.exec(cell);
      td.append(el('span', { class: 'dot', style: `background:${colors.of(number ? Number(number[1]) : -1)};margin-right:7px` }));
    }
    if (kind === 'share' && typeof cell === 'number') {
      td.style.setProperty('--share', `${Math.min(1, Math.max(0, cell)) * 100}%`);
    }
    td.append(written(cell, kind));
    return td;
  };
  const fill = () => {
    const rows = [...table.rows];
    if (sorted !== null) {
      const compare = (a, b) => typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'en', { numeric: true });
      rows.sort((a, b) => (a[sorted] === null) - (b[sorted] === null) || compare(a[sorted], b[sorted]) * (down ? -1 : 1));
    }
    body.replaceChildren(...rows.map((row) => el('tr', {}, ...row.map((cell, i) => cellOf(cell, table.columns[i].kind)))));
  };
  const sort = (i) => {
    down = sorted === i ? !down : typeof table.rows[0][i] === 'number';
    sorted = i;
    fill();
  };
  const head = el('tr', {}, ...table.columns.map((column, i) => el('th', { scope: 'col', class: ['count', 'number', 'share'].includes(column.kind) ? 'number' : '' },
    column.name ? el('button', { title: 'Sort', onclick: () => sort(i) }, column.name) : '')));
  fill();
  element.append(el('div', { class: 'scroll' }, el('table', { class: 'data' }, el('thead', {}, head), body)));
};

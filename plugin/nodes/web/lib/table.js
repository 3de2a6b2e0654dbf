// SPDX-License-Identifier: Apache-2.0
// Tables that can be sorted by any column.
kinds.table = (element, table) => {
  if (table.rows.length === 0) {
    nothing(element, 'The table has no rows.');
    return;
  }
  const body = el('tbody');
  let sorted = null, down = false;
  // scores (0 to 1, −1 to 1) stand below one another, with as many digits
  const scores = table.columns.map(({ kind }, i) => kind === 'number' && table.rows.every((row) => row[i] === null || (Math.abs(row[i]) <= 1 && (row[i] === 0 || Math.abs(row[i]) >= 0.001))));
  const score = (value) => (value.toFixed(3) === '1.000' && value < 1 ? '0.999' : value.toFixed(3)).replace('-', '−'); // only what is 1 is written so
  const written = (cell, kind, i) => cell === null ? '–' : typeof cell !== 'number' ? cell
    : kind === 'count' || (kind === 'text' && Number.isInteger(cell)) ? count(cell) : kind === 'share' ? `${(100 * cell).toFixed(1)} %` : scores[i] ? score(cell) : format(cell);
  const cellOf = (cell, kind, i) => {
    const numeric = kind === 'count' || kind === 'number' || kind === 'share';
    const td = el('td', { class: [numeric ? 'number' : kind === 'cluster' ? '' : 'text', kind === 'share' ? 'share' : ''].join(' ').trim() });
    if (kind === 'cluster' && cell !== null) {
      const number = /^cluster_(\d+)$/.exec(cell);
      td.append(number || cell === 'Noise' ? el('span', { class: 'dot', style: `background:${colors.of(number ? Number(number[1]) : -1)};margin-right:7px` }) : '');
    }
    if (kind === 'share' && typeof cell === 'number') {
      td.style.setProperty('--share', `${Math.min(1, Math.max(0, cell)) * 100}%`);
    }
    td.append(written(cell, kind, i));
    return td;
  };
  const fill = () => {
    const rows = [...table.rows];
    if (sorted !== null) {
      const compare = (a, b) => typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), 'en', { numeric: true });
      rows.sort((a, b) => (a[sorted] === null) - (b[sorted] === null) || compare(a[sorted], b[sorted]) * (down ? -1 : 1));
    }
    body.replaceChildren(...rows.map((row) => el('tr', {}, ...row.map((cell, i) => cellOf(cell, table.columns[i].kind, i)))));
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

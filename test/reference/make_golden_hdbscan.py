# SPDX-License-Identifier: Apache-2.0
"""Writes test/core/resources/golden/hdbscan/<table>.txt: tables, and what Python's hdbscan makes of them in exact mode.

Each line is a name and numbers: the table `x` (row after row, `shape` first); its linkage (`left`, `right`, `distance`);
the condensed tree (`parent`, `child`, `lambda`, `child_size`), `stability` of its clusters and `glosh`; then for each case
`<case>.labels`, `<case>.probabilities`, `<case>.persistence` and `<case>.options` (min_cluster_size, leaf, epsilon, single,
max size, persistence threshold), all from that linkage; `dbcv` and `dbcv_of_cluster` of case eom; new rows `new` and their
`new.labels` by approximate_predict.
"""
from pathlib import Path
import hdbscan, numpy as np, warnings
from hdbscan import validity
from hdbscan._hdbscan_tree import compute_stability, condense_tree, outlier_scores
from hdbscan.hdbscan_ import _tree_to_labels

warnings.simplefilter('ignore')
OUT = Path(__file__).resolve().parents[1] / 'core/resources/golden/hdbscan'
CASES = {  # min_cluster_size, leaf, epsilon, allow single, max size, persistence
    'eom': (10, 0, 0.0, 0, 0, 0.0), 'leaf': (10, 1, 0.0, 0, 0, 0.0), 'epsilon': (10, 0, 0.6, 0, 0, 0.0),
    'leaf_epsilon': (10, 1, 0.45, 0, 0, 0.0), 'single': (60, 0, 0.0, 1, 0, 0.0), 'single_epsilon': (150, 0, 0.8, 1, 0, 0.0),
    'largest': (10, 0, 0.0, 0, 60, 0.0), 'small': (4, 0, 0.0, 0, 0, 0.0), 'persistent': (5, 1, 0.0, 0, 0, 0.4)}


def tables():
    r = np.random.default_rng(5)
    centers = r.uniform(-8, 8, (6, 2))
    blobs = np.vstack([c + r.normal(size=(60, 2)) * s for c, s in zip(centers, (0.3, 0.5, 0.4, 0.9, 0.6, 0.2))] + [r.uniform(-10, 10, (60, 2))])
    yield 'blobs', blobs, 5
    yield 'space', np.vstack([r.normal(size=(70, 5)) * 0.6 + r.uniform(-3, 3, 5) for _ in range(4)] + [r.uniform(-4, 4, (40, 5))]), 8
    t = r.uniform(0, np.pi, 150)
    moons = np.vstack([np.c_[np.cos(t), np.sin(t)], np.c_[1 - np.cos(t), 0.5 - np.sin(t)]]) * 3 + r.normal(size=(300, 2)) * 0.2
    yield 'moons', moons, 3


def text(values):
    return ' '.join(repr(v) if isinstance(v, float) else str(v) for v in np.asarray(values).ravel().tolist())


for name, x, min_samples in tables():
    fit = hdbscan.HDBSCAN(min_cluster_size=10, min_samples=min_samples, approx_min_span_tree=False, prediction_data=True).fit(x)
    linkage = fit.single_linkage_tree_.to_numpy()
    lines = {'shape': x.shape, 'min_samples': [min_samples], 'x': x, 'left': linkage[:, 0].astype(int), 'right': linkage[:, 1].astype(int), 'distance': linkage[:, 2]}
    tree = condense_tree(linkage, 10)
    lines |= {k: tree[v] for k, v in (('parent', 'parent'), ('child', 'child'), ('lambda', 'lambda_val'), ('child_size', 'child_size'))}
    lines['stability'] = [v for _, v in sorted(compute_stability(tree).items())]
    lines['glosh'] = outlier_scores(tree)
    for case, (size, leaf, epsilon, single, largest, persistence) in CASES.items():
        labels, probabilities, stabilities, _, _ = _tree_to_labels(
            x, linkage, size, 'leaf' if leaf else 'eom', bool(single), False, epsilon, persistence, largest)
        lines |= {f'{case}.options': CASES[case], f'{case}.labels': labels, f'{case}.probabilities': probabilities, f'{case}.persistence': stabilities}
    lines['dbcv'], lines['dbcv_of_cluster'] = validity.validity_index(x, np.asarray(lines['eom.labels']), per_cluster_scores=True)
    new = x[::3] + np.random.default_rng(6).normal(size=x[::3].shape) * 0.1
    lines |= {'new': new, 'new.labels': hdbscan.approximate_predict(fit, new)[0]}
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / f'{name}.txt').write_text(''.join(f'{k} {text(v)}\n' for k, v in lines.items()))
    print(name, {c: len(set(lines[f'{c}.labels'])) for c in CASES})
(OUT / 'versions').write_text(f'hdbscan 0.8.44\nnumpy {np.__version__}\n')

# SPDX-License-Identifier: Apache-2.0
"""Writes test/core/resources/golden/hdbscan/<table>.txt: tables, and what Python's hdbscan makes of them in exact mode.

Each line is a name and numbers: the table `x` (row after row, `shape` first); its linkage (`left`, `right`, `distance`);
the condensed tree (`parent`, `child`, `lambda`, `child_size`), `stability` of its clusters and `glosh`; then for each case
`<case>.labels`, `<case>.probabilities`, `<case>.persistence` and `<case>.options` (min_cluster_size, leaf, epsilon, single,
max size, persistence threshold), all from that linkage; `dbcv` and `dbcv_of_cluster` of case eom; new rows `new` and their
`new.labels` by approximate_predict.

Soft clustering of some cases, clusters in falling order of size: `<case>.membership` of every fourth row by hdbscan's functions
for all points; `<case>.near`, `<case>.near_lambda` and `<case>.new_membership` of those of the new rows that join their nearest
row's cluster above its birth (`<case>.new_rows`), by hdbscan's functions for one point.

Tables with piles of equal rows, at which hdbscan's lambda and stability are infinite, have the linkage, the condensed tree, the
stability, labels and probabilities alone (its persistence, scores and soft clustering are no numbers there), and `fit.labels`.
"""
from pathlib import Path
from importlib.metadata import version
import hdbscan, numpy as np, warnings
from hdbscan import validity
from hdbscan._hdbscan_tree import compute_stability, condense_tree, outlier_scores
from hdbscan.hdbscan_ import _tree_to_labels
from hdbscan.plots import CondensedTree
from hdbscan.prediction import PredictionData, _find_neighbor_and_lambda
from hdbscan import _prediction_utils as soft

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


def piled_tables():
    r = np.random.default_rng(9)
    points = np.array([[0, 0], [1, 0.3], [4, 5], [4.2, 5.9], [-6, 3]])
    yield 'piles', np.vstack([np.repeat(points, 50, axis=0), r.uniform(-8, 8, (40, 2))]), 5
    counts = np.c_[r.integers(0, 2, 700), np.minimum(r.geometric(0.35, 700), 13)]
    yield 'counts', (counts - counts.mean(axis=0)) / counts.std(axis=0), 5
    yield 'rounded', np.vstack([r.normal(size=(80, 2)) * s + c for s, c in zip((0.4, 1.5, 0.7, 1.0), r.uniform(-6, 6, (4, 2)))]).round(), 3


def cut(x, linkage, case):
    """Labels, probabilities and persistence of a case."""
    size, leaf, epsilon, single, largest, persistence = CASES[case]
    return _tree_to_labels(x, linkage, size, 'leaf' if leaf else 'eom', bool(single), False, epsilon, persistence, largest)[:3]


def scaled(v):
    return v / v.sum(axis=-1, keepdims=True)


def memberships(x, new, fit, linkage, case, labels, min_samples):
    """Soft clustering by hdbscan's own functions, asked for the clusters in our order."""
    condensed = CondensedTree(condense_tree(linkage, CASES[case][0]), labels)
    data, tree = PredictionData(x, condensed, min_samples), condensed._raw_tree
    chosen = np.array(sorted(condensed._select_clusters())).astype(np.intp)
    order = sorted(range(len(chosen)), key=lambda c: (-np.sum(labels == c), np.argmax(labels == c)))
    clusters, exemplars = chosen[order], [data.exemplars[c] for c in order]
    last = (tree, data.leaf_max_lambdas, data.cluster_tree)

    def of_all(clusters, exemplars):
        both = soft.all_points_dist_membership_vector(x, exemplars, data.dist_metric) * soft.all_points_outlier_membership_vector(clusters, *last)
        return scaled(both) * soft.all_points_prob_in_some_cluster(clusters, *last)[:, None]
    fit._prediction_data, fit._condensed_tree, fit.labels_ = data, tree, labels
    assert np.allclose(of_all(chosen, data.exemplars), hdbscan.all_points_membership_vectors(fit), atol=1e-15)

    rows, near, lambdas, vectors = [], [], [], []
    distances, neighbors = data.tree.query(new, k=2 * min_samples)
    leaves = {int(r['child']): r for r in tree}
    for i, point in enumerate(new):
        row, l = _find_neighbor_and_lambda(neighbors[i], distances[i], data.core_distances, min_samples)
        home = leaves[int(row)]
        f = np.float32(min(l, home['lambda_val']))  # hdbscan rounds it to a float here and there
        f = np.nextafter(f, np.float32(0)) if f > home['lambda_val'] else f
        birth = leaves[int(home['parent'])]['lambda_val'] if int(home['parent']) in leaves else 0
        if f > birth:
            distance = soft.dist_membership_vector(point, exemplars, data.dist_metric)
            outlier = soft.outlier_membership_vector(row, float(f), clusters, *last)
            vectors.append(scaled(distance ** 0.5 * outlier ** 2) * soft.prob_in_some_cluster(row, float(f), clusters, *last))
            rows.append(i), near.append(int(row)), lambdas.append(float(f))
    return {f'{case}.membership': of_all(clusters, exemplars)[::4], f'{case}.new_rows': rows, f'{case}.near': near, f'{case}.near_lambda': lambdas, f'{case}.new_membership': vectors}


def text(values):
    return ' '.join(repr(v) if isinstance(v, float) else str(v) for v in np.asarray(values).ravel().tolist())


def start(x, min_samples, **options):
    """A fit in exact mode, and the lines that all tables have."""
    fit = hdbscan.HDBSCAN(min_cluster_size=10, min_samples=min_samples, approx_min_span_tree=False, **options).fit(x)
    linkage = fit.single_linkage_tree_.to_numpy()
    lines = {'shape': x.shape, 'min_samples': [min_samples], 'x': x, 'left': linkage[:, 0].astype(int), 'right': linkage[:, 1].astype(int), 'distance': linkage[:, 2]}
    tree = condense_tree(linkage, 10)
    lines |= {k: tree[v] for k, v in (('parent', 'parent'), ('child', 'child'), ('lambda', 'lambda_val'), ('child_size', 'child_size'))}
    lines['stability'] = [v for _, v in sorted(compute_stability(tree).items())]
    return fit, linkage, tree, lines


def write(name, lines):
    OUT.mkdir(parents=True, exist_ok=True)
    (OUT / f'{name}.txt').write_text(''.join(f'{k} {text(v)}\n' for k, v in lines.items()))
    print(name, {c: len(set(lines[f'{c}.labels']) - {-1}) for c in CASES})


for name, x, min_samples in tables():
    fit, linkage, tree, lines = start(x, min_samples, prediction_data=True)
    lines['glosh'] = outlier_scores(tree)
    for case in CASES:
        labels, probabilities, persistence = cut(x, linkage, case)
        lines |= {f'{case}.options': CASES[case], f'{case}.labels': labels, f'{case}.probabilities': probabilities, f'{case}.persistence': persistence}
    lines['dbcv'], lines['dbcv_of_cluster'] = validity.validity_index(x, np.asarray(lines['eom.labels']), per_cluster_scores=True)
    new = x[::3] + np.random.default_rng(6).normal(size=x[::3].shape) * 0.1
    lines |= {'new': new, 'new.labels': hdbscan.approximate_predict(fit, new)[0]}
    for case in ('eom', 'leaf', 'single', 'small'):
        if lines[f'{case}.labels'].max() == 0:
            continue  # hdbscan takes a cluster below the whole table for the only cluster here
        lines |= memberships(x, new, fit, linkage, case, np.asarray(lines[f'{case}.labels']), min_samples)
    write(name, lines)
for name, x, min_samples in piled_tables():
    fit, linkage, _, lines = start(x, min_samples)
    for case in CASES:
        labels, probabilities, _ = cut(x, linkage, case)
        lines |= {f'{case}.options': CASES[case], f'{case}.labels': labels, f'{case}.probabilities': probabilities}
    write(name, lines | {'fit.labels': fit.labels_})
(OUT / 'versions').write_text(f'hdbscan {version("hdbscan")}\nnumpy {np.__version__}\n')

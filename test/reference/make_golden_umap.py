"""Golden files for the UMAP stage, by umap-learn: make_golden_umap.py (in this folder; see requirements.txt).

radii.csv     densMAP's local radii of rows in the graph "plain"
graph-*.csv   row, neighbors and distances as given; rho and sigma; the fuzzy graph as i, j, weight
curve.csv     minDist, spread, a, b
"""
import json, platform
from pathlib import Path
import numpy as np
import sklearn, umap
from sklearn.datasets import load_wine
from sklearn.metrics import pairwise_distances
from umap.umap_ import (discrete_metric_simplicial_set_intersection, find_ab_params, fuzzy_simplicial_set, general_simplicial_set_intersection,
                        reset_local_connectivity, simplicial_set_embedding, smooth_knn_dist)

OUT = Path(__file__).resolve().parent.parent / "core" / "resources" / "golden" / "umap"
OUT.mkdir(parents=True, exist_ok=True)


def table():
    """Standardized wine, one decimal, with some rows twice: ties and equal rows."""
    x = load_wine().data
    x = ((x - x.mean(0)) / x.std(0)).round(1).astype(np.float32)
    return np.vstack([x, x[:6], x[:3], x[:3]])


def lines(name, header, rows):
    with open(OUT / name, "w", newline="\n") as f:
        f.write(header + "\n")
        for row in rows:
            f.write(",".join(repr(float(v)) if isinstance(v, (float, np.floating)) else str(int(v)) for v in row) + "\n")


def edges(name, g):
    g = g.tocoo()
    lines(f"{name}-graph.csv", "i,j,weight", sorted((i, j, w) for i, j, w in zip(g.row, g.col, g.data) if i < j))


def neighbors(x, k):
    """The k nearest rows of each, itself the first, and how far they are."""
    y = x.astype(np.float64)
    d = np.sqrt(((y[:, None] - y[None]) ** 2).sum(-1)).astype(np.float32)
    np.fill_diagonal(d, -1)
    near = np.argsort(d, axis=1, kind="stable")[:, :k]
    dist = np.take_along_axis(d, near, 1)
    dist[:, 0] = 0
    return near, dist


def graph(name, k, mix=1.0, connectivity=1.0, target_weight=None, numeric_weights=()):
    x = table()
    n = len(x)
    near, dist = neighbors(x, k)
    sigma, rho = smooth_knn_dist(dist, float(k), local_connectivity=float(connectivity))
    g, s, r = fuzzy_simplicial_set(x, k, None, "euclidean", {}, near, dist, set_op_mix_ratio=mix, local_connectivity=connectivity)
    if target_weight is not None:
        y = np.arange(n) % 4 - 1  # -1: unknown
        g = discrete_metric_simplicial_set_intersection(g, y, far_dist=2.5 / (1 - target_weight))
    y = np.random.RandomState(5).rand(n)  # all different
    for weight in numeric_weights:
        t, _, _ = fuzzy_simplicial_set(pairwise_distances(y[:, None]), k, None, "precomputed", {}, None, None, False, 1.0, 1.0, False)  # as fit does
        edges(f"{name}-{weight}", reset_local_connectivity(general_simplicial_set_intersection(g, t, weight)))
    if numeric_weights:
        lines(f"{name}-target.csv", "target", ([float(v)] for v in y))
    else:
        edges(name, g)
    lines(f"{name}-neighbors.csv", "row,rho,sigma," + ",".join([f"n{j}" for j in range(1, k)] + [f"d{j}" for j in range(1, k)]),
          ([i, rho[i], sigma[i], *near[i, 1:], *dist[i, 1:]] for i in range(n)))


def radii(k):
    """densMAP's local radii of rows, in the graph "plain" as 500 epochs leave it."""
    x = table()
    near, dist = neighbors(x, k)
    g, _, _, dists = fuzzy_simplicial_set(x, k, None, "euclidean", {}, near, dist, return_dists=True)
    a, b = find_ab_params(1.0, 0.1)
    _, aux = simplicial_set_embedding(
        x, g, 2, 1.0, a, b, 1.0, 5, 500, "pca", np.random.RandomState(1), "euclidean", {}, False,
        {"graph_dists": dists, "n_neighbors": k, "lambda": 0.0, "frac": 0.0, "var_shift": 0.1}, True)
    lines("radii.csv", "radius", ([float(r)] for r in aux["rad_orig"]))


graph("plain", 15)
radii(15)
graph("mixed", 10, mix=0.4, connectivity=2.5)
graph("target", 10, target_weight=0.3)
graph("loose", 8, connectivity=0.5)
graph("numeric", 10, numeric_weights=(0.3, 0.5, 0.8))
lines("curve.csv", "minDist,spread,a,b", [[m, s, *map(float, find_ab_params(s, m))] for m, s in
      [(0.0, 1.0), (0.1, 1.0), (0.5, 1.0), (0.99, 1.0), (0.1, 2.0), (0.01, 0.5), (1.0, 3.0)]])
with open(OUT / "made-by.json", "w") as f:
    json.dump({"umap-learn": umap.__version__, "scikit-learn": sklearn.__version__, "numpy": np.__version__, "python": platform.python_version()}, f, indent=1)

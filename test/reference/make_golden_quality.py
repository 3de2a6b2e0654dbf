"""Golden file for the quality of an embedding, by scikit-learn: make_golden_quality.py (in this folder; see requirements.txt).

quality.csv   f0 … f3 and e0, e1: a table and an embedding of it; quality-trustworthiness.csv: k, trustworthiness, share of neighbors kept
"""
from pathlib import Path
import numpy as np
from sklearn.manifold import trustworthiness
from sklearn.neighbors import NearestNeighbors

OUT = Path(__file__).resolve().parent.parent / "core" / "resources" / "golden" / "umap"
r = np.random.default_rng(7)
x = r.normal(size=(150, 4)).round(6)
e = (x[:, :2] + 0.3 * r.normal(size=(150, 2))).round(6)
np.savetxt(OUT / "quality.csv", np.hstack([x, e]), delimiter=",", header="f0,f1,f2,f3,e0,e1", comments="", fmt="%.6f")
with open(OUT / "quality-trustworthiness.csv", "w", newline="\n") as f:
    f.write("k,trustworthiness,kept\n")
    for k in (1, 5, 15, 60):
        near = [NearestNeighbors(n_neighbors=k).fit(t).kneighbors(return_distance=False) for t in (x, e)]
        kept = np.mean([len(set(a) & set(b)) / k for a, b in zip(*near)])
        f.write(f"{k},{trustworthiness(x, e, n_neighbors=k)!r},{float(kept)!r}\n".replace("np.float64(", "").replace(")", ""))

# SPDX-License-Identifier: Apache-2.0
"""Writes golden/stability.txt: adjusted Rand indexes (scikit-learn) and average linkage cut at a half (SciPy)."""
import pathlib

import numpy as np
import scipy
import sklearn
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform
from sklearn.metrics import adjusted_rand_score

FOLDER = pathlib.Path(__file__).parents[1] / "core/resources/golden"
rng = np.random.default_rng(7)
lines = []


def ints(name, values):
    lines.append(" ".join([name, *map(str, values)]))


def pair(name, a, b):
    ints(f"ari.{name}.a", a)
    ints(f"ari.{name}.b", b)
    lines.append(f"ari.{name} {adjusted_rand_score(a, b)!r}".replace("np.float64(", "").replace(")", ""))


truth = rng.integers(-1, 5, 200)
pair("chance", truth, rng.integers(-1, 3, 200))
pair("near", truth, np.where(rng.random(200) < 0.2, rng.integers(-1, 5, 200), truth))
pair("renamed", truth, (truth + 1) * 3)
pair("one", np.zeros(20, int), rng.integers(0, 2, 20))
pair("against", [0, 0, 1, 1], [0, 1, 0, 1])

# nine runs (an odd number: no share is exactly a half) of 120 rows in five groups, each run with its own mistakes
groups = rng.integers(0, 5, 120)
runs = []
for r in range(9):
    wrong = rng.random(120)
    labels = np.where(wrong < 0.06, rng.integers(0, 5, 120), groups)
    labels = np.where(wrong > 0.94, -1, labels)
    if r % 3 == 0:
        labels = np.where(labels == 4, 3, labels)  # two groups in one
    runs.append(labels)
    ints(f"run.{r}", labels)
share = np.mean([(r[:, None] == r[None, :]) & (r[:, None] >= 0) for r in runs], axis=0)
np.fill_diagonal(share, 1)
cut = fcluster(linkage(squareform(1 - share, checks=False), "average"), 0.5, "distance")
sizes = np.bincount(cut)
ints("consensus", np.where(sizes[cut] >= 3, cut, -1))

(FOLDER / "stability.txt").write_text("\n".join(lines) + "\n")
(FOLDER / "stability.versions").write_text(
    f"numpy {np.__version__}\nscikit-learn {sklearn.__version__}\nscipy {scipy.__version__}\n")

# SPDX-License-Identifier: Apache-2.0
"""Writes test/core/resources/golden/scaling.csv: a raw table, and what scikit-learn's scalers make of it.

Columns `raw_<name>` are the table (empty = missing); `<method>_<name>` its scaled columns, `<method>_log_<name>` those
of log1p; `normal_p`, `normal_x` the normal distribution's quantiles. One row a point.
"""
from pathlib import Path
import numpy as np, pandas as pd, scipy, sklearn
from scipy.stats import norm
from sklearn.preprocessing import MinMaxScaler, QuantileTransformer, RobustScaler, StandardScaler

ROWS = 1101
rng = np.random.default_rng(4)
raw = pd.DataFrame({
    'normal': rng.normal(5, 2, ROWS),
    'money': np.where(rng.random(ROWS) < 0.3, 0, rng.lognormal(4, 2, ROWS)),
    'visits': rng.poisson(3, ROWS).astype(float),
    'far': 1e9 + rng.random(ROWS),
    'tiny': 1e-18 * rng.normal(size=ROWS),
    'gaps': np.where(rng.random(ROWS) < 0.05, np.nan, rng.exponential(1, ROWS)),
})
methods = {
    'standard': StandardScaler(),
    'minmax': MinMaxScaler(),
    'robust': RobustScaler(),
    'quantile': QuantileTransformer(output_distribution='normal', subsample=None),
}
out = {f'raw_{c}': raw[c] for c in raw}
for name, scaler in methods.items():
    for c in raw:
        out[f'{name}_{c}'] = scaler.fit_transform(raw[[c]].to_numpy())[:, 0]
    for c in ('money', 'visits'):
        out[f'{name}_log_{c}'] = scaler.fit_transform(np.log1p(raw[[c]].to_numpy()))[:, 0]
out['normal_p'] = np.concatenate([10.0 ** -np.arange(1, 38), np.linspace(0.0005, 0.9995, ROWS - 37)])
out['normal_x'] = norm.ppf(out['normal_p'])
target = Path(__file__).parent.parent / 'core/resources/golden'
target.mkdir(parents=True, exist_ok=True)
pd.DataFrame(out).to_csv(target / 'scaling.csv', index=False)
(target / 'scaling.versions').write_text(f'scikit-learn {sklearn.__version__}\nscipy {scipy.__version__}\nnumpy {np.__version__}\n')

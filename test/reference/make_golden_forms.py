# SPDX-License-Identifier: Apache-2.0
"""Writes test/xgboost/resources/golden/trees_form_<version>.{json,ubj,csv}: one small model in the form of the xgboost at hand.

Run once with each version whose form shall be read, for example with `pip install --no-deps --target FOLDER xgboost==1.7.6` and
PYTHONPATH=FOLDER. The versions differ in `base_score` (a number, or since 3.1 a vector of one), in how arrays are typed in UBJ, and in keys
that came and went. In the table `x<i>` are the rows (empty = missing), `margin` is what that version says of them.
"""
from pathlib import Path
import numpy as np, pandas as pd, xgboost as xgb

target = Path(__file__).parent.parent / 'xgboost/resources/golden'
r = np.random.RandomState(3)
x = np.round(r.randn(80, 3), 2).astype(np.float32)
x[r.rand(80, 3) < 0.1] = np.nan
y = (np.nan_to_num(x[:, 0]) + np.nan_to_num(x[:, 1]) ** 2 > 0.8).astype(int)
names = ['a', 'b', 'c d']
model = xgb.train({'objective': 'binary:logistic', 'max_depth': 3, 'base_score': 0.3, 'seed': 7, 'tree_method': 'hist'}, xgb.DMatrix(x, y, feature_names=names), 4)
version = '.'.join(xgb.__version__.split('.')[:2])
for form in ('json', 'ubj'):
    model.save_model(target / f'trees_form_{version}.{form}')
table = pd.DataFrame({f'x{i}': x[:20, i] for i in range(3)})
table['margin'] = model.predict(xgb.DMatrix(x[:20], feature_names=names), output_margin=True)
table.to_csv(target / f'trees_form_{version}.csv', index=False)

# SPDX-License-Identifier: Apache-2.0
"""Writes test/xgboost/resources/golden/trees_<name>.{json,ubj,csv}: models of Python's xgboost, rows, and what xgboost and
shap say of them.

Models: `six` (depth 6, a tenth of the values missing, row values on thresholds too), `deep` (depth 14, ways longer than a
table), `stump` (a single split). In the table `x<i>` are the rows (empty = missing), `margin` the log-odds, `native<i>`
pred_contribs (the last is the base value), `path<i>` shap's tree_path_dependent, `inter<i>` its interventional against the
first 40 rows, `prob<i>` the same in probability, base values last.
`trees_<name>_pairs.csv` holds xgboost's pred_interactions of the first 15 rows, matrix after matrix.
"""
from pathlib import Path
import numpy as np, pandas as pd, shap, xgboost as xgb

target = Path(__file__).parent.parent / 'xgboost/resources/golden'
target.mkdir(parents=True, exist_ok=True)
BACKGROUND = 40
PAIRS = 15


def table(n, d, seed, missing):
    r = np.random.RandomState(seed)
    x = np.where(r.rand(n, d) < 0.5, r.randn(n, d), r.randint(-3, 4, (n, d))).astype(np.float32)
    x[r.rand(n, d) < missing] = np.nan
    z = np.nan_to_num(x)
    y = (z[:, 0] * z[:, 1] + z[:, 2] + 0.5 * r.randn(n) > 0.7).astype(int)
    return x, y


def make(name, n, d, missing, rounds, rows=60, **parameters):
    x, y = table(n, d, 5, missing)
    names = [f'feature {i}' for i in range(d)]
    model = xgb.train({'objective': 'binary:logistic', 'seed': 7, **parameters}, xgb.DMatrix(x, y, feature_names=names), rounds)
    for form in ('json', 'ubj'):
        model.save_model(target / f'trees_{name}.{form}')
    x = x[:rows]
    rows = xgb.DMatrix(x, feature_names=names)
    out = {f'x{i}': x[:, i] for i in range(d)}
    out['margin'] = model.predict(rows, output_margin=True)
    contribs = {'native': model.predict(rows, pred_contribs=True)}
    path = shap.TreeExplainer(model, feature_perturbation='tree_path_dependent')
    background = x[:BACKGROUND].astype(float)
    inter = shap.TreeExplainer(model, background, feature_perturbation='interventional')
    prob = shap.TreeExplainer(model, background, feature_perturbation='interventional', model_output='probability')
    for kind, explainer in (('path', path), ('inter', inter), ('prob', prob)):
        values = explainer.shap_values(x.astype(float), check_additivity=False)
        base = np.full((len(x), 1), np.ravel(explainer.expected_value)[0])
        contribs[kind] = np.hstack([values, base])
    for kind, values in contribs.items():
        for i in range(d + 1):
            out[f'{kind}{i}'] = values[:, i]
    pd.DataFrame(out).to_csv(target / f'trees_{name}.csv', index=False)
    pairs = model.predict(xgb.DMatrix(x[:PAIRS], feature_names=names), pred_interactions=True)[:, :-1, :-1]
    out = {f'pair{i}': v for i, v in enumerate(pairs.reshape(len(pairs), -1).T)}
    pd.DataFrame(out).to_csv(target / f'trees_{name}_pairs.csv', index=False, float_format='%.8g')


make('six', 600, 8, 0.1, 30, max_depth=6, scale_pos_weight=2.5)
make('deep', 3000, 5, 0.05, 4, max_depth=14, min_child_weight=0, reg_lambda=0.1)
make('stump', 200, 3, 0.0, 1, max_depth=1)
(target / 'trees.versions').write_text(f'xgboost {xgb.__version__}\nshap {shap.__version__}\nnumpy {np.__version__}\n')

# SPDX-License-Identifier: Apache-2.0
"""Writes test/core/resources/golden/ovr_scores.csv: labels and scores of some binary classifiers, and what scikit-learn
says of them. Each line: name, the truth (0 and 1), the margins, then precision, recall, F1 and support of the positive and
of the negative side, accuracy, ROC AUC and average precision (empty = not defined). A margin above 0 says positive.
"""
from pathlib import Path
import numpy as np, sklearn, warnings
from sklearn.metrics import accuracy_score, average_precision_score, classification_report, roc_auc_score

warnings.simplefilter('ignore')
r = np.random.RandomState(3)
cases = {}
y = (r.rand(200) < 0.2).astype(int)
cases['usual'] = y, r.randn(200) + 1.5 * y - 1
cases['ties'] = y, np.round(r.randn(200) + 1.5 * y - 1)
cases['perfect'] = y, y * 4.0 - 2
cases['useless'] = y, np.zeros(200)
cases['never said'] = y, r.randn(200) - 9
cases['always said'] = y, r.randn(200) + 9
cases['one positive'] = np.eye(1, 30, 7, dtype=int)[0], r.randn(30)
cases['no positive'] = np.zeros(30, int), r.randn(30)
cases['no positive, none said'] = np.zeros(30, int), r.randn(30) - 9
cases['only positive'] = np.ones(30, int), r.randn(30)
lines = []
for name, (y, m) in cases.items():
    m = m.astype(np.float32)
    report = classification_report(y, (m > 0).astype(int), labels=[0, 1], output_dict=True)
    sides = [report[s][k] for s in ('1', '0') for k in ('precision', 'recall', 'f1-score', 'support')]
    both = 0 < y.sum() < len(y)
    auc = roc_auc_score(y, m) if both else ''
    ap = average_precision_score(y, m) if y.any() else ''
    lines.append(','.join([name.replace(',', ''), ' '.join(map(str, y)), ' '.join(map(repr, map(float, m))), *map(str, [*map(float, sides), float(accuracy_score(y, m > 0)), auc, ap])]))
target = Path(__file__).parent.parent / 'core/resources/golden'
(target / 'ovr_scores.csv').write_text('\n'.join(lines) + '\n')
(target / 'ovr_scores.versions').write_text(f'scikit-learn {sklearn.__version__}\nnumpy {np.__version__}\n')

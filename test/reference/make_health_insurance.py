# SPDX-License-Identifier: Apache-2.0
"""Writes test/workflows/health-insurance/data/health-insurance.csv from the table of the RAND Health Insurance Experiment in statsmodels.

  python make_health_insurance.py [randhie.csv]

Without an argument the table is taken from the installed package statsmodels (datasets/randhie/src/randhie.csv, the full
table of 20,190 person-years × 45 columns). Values are copied as they are written there; missing ones stay empty.
"""
import csv, sys
from pathlib import Path

COLUMNS = {
    'coins': 'Coinsurance percent', 'income': 'Family income', 'xage': 'Age', 'female': 'Female',
    'educdec': 'Education years', 'num': 'Family size', 'mhi': 'Mental health index',
    'disea': 'Chronic disease score', 'physlm': 'Physical limitation', 'ghindx': 'General health index',
    'mdvis': 'Doctor visits', 'notmdvis': 'Other visits', 'outpdol': 'Outpatient dollars',
    'drugdol': 'Drug dollars', 'mentdol': 'Psychotherapy dollars', 'inpdol': 'Hospital dollars',
}
YEAR = '2'


def source():
    if len(sys.argv) > 1:
        return Path(sys.argv[1])
    import statsmodels
    return Path(statsmodels.__file__).parent / 'datasets/randhie/src/randhie.csv'


with open(source(), newline='') as f:
    rows = [row for row in csv.DictReader(f) if row['year'] == YEAR]
target = Path(__file__).parent.parent / 'workflows/health-insurance/data/health-insurance.csv'
with open(target, 'w', newline='') as f:
    out = csv.writer(f, lineterminator='\n')
    out.writerow(COLUMNS.values())
    out.writerows([row[c] for c in COLUMNS] for row in rows)
complete = sum(all(row[c] for c in COLUMNS) for row in rows)
print(f'{target}: {len(rows)} rows, {complete} of them complete, {len(COLUMNS)} columns')

# SPDX-License-Identifier: Apache-2.0
"""Writes test/workflows/tables/penguins.csv from the package palmerpenguins; NA becomes an empty cell.

  python make_penguins.py [penguins.csv]
"""
import csv, sys
from pathlib import Path

COLUMNS = {
    'species': 'Species', 'island': 'Island', 'bill_length_mm': 'Bill length (mm)', 'bill_depth_mm': 'Bill depth (mm)',
    'flipper_length_mm': 'Flipper length (mm)', 'body_mass_g': 'Body mass (g)', 'sex': 'Sex', 'year': 'Year',
}


def source():
    if len(sys.argv) > 1:
        return Path(sys.argv[1])
    import palmerpenguins
    return Path(palmerpenguins.__file__).parent / 'data/penguins.csv'


with open(source(), newline='') as f:
    rows = list(csv.DictReader(f))
target = Path(__file__).parent.parent / 'workflows/tables/penguins.csv'
with open(target, 'w', newline='') as f:
    out = csv.writer(f, lineterminator='\n')
    out.writerow(COLUMNS.values())
    out.writerows(['' if row[c] == 'NA' else row[c] for c in COLUMNS] for row in rows)
print(f'{target}: {len(rows)} rows')

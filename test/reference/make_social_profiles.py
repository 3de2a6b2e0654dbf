# SPDX-License-Identifier: Apache-2.0
"""Writes test/workflows/tables/social-profiles.csv: made-up profiles of a video platform, with groups planted in them.

Nobody stands behind a row: every number is drawn from the distributions below. Followers, likes and videos are
log-normal; rates are ratios of them, as on a real platform, so that the columns hang together.
"""
import csv
from pathlib import Path
import numpy as np

# group: rows, share verified, then median and spread (of the logarithm) of followers, following, videos, likes per
# follower, like rate, comments per like
GROUPS = {
    'verified influencers':           (60, 0.97, (3.0e6, 0.9), (150, 0.9), (900, 0.6), (22, 0.6), (0.07, 0.5), (0.012, 0.5)),
    'many followers, few likes':      (110, 0.10, (4.0e5, 0.6), (300, 0.8), (450, 0.6), (3, 0.6), (0.006, 0.5), (0.010, 0.5)),
    'follow more than are followed':  (160, 0.00, (350, 0.8), (3500, 0.4), (60, 0.8), (6, 0.7), (0.05, 0.5), (0.030, 0.6)),
    'small and loved':                (150, 0.00, (9000, 0.7), (400, 0.7), (120, 0.6), (14, 0.6), (0.22, 0.4), (0.060, 0.5)),
    'newcomers':                      (140, 0.00, (60, 0.9), (90, 0.9), (5, 0.7), (2, 0.8), (0.12, 0.6), (0.020, 0.8)),
    'steady creators':                (150, 0.04, (45000, 0.6), (500, 0.7), (1100, 0.4), (16, 0.5), (0.06, 0.4), (0.015, 0.5)),
    'no group':                       (40, 0.05, (8000, 2.6), (500, 1.8), (150, 1.6), (8, 1.4), (0.05, 1.4), (0.02, 1.2)),
}
HEADER = ['profile', 'awg_engagement_rate', 'comment_engagement_rate', 'like_engagement_rate', 'is_verified', 'followers',
          'following', 'likes', 'videos_count', 'group']

rng = np.random.default_rng(7)
rows = []
for group, (n, verified, *shapes) in GROUPS.items():
    followers, following, videos, per_follower, like_rate, comments = (
        median * np.exp(spread * rng.normal(size=n)) for median, spread in shapes)
    like_rate = np.minimum(like_rate, 0.8)
    comment_rate = like_rate * np.minimum(comments, 0.5)
    for i in range(n):
        rows.append([
            f'{like_rate[i] + comment_rate[i]:.6f}', f'{comment_rate[i]:.6f}', f'{like_rate[i]:.6f}',
            'true' if rng.random() < verified else 'false', int(followers[i]), int(following[i]),
            int(followers[i] * per_follower[i]), max(1, int(videos[i])), group])
order = rng.permutation(len(rows))
target = Path(__file__).parent.parent / 'workflows/tables/social-profiles.csv'
with open(target, 'w', newline='') as f:
    out = csv.writer(f, lineterminator='\n')
    out.writerow(HEADER)
    out.writerows([f'profile-{k + 1:03d}', *rows[i]] for k, i in enumerate(order))
print(f'{target}: {len(rows)} rows')

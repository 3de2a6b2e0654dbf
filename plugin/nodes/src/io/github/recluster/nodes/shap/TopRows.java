// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.shap;

import java.util.Optional;

/**
 * For each cluster and feature the row in which the feature speaks loudest for the cluster, found
 * while rows stream by. Of equal ones it is the row with the highest prediction, then that of the
 * first key: the same one whatever the order of rows.
 */
final class TopRows {
  private final int features;
  private final double[] most;
  private final double[] predictions;
  private final String[] keys; // null where the feature speaks for the cluster in no row

  TopRows(int clusters, int features) {
    this.features = features;
    this.most = new double[clusters * features];
    this.predictions = new double[clusters * features];
    this.keys = new String[clusters * features];
  }

  /** Looks at the next rows. */
  void look(ExplainedRows rows) {
    for (int at = 0; at < keys.length; at++) {
      double[] prediction = rows.predictions()[at / features];
      for (int i = 0; i < rows.count(); i++) {
        double said = rows.contribution(at / features, i, at % features);
        if (said >= most[at] && said > 0 && isAbove(at, said, prediction[i], rows.key(i))) {
          most[at] = said;
          predictions[at] = prediction[i];
          keys[at] = rows.key(i);
        }
      }
    }
  }

  private boolean isAbove(int at, double said, double prediction, String key) {
    if (keys[at] == null || said > most[at] || prediction > predictions[at]) {
      return true;
    }
    return prediction == predictions[at] && key.compareTo(keys[at]) < 0;
  }

  /** The key of the row; none if the feature speaks for the cluster in no row. */
  Optional<String> key(int cluster, int feature) {
    return Optional.ofNullable(keys[cluster * features + feature]);
  }
}

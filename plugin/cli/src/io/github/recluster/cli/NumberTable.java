// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.cli;

import io.github.recluster.core.data.FeatureTable;
import io.github.recluster.core.data.Matrix;
import java.nio.file.Path;
import java.util.List;

/**
 * A CSV file's numbers.
 *
 * @param names of the columns, without that of the labels
 * @param x the numbers, all finite
 * @param labels the texts of the column {@value #LABEL}; null if there is none
 */
record NumberTable(List<String> names, Matrix x, List<String> labels) {
  /** The column of known classes, never a feature. */
  static final String LABEL = "label";

  FeatureTable features() {
    return FeatureTable.of(x, names);
  }

  /**
   * Looks at the number of columns.
   *
   * @throws InputException if it is not that of a model
   */
  void requireColumns(Path file, int columns) {
    if (x.columns() != columns) {
      throw new InputException(
          file + " must have the model's " + columns + " columns, got " + x.columns());
    }
  }

  /**
   * The classes as whole numbers, −1 for noise.
   *
   * @throws InputException if there is no such column, or something else in it
   */
  int[] clusters() {
    if (labels == null) {
      throw new InputException("the table must have a column " + LABEL + ", got " + names);
    }
    int[] clusters = new int[labels.size()];
    for (int i = 0; i < clusters.length; i++) {
      try {
        double value = Double.parseDouble(labels.get(i));
        clusters[i] = (int) value;
        if (clusters[i] != value || value < -1) {
          throw new NumberFormatException();
        }
      } catch (NumberFormatException e) {
        throw new InputException(
            "label must be a whole number, -1 or more, got " + labels.get(i) + " in row " + i);
      }
    }
    return clusters;
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.ovr;

import java.util.List;

/**
 * How well each cluster is told from the rest, on rows that its classifier has not seen.
 *
 * <p>The numbers are those of scikit-learn's {@code classification_report}, {@code accuracy_score},
 * {@code roc_auc_score} and {@code average_precision_score} for y = in the cluster or not, with a
 * ratio of 0 / 0 counted as 0.
 *
 * @param rows a row a cluster and split, then a row {@link #MACRO} a split
 */
public record ClassificationReport(List<Row> rows) {
  /** The cluster of the rows that hold the plain means over all clusters. */
  public static final String MACRO = "macro";

  /** Below so many positive rows, numbers move by a tenth when one row falls the other way. */
  static final int FEW_POSITIVES = 10;

  /** On which rows a classifier was judged. */
  public enum Split {
    /** On the rows kept back once. */
    HELD_OUT("held out"),
    /** On all rows, each judged by the classifier of the fold that did not see it. */
    OUT_OF_FOLD("out of fold");

    private final String words;

    Split(String words) {
      this.words = words;
    }

    /** As a table shows it. */
    @Override
    public String toString() {
      return words;
    }
  }

  /**
   * One cluster on one split.
   *
   * @param cluster the cluster's name, or {@link #MACRO}
   * @param split on which rows
   * @param inside precision, recall, F1 and support of the cluster
   * @param rest the same of all other rows
   * @param accuracy share of rows that are told right
   * @param rocAuc area under the ROC curve; NaN if one side has no rows
   * @param averagePrecision area under the precision-recall curve; NaN if there is no positive row
   * @param warning why not to trust these numbers, or empty
   */
  public record Row(
      String cluster,
      Split split,
      Side inside,
      Side rest,
      double accuracy,
      double rocAuc,
      double averagePrecision,
      String warning) {}

  /**
   * Precision, recall and F1 of one side, and its number of rows.
   *
   * @param precision share of right ones among those told to be of this side
   * @param recall share of those found among those of this side
   * @param f1 harmonic mean of both
   * @param support rows of this side
   */
  public record Side(double precision, double recall, double f1, double support) {}

  /** Keeps its own copy of the rows. */
  public ClassificationReport {
    rows = List.copyOf(rows);
  }

  /** The rows of one split, the one of {@link #MACRO} last. */
  public List<Row> rows(Split split) {
    return rows.stream().filter(row -> row.split() == split).toList();
  }
}

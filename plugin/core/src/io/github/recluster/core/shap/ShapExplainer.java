// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.shap;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.Matrix;

/**
 * Splits predictions of some ensembles into contributions of the features.
 *
 * <p>Law: of every row and ensemble, the base value and the contributions add up to the prediction
 * (margin or probability).
 */
public interface ShapExplainer {
  /** Number of ensembles that are explained. */
  int models();

  /** Number of features of a row. */
  int features();

  /** What is explained. */
  Unit unit();

  /** How features that are not known are thought of. */
  Mode mode();

  /** The prediction of an ensemble before anything is known of a row. */
  double baseValue(int model);

  /**
   * Explains rows, block after block, so that contributions of all rows are never held.
   *
   * @param rows {@code n × features}, NaN = missing
   * @param sink is given each block once, on any thread, in any order; borders of blocks depend on
   *     {@code n} alone
   * @throws IllegalArgumentException if the rows have another number of features
   */
  void explain(Matrix rows, Parallel parallel, Sink sink);

  /** What is explained. */
  enum Unit {
    /** The margin. */
    LOG_ODDS("log-odds"),
    /** The probability. */
    PROBABILITY("probability");

    private final String words;

    Unit(String words) {
      this.words = words;
    }

    /** As a table shows it. */
    @Override
    public String toString() {
      return words;
    }
  }

  /** How a feature that is not known is thought of. */
  enum Mode {
    /** It follows the training rows down the tree. */
    PATH_DEPENDENT("path-dependent"),
    /** It takes its value from a row of a background. */
    INTERVENTIONAL("interventional");

    private final String words;

    Mode(String words) {
      this.words = words;
    }

    /** As a table shows it. */
    @Override
    public String toString() {
      return words;
    }
  }

  /** Takes blocks of contributions. */
  @FunctionalInterface
  interface Sink {
    /** Takes one block; it must not be kept. */
    void accept(ShapBlock block);
  }

  /**
   * The contributions of all rows to all ensembles, for few rows: {@code [model][row][feature]}.
   */
  default double[][][] explain(Matrix rows, Parallel parallel) {
    double[][][] all = new double[models()][rows.rows()][features()];
    explain(
        rows,
        parallel,
        block -> {
          for (int i = 0; i < block.rows(); i++) {
            double[] row = all[block.model()][block.firstRow() + i];
            for (int f = 0; f < row.length; f++) {
              row[f] = block.contribution(i, f);
            }
          }
        });
    return all;
  }
}

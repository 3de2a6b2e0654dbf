// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.table;

import io.github.recluster.core.data.FeatureTable;
import io.github.recluster.core.data.Matrix;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.knime.core.node.KNIMEException;

/**
 * The rows of a table that a stage works on.
 *
 * @param features their values, a column a feature
 * @param keys their row keys
 * @param positions where they stand in the table, counted from 0, ascending
 * @param tableRows how many rows the table has
 * @param firstGap where the first missing value of the table was, for a message; null if none is
 */
public record TableRows(
    FeatureTable features, String[] keys, int[] positions, int tableRows, String firstGap) {

  /** Number of rows that the stage works on. */
  public int rows() {
    return features.rows();
  }

  /** All features as numbers, {@code rows × features}. */
  public Matrix matrix() {
    return features.numericMatrix(IntStream.range(0, features.columns()).toArray());
  }

  /**
   * All features as numbers that a map can be drawn of.
   *
   * @throws IllegalArgumentException naming the first number that is too large
   */
  public Matrix moderateMatrix() {
    Matrix x = matrix();
    double[] values = x.values();
    for (int i = 0; i < values.length; i++) {
      if (Math.abs(values[i]) > Matrix.LARGEST) {
        throw new IllegalArgumentException(
            "Row \""
                + keys[i / x.columns()]
                + "\", column \""
                + features.name(i % x.columns())
                + "\": the value must be between -1e100 and 1e100, got "
                + values[i]
                + ". Correct it, or filter the row out.");
      }
    }
    return x;
  }

  /** For each row of the table, which row of the features it is, or −1 if it was skipped. */
  public int[] indexOfTableRow() {
    int[] index = new int[tableRows];
    Arrays.fill(index, -1);
    for (int i = 0; i < positions.length; i++) {
      index[positions[i]] = i;
    }
    return index;
  }

  /**
   * The rows in which no value is missing.
   *
   * @throws KNIMEException naming the first missing value, if rows shall not be skipped
   */
  public TableRows complete(MissingValues policy) throws KNIMEException {
    int[] complete = IntStream.range(0, rows()).filter(this::isComplete).toArray();
    if (complete.length == rows()) {
      return this;
    }
    if (policy == MissingValues.FAIL) {
      throw new KNIMEException(
          "A value is missing in "
              + firstGap
              + ". Fill it in or filter the row out, or choose to skip such rows in the dialog.");
    }
    return select(complete);
  }

  /** Some of the rows, by their numbers among these. */
  public TableRows select(int[] chosen) {
    return new TableRows(
        features.selectRows(chosen),
        Arrays.stream(chosen).mapToObj(i -> keys[i]).toArray(String[]::new),
        Arrays.stream(chosen).map(i -> positions[i]).toArray(),
        tableRows,
        firstGap);
  }

  /** Whether no value of a row is missing. */
  public boolean isComplete(int row) {
    for (int c = 0; c < features.columns(); c++) {
      if (features.isMissing(row, c)) {
        return false;
      }
    }
    return true;
  }

  /** All that is to be said of the rows of a learner, whose columns were chosen in this mode. */
  public List<String> warnings(ColumnMode mode) {
    Optional<String> identifiers =
        mode == ColumnMode.AUTOMATIC ? identifierWarning() : Optional.empty();
    return Stream.of(skippedWarning(), fewRowsWarning(), identifiers)
        .flatMap(Optional::stream)
        .toList();
  }

  /** A warning that counts the rows that were skipped, if any were. */
  public Optional<String> skippedWarning() {
    return skippedWarning(tableRows - rows(), tableRows, firstGap);
  }

  /** A warning that counts the rows that were skipped, if any were. */
  public static Optional<String> skippedWarning(long skipped, long all, String firstGap) {
    return skipped == 0
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                skipped == 1
                    ? "%,d of %,d rows was skipped because a value is missing (%3$s)."
                    : "%,d of %,d rows were skipped because a value is missing (the first: %s).",
                skipped,
                all,
                firstGap));
  }

  /** A warning where no row is left, or a single one, which has nothing to be compared with. */
  private Optional<String> fewRowsWarning() {
    return switch (rows()) {
      case 0 -> Optional.of("No row is left to work with: the result has no values.");
      case 1 ->
          Optional.of(
              "Only one row is left to work with, and nothing to compare it with: the result says"
                  + " nothing.");
      default -> Optional.empty();
    };
  }

  /** A warning where all rows are the same: what a stage finds among them says nothing. */
  public Optional<String> equalRowsWarning() {
    return rows() < 2 || !IntStream.range(0, features.columns()).allMatch(this::isConstant)
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "All %,d rows are the same in the columns that are read: what is found among them"
                    + " says nothing.",
                rows()));
  }

  private boolean isConstant(int column) {
    return features.isNumeric(column)
        ? Arrays.stream(features.numbers(column)).distinct().limit(2).count() == 1
        : Arrays.stream(features.codes(column)).distinct().limit(2).count() == 1;
  }

  /**
   * A warning that names the columns which look like identifiers: all whole numbers, each larger
   * than the one before. Such a column says nothing about a row, but pulls a map apart.
   */
  public Optional<String> identifierWarning() {
    String names =
        String.join(
            ", ",
            IntStream.range(0, features.columns())
                .filter(features::isNumeric)
                .filter(c -> isIdentifier(features.numbers(c)))
                .mapToObj(c -> '"' + features.name(c) + '"')
                .toList());
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Column "
                + names
                + " looks like an identifier (whole numbers in order). Choose the columns in the"
                + " dialog if it is one.");
  }

  private static boolean isIdentifier(double[] values) {
    if (values.length < 10) {
      return false;
    }
    for (int i = 0; i < values.length; i++) {
      if (values[i] != Math.rint(values[i]) || (i > 0 && values[i] <= values[i - 1])) {
        return false;
      }
    }
    return true;
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.ovr;

import io.github.recluster.core.data.FeatureTable;
import io.github.recluster.nodes.table.TableRows;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The rows that classifiers learn from: those whose cluster is known. Noise is known to be in none;
 * a missing value says nothing.
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
record TaughtRows(FeatureTable features, String[] clusters, int skipped) {
  /**
   * Those of some rows whose cluster is known.
   *
   * @param clusters of every row of the table
   */
  static TaughtRows of(TableRows rows, String[] clusters) {
    int[] positions = rows.positions();
    int[] known =
        IntStream.range(0, rows.rows()).filter(i -> clusters[positions[i]] != null).toArray();
    return new TaughtRows(
        rows.features().selectRows(known),
        Arrays.stream(known).mapToObj(i -> clusters[positions[i]]).toArray(String[]::new),
        rows.rows() - known.length);
  }

  /** A warning that counts the rows without a cluster, if there are any. */
  Optional<String> skippedWarning(String column) {
    return skipped == 0
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "%,d rows were skipped because \"%s\" is missing in them.",
                skipped,
                column));
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.ovr;

import io.github.recluster.core.data.FeatureTable;
import io.github.recluster.core.ovr.OneVsRestOptions;
import io.github.recluster.nodes.table.ClusterNames;
import io.github.recluster.nodes.table.TableRows;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.knime.core.node.KNIMEException;

/**
 * The rows that classifiers learn from: those whose cluster and weight are known. Noise is known to
 * be in none; a missing value says nothing.
 *
 * @param weights one a row; none if all count the same
 * @param skipped how many rows have no cluster
 * @param unweighted how many others have no weight
 */
@SuppressWarnings("ArrayRecordComponent") // handed over, never compared
record TaughtRows(
    FeatureTable features, String[] clusters, double[] weights, int skipped, int unweighted) {
  /**
   * Those of some rows whose cluster and weight are known.
   *
   * @param clusters of every row of the table
   * @param weights of every row of the table; none if all count the same
   */
  static TaughtRows of(TableRows rows, String[] clusters, double[] weights) {
    int[] positions = rows.positions();
    int[] clustered =
        IntStream.range(0, rows.rows()).filter(i -> clusters[positions[i]] != null).toArray();
    boolean weighted = weights.length > 0;
    int[] known =
        Arrays.stream(clustered)
            .filter(i -> !weighted || !Double.isNaN(weights[positions[i]]))
            .toArray();
    return new TaughtRows(
        rows.features().selectRows(known),
        Arrays.stream(known).mapToObj(i -> clusters[positions[i]]).toArray(String[]::new),
        weighted
            ? Arrays.stream(known).mapToDouble(i -> weights[positions[i]]).toArray()
            : new double[0],
        rows.rows() - clustered.length,
        clustered.length - known.length);
  }

  /**
   * Looks whether there is a cluster to tell from other rows.
   *
   * @throws KNIMEException with a sentence for the user if not
   */
  void require(OneVsRestOptions options, String column) throws KNIMEException {
    Map<String, Long> sizes =
        Arrays.stream(clusters)
            .filter(name -> !name.equals(ClusterNames.NOISE))
            .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
    if (sizes.isEmpty()) {
      throw new KNIMEException(
          "No row lies in a cluster: \""
              + column
              + "\" is noise or missing in all of them. Choose another column, or find clusters of"
              + " fewer rows first.");
    }
    if (sizes.containsValue((long) clusters.length)) {
      throw new KNIMEException(
          "All rows lie in one cluster, \""
              + clusters[0]
              + "\": there are no others to tell it from. Choose another column, or find more"
              + " clusters first.");
    }
    if (sizes.keySet().stream().noneMatch(options.always()::contains)
        && sizes.values().stream().allMatch(size -> size < options.minRows())) {
      throw new KNIMEException(
          "No cluster has at least "
              + options.minRows()
              + " rows; the largest has "
              + Collections.max(sizes.values())
              + ". Lower the minimum rows of a cluster in the dialog.");
    }
  }

  /** A warning that names the clusters which shall always be learned and have no row. */
  Optional<String> absentWarning(OneVsRestOptions options) {
    List<String> present = Arrays.asList(clusters);
    String absent =
        options.always().stream()
            .filter(name -> !present.contains(name))
            .map(name -> '"' + name + '"')
            .collect(Collectors.joining(", "));
    return absent.isEmpty()
        ? Optional.empty()
        : Optional.of("No row lies in " + absent + ", listed under \"Always learn\".");
  }

  /** A warning that counts the rows without a cluster, if there are any. */
  Optional<String> skippedWarning(String column) {
    return warning(skipped, column);
  }

  /** A warning that counts the rows without a weight, if there are any. */
  Optional<String> unweightedWarning(String column) {
    return warning(unweighted, column);
  }

  private static Optional<String> warning(int count, String column) {
    return count == 0
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                count == 1
                    ? "%,d row was skipped because \"%s\" is missing in it."
                    : "%,d rows were skipped because \"%s\" is missing in them.",
                count,
                column));
  }
}

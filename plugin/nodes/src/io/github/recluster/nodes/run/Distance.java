// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.run;

import io.github.recluster.core.neighbors.Metric;
import org.knime.node.parameters.widget.choices.Label;

/** How far rows are apart; the constants are those of the core. */
public enum Distance {
  @Label(value = "Euclidean", description = "Straight-line distance. The usual choice.")
  EUCLIDEAN,
  @Label(value = "Manhattan", description = "Sum of the differences in all columns.")
  MANHATTAN,
  @Label(value = "Chebyshev", description = "The largest difference in any column.")
  CHEBYSHEV,
  @Label(value = "Cosine", description = "Angle between rows: proportions count, not size.")
  COSINE,
  @Label(value = "Correlation", description = "As cosine, after each row's mean is taken off.")
  CORRELATION,
  @Label(value = "Hamming", description = "Share of columns that differ.")
  HAMMING,
  @Label(
      value = "Jaccard",
      description = "Of the columns not 0 in one row at least, the share that is 0 in one.")
  JACCARD,
  @Label(value = "Canberra", description = "Sum of differences, each relative to the values.")
  CANBERRA,
  @Label(value = "Bray-Curtis", description = "Sum of differences relative to the sum of all.")
  BRAYCURTIS;

  /** As the core knows it. */
  public Metric metric() {
    return Metric.valueOf(name());
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.scaling;

import io.github.recluster.core.data.CategoryEncoding;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * How {@link Scaler} treats the columns of a table.
 *
 * @param method how numeric columns are scaled
 * @param logColumns names of numeric columns whose values x become log(1 + x) before they are
 *     scaled: for counts and money, which are many small and few huge
 * @param encoding how nominal columns become numbers
 * @param scaleEncoded whether these numbers are then scaled like all others; if not, a label stays
 *     0, 1, 2, … and a one-hot column 0 or 1
 */
public record ScalerOptions(
    ScalingMethod method,
    Set<String> logColumns,
    CategoryEncoding.Kind encoding,
    boolean scaleEncoded) {
  /** Standard scaling, no logarithms, nominal columns as labels that are not scaled. */
  public static final ScalerOptions DEFAULTS =
      new ScalerOptions(ScalingMethod.STANDARD, Set.of(), CategoryEncoding.Kind.LABEL, false);

  /** Checks and copies. */
  public ScalerOptions {
    Objects.requireNonNull(method, "method");
    Objects.requireNonNull(encoding, "encoding");
    logColumns = Collections.unmodifiableSet(new TreeSet<>(logColumns));
  }

  /** These options with another {@link #method}. */
  public ScalerOptions withMethod(ScalingMethod method) {
    return new ScalerOptions(method, logColumns, encoding, scaleEncoded);
  }

  /** These options with other {@link #logColumns}. */
  public ScalerOptions withLogColumns(Set<String> logColumns) {
    return new ScalerOptions(method, logColumns, encoding, scaleEncoded);
  }

  /** These options with another {@link #encoding}. */
  public ScalerOptions withEncoding(CategoryEncoding.Kind encoding) {
    return new ScalerOptions(method, logColumns, encoding, scaleEncoded);
  }

  /** These options with another {@link #scaleEncoded}. */
  public ScalerOptions withScaleEncoded(boolean scaleEncoded) {
    return new ScalerOptions(method, logColumns, encoding, scaleEncoded);
  }
}

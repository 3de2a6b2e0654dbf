// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.umap;

import java.util.Arrays;
import java.util.Locale;

/** Where the layout starts, unless the caller brings a start along. */
public enum UmapInit {
  /** The slowest vibrations of the neighbor graph, component by component. */
  SPECTRAL,
  /** The first principal components of the rows. */
  PCA,
  /** Uniformly random places. */
  RANDOM;

  /** The name that users write: "spectral". */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The start that a user means.
   *
   * @throws IllegalArgumentException listing the names if there is none
   */
  public static UmapInit of(String id) {
    for (UmapInit init : values()) {
      if (init.id().equalsIgnoreCase(id)) {
        return init;
      }
    }
    String names = String.join(", ", Arrays.stream(values()).map(UmapInit::id).toList());
    throw new IllegalArgumentException("init must be one of " + names + ", got " + id);
  }
}

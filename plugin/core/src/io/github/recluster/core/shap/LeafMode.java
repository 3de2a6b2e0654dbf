// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.shap;

import io.github.recluster.core.compute.Progress;
import java.util.function.Function;

/** How a feature that is not known is thought of: gives the values of a group's leaves. */
@FunctionalInterface
interface LeafMode {
  /**
   * Looks at a group once, and then gives the values of each of its leaves.
   *
   * @param progress is looked at for cancellation where that takes long
   */
  Function<LeafPath, LeafValues> of(LeafGroup group, Progress progress);
}

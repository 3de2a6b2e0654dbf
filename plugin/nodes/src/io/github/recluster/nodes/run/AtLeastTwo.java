// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.run;

import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;

/** The bound of a number of which one says nothing: neighbors, rows of a cluster, runs. */
public final class AtLeastTwo extends MinValidation {
  @Override
  protected double getMin() {
    return 2;
  }
}

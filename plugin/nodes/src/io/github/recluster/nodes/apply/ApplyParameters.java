// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.apply;

import io.github.recluster.nodes.run.OptionTexts;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** What a user may choose where a model is applied: the model holds everything else. */
@LoadDefaultsForAbsentFields
public final class ApplyParameters implements NodeParameters {
  @Advanced
  @Widget(title = OptionTexts.THREADS, description = OptionTexts.THREADS_MEANING)
  @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
  int threads = 0;

  /** Number of threads; 0 takes all processors. */
  public int threads() {
    return threads;
  }
}

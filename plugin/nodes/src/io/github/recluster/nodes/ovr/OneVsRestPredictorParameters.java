// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.ovr;

import io.github.recluster.core.ovr.OneVsRestModel;
import io.github.recluster.nodes.run.OptionTexts;
import org.knime.node.parameters.Advanced;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.migration.LoadDefaultsForAbsentFields;
import org.knime.node.parameters.widget.number.NumberInputWidget;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation.IsNonNegativeValidation;

/** What a user may choose about One-vs-Rest XGBoost Predictor. */
@LoadDefaultsForAbsentFields
final class OneVsRestPredictorParameters implements NodeParameters {
  @Widget(
      title = "Threshold",
      description =
          "The probability, 0 to 1, below which a row is said to belong to none of the clusters."
              + " 0 always names the likeliest.")
  @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
  double threshold = OneVsRestModel.DEFAULT_THRESHOLD;

  @Advanced
  @Widget(title = OptionTexts.THREADS, description = OptionTexts.THREADS_MEANING)
  @NumberInputWidget(minValidation = IsNonNegativeValidation.class)
  int threads = 0;

  @Override
  public void validate() {
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new IllegalArgumentException("threshold must be 0 to 1, got " + threshold);
    }
  }
}

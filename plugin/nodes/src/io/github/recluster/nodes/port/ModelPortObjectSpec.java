// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.port;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.swing.JComponent;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;
import org.knime.core.node.port.AbstractSimplePortObjectSpec;

/**
 * What is known of a model without opening it: the columns that it reads and the columns that it
 * adds to a table. That is all that a node which applies the model needs to be configured.
 */
public abstract class ModelPortObjectSpec extends AbstractSimplePortObjectSpec {
  /** The version that is written; raised when the content changes. */
  public static final int FORMAT_VERSION = 1;

  private static final String KEY_VERSION = "formatVersion";
  private static final String KEY_FEATURES = "features";
  private static final String KEY_OUTPUTS = "outputs";

  private DataTableSpec features;
  private DataTableSpec outputs;

  /** For loading. */
  protected ModelPortObjectSpec() {
    this(new DataTableSpec(), new DataTableSpec());
  }

  /**
   * What a model reads and adds.
   *
   * @param outputs the added columns; none if they are not known before the model is made
   */
  protected ModelPortObjectSpec(DataTableSpec features, DataTableSpec outputs) {
    this.features = features;
    this.outputs = outputs;
  }

  /** The columns that the model reads, in its order. */
  public DataTableSpec features() {
    return features;
  }

  /** The columns that the model adds to a table; none if not known yet. */
  public DataTableSpec outputs() {
    return outputs;
  }

  /** The names of the columns that the model reads. */
  public List<String> featureNames() {
    return List.of(features.getColumnNames());
  }

  /** The columns that the model adds. */
  public DataColumnSpec[] outputColumns() {
    return outputs.stream().toArray(DataColumnSpec[]::new);
  }

  /** The names of the added columns that take the place of a feature; none, as a rule. */
  public Set<String> replaced() {
    return Set.of();
  }

  /**
   * Looks whether a table has the columns that the model reads.
   *
   * @throws InvalidSettingsException with a sentence for the user, if not
   */
  public void requireFeaturesIn(DataTableSpec table) throws InvalidSettingsException {
    List<String> gone = new ArrayList<>();
    for (DataColumnSpec feature : features) {
      DataColumnSpec column = table.getColumnSpec(feature.getName());
      if (column == null) {
        gone.add('"' + feature.getName() + '"');
      } else if (!Features.sameKind(feature, column)) {
        throw new InvalidSettingsException(
            "Column \""
                + feature.getName()
                + "\" is of type "
                + column.getType().getName()
                + ", but was of type "
                + feature.getType().getName()
                + " when the model was learned. Convert it before this node.");
      }
    }
    if (!gone.isEmpty()) {
      throw new InvalidSettingsException(
          "The table lacks "
              + (gone.size() == 1 ? "the column " : "the columns ")
              + String.join(", ", gone)
              + ", which the model was learned on. Prepare the table as the training table was.");
    }
  }

  @Override
  protected void save(ModelContentWO model) {
    model.addInt(KEY_VERSION, FORMAT_VERSION);
    features.save(model.addModelContent(KEY_FEATURES));
    outputs.save(model.addModelContent(KEY_OUTPUTS));
  }

  @Override
  protected void load(ModelContentRO model) throws InvalidSettingsException {
    int version = model.getInt(KEY_VERSION);
    if (version > FORMAT_VERSION) {
      throw new InvalidSettingsException(
          "The model was written by a newer version of Recluster (format "
              + version
              + ", this one reads up to "
              + FORMAT_VERSION
              + "). Update the extension.");
    }
    features = DataTableSpec.load(model.getModelContent(KEY_FEATURES));
    outputs = DataTableSpec.load(model.getModelContent(KEY_OUTPUTS));
  }

  @Override
  public JComponent[] getViews() {
    return new JComponent[] {SummaryPanel.of("Features", String.join("\n", featureNames()))};
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.port;

import java.util.List;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.ModelContentRO;
import org.knime.core.node.ModelContentWO;

/** What is known of the classifiers of all clusters before they are opened. */
public final class OneVsRestModelPortObjectSpec extends ModelPortObjectSpec {
  private static final String KEY_CLUSTER_COLUMN = "clusterColumn";
  private static final String KEY_LABELS = "labels";

  private String clusterColumn = "";
  private List<String> labels = List.of();

  /** For loading. */
  public OneVsRestModelPortObjectSpec() {}

  /**
   * What the classifiers read and add.
   *
   * @param clusterColumn the column that they were taught
   * @param labels the clusters that have a classifier, in the model's order; none if not known yet
   */
  public OneVsRestModelPortObjectSpec(
      DataTableSpec features, DataTableSpec outputs, String clusterColumn, List<String> labels) {
    super(features, outputs);
    this.clusterColumn = clusterColumn;
    this.labels = List.copyOf(labels);
  }

  /** The column that the classifiers were taught. */
  public String clusterColumn() {
    return clusterColumn;
  }

  /** The clusters that have a classifier; none if not known yet. */
  public List<String> labels() {
    return labels;
  }

  @Override
  protected void save(ModelContentWO model) {
    super.save(model);
    model.addString(KEY_CLUSTER_COLUMN, clusterColumn);
    model.addStringArray(KEY_LABELS, labels.toArray(String[]::new));
  }

  @Override
  protected void load(ModelContentRO model) throws InvalidSettingsException {
    super.load(model);
    clusterColumn = model.getString(KEY_CLUSTER_COLUMN);
    labels = List.of(model.getStringArray(KEY_LABELS));
  }

  /** Saves and loads. */
  public static final class Serializer
      extends AbstractSimplePortObjectSpecSerializer<OneVsRestModelPortObjectSpec> {}
}

// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.port;

import org.knime.core.data.DataTableSpec;

/** What is known of a UMAP model before it is opened. */
public final class UmapModelPortObjectSpec extends ModelPortObjectSpec {
  /** For loading. */
  public UmapModelPortObjectSpec() {}

  /** The columns that the model reads, and those that it adds. */
  public UmapModelPortObjectSpec(DataTableSpec features, DataTableSpec outputs) {
    super(features, outputs);
  }

  /** Saves and loads. */
  public static final class Serializer
      extends AbstractSimplePortObjectSpecSerializer<UmapModelPortObjectSpec> {}
}

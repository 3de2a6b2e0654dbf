// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.port;

import org.knime.core.data.DataTableSpec;

/** What is known of an HDBSCAN model before it is opened. */
public final class HdbscanModelPortObjectSpec extends ModelPortObjectSpec {
  /** For loading. */
  public HdbscanModelPortObjectSpec() {}

  /** The columns that the model reads, and those that it adds. */
  public HdbscanModelPortObjectSpec(DataTableSpec features, DataTableSpec outputs) {
    super(features, outputs);
  }

  /** Saves and loads. */
  public static final class Serializer
      extends AbstractSimplePortObjectSpecSerializer<HdbscanModelPortObjectSpec> {}
}

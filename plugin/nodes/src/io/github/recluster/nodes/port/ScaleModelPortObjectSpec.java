// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.port;

import org.knime.core.data.DataTableSpec;

/** What is known of a Scale model before it is opened. */
public final class ScaleModelPortObjectSpec extends ModelPortObjectSpec {
  /** For loading. */
  public ScaleModelPortObjectSpec() {}

  /** The columns that the model reads, and those that it adds. */
  public ScaleModelPortObjectSpec(DataTableSpec features, DataTableSpec outputs) {
    super(features, outputs);
  }

  /** Saves and loads. */
  public static final class Serializer
      extends AbstractSimplePortObjectSpecSerializer<ScaleModelPortObjectSpec> {}
}

// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.port;

import java.util.Set;
import java.util.stream.Collectors;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;

/** What is known of a Scale model before it is opened. */
public final class ScaleModelPortObjectSpec extends ModelPortObjectSpec {
  /** For loading. */
  public ScaleModelPortObjectSpec() {}

  /** The columns that the model reads, and those that it adds. */
  public ScaleModelPortObjectSpec(DataTableSpec features, DataTableSpec outputs) {
    super(features, outputs);
  }

  /** The scaled columns have their feature's name, unless one of them has a name of its own. */
  @Override
  public Set<String> replaced() {
    return outputs().stream().anyMatch(this::hasOwnName)
        ? Set.of()
        : outputs().stream()
            .map(DataColumnSpec::getName)
            .filter(features()::containsName)
            .collect(Collectors.toSet());
  }

  private boolean hasOwnName(DataColumnSpec output) {
    String name = output.getName();
    return !features().containsName(name)
        && features().stream()
            .map(DataColumnSpec::getName)
            .anyMatch(f -> name.equals(f + " (scaled)") || name.equals(f + " (encoded)"));
  }

  /** Saves and loads. */
  public static final class Serializer
      extends AbstractSimplePortObjectSpecSerializer<ScaleModelPortObjectSpec> {}
}

// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.standin.NewPathsAbsent;
import org.knime.core.standin.ParametersStore;

/** One older saved form: how to know it and how to read it. */
public final class ConfigMigration<T> {
  private final ParametersLoader<T> loader;
  private final Predicate<NodeSettingsRO> matcher;

  private ConfigMigration(ParametersLoader<T> loader, Predicate<NodeSettingsRO> matcher) {
    this.loader = loader;
    this.matcher = matcher;
  }

  public ParametersLoader<T> getLoader() {
    return loader;
  }

  public Predicate<NodeSettingsRO> getMatcher() {
    return matcher;
  }

  public static <T> Builder<T> builder(ParametersLoader<T> loader) {
    return new Builder<>(loader);
  }

  /** Collects the paths of the older form. */
  public static final class Builder<T> {
    private final ParametersLoader<T> loader;
    private final List<String[]> deprecatedPaths = new ArrayList<>();
    private Predicate<NodeSettingsRO> matcher;

    public Builder(ParametersLoader<T> loader) {
      this.loader = loader;
    }

    public Builder<T> withDeprecatedConfigPath(String... path) {
      deprecatedPaths.add(path.clone());
      return this;
    }

    /** Without a matcher: the older paths are all there, or none of the new ones is. */
    public ConfigMigration<T> build() {
      if (matcher != null) {
        return new ConfigMigration<>(loader, matcher);
      }
      if (deprecatedPaths.isEmpty()) {
        return new ConfigMigration<>(loader, new NewPathsAbsent());
      }
      return new ConfigMigration<>(
          loader,
          settings ->
              deprecatedPaths.stream().allMatch(path -> ParametersStore.hasPath(settings, path)));
    }
  }
}

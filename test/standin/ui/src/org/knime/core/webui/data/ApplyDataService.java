// SPDX-License-Identifier: Apache-2.0
package org.knime.core.webui.data;

import java.io.IOException;

/** Takes data back from a page. */
public final class ApplyDataService<D> extends AbstractDataService {
  private final Applier<D> applier;

  private ApplyDataService(ApplyDataServiceBuilder<D> builder) {
    super(builder);
    applier = builder.applier;
  }

  /** Takes the data. */
  @FunctionalInterface
  public interface Applier<D> {
    void apply(D data) throws IOException;
  }

  /** Makes the service. */
  public static final class ApplyDataServiceBuilder<D> extends AbstractDataServiceBuilder {
    private final Applier<D> applier;

    private ApplyDataServiceBuilder(Applier<D> applier) {
      this.applier = applier;
    }
  }
}

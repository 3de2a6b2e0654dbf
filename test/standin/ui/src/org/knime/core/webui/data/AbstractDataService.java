// SPDX-License-Identifier: Apache-2.0
package org.knime.core.webui.data;

import java.util.Optional;

/** What all data services share: what to do at their end. */
public abstract class AbstractDataService implements DataService {
  private final Runnable dispose;
  private final Runnable deactivate;

  AbstractDataService(AbstractDataServiceBuilder builder) {
    dispose = builder.dispose;
    deactivate = builder.deactivate;
  }

  @Override
  public Optional<Runnable> disposeRunnable() {
    return Optional.ofNullable(dispose);
  }

  @Override
  public Optional<Runnable> deactivateRunnable() {
    return Optional.ofNullable(deactivate);
  }

  /** What all builders share. */
  public abstract static class AbstractDataServiceBuilder implements DataServiceBuilder {
    private Runnable dispose;
    private Runnable deactivate;

    public AbstractDataServiceBuilder() {}

    @Override
    public DataServiceBuilder onDispose(Runnable newDispose) {
      dispose = newDispose;
      return this;
    }

    @Override
    public DataServiceBuilder onDeactivate(Runnable newDeactivate) {
      deactivate = newDeactivate;
      return this;
    }
  }
}

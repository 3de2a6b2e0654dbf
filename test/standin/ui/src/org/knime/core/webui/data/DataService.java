// SPDX-License-Identifier: Apache-2.0
package org.knime.core.webui.data;

import java.util.Optional;

/** Serves a page with data. */
public interface DataService {
  Optional<Runnable> disposeRunnable();

  Optional<Runnable> deactivateRunnable();

  /** Makes one. */
  interface DataServiceBuilder {
    DataServiceBuilder onDispose(Runnable dispose);

    DataServiceBuilder onDeactivate(Runnable deactivate);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.knime.core.webui.node.port;

import java.util.Optional;
import org.knime.core.webui.UIExtension;
import org.knime.core.webui.data.ApplyDataService;
import org.knime.core.webui.data.DataServiceProvider;
import org.knime.core.webui.data.DisposeDataServicesOnNodeStateChange;

/** A web view of what a port holds. */
public interface PortView
    extends UIExtension, DataServiceProvider, DisposeDataServicesOnNodeStateChange {
  @Override
  @SuppressWarnings("unchecked") // less generic than what it overrides, as the real one
  default Optional<ApplyDataService<?>> createApplyDataService() {
    return Optional.empty();
  }
}

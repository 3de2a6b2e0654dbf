// SPDX-License-Identifier: Apache-2.0
package org.knime.core.webui.data;

import java.util.Optional;

/** Offers a page its data services. */
public interface DataServiceProvider {
  <D> Optional<InitialDataService<D>> createInitialDataService();

  Optional<RpcDataService> createRpcDataService();

  <D> Optional<ApplyDataService<D>> createApplyDataService();
}

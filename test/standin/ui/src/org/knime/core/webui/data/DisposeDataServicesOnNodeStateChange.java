// SPDX-License-Identifier: Apache-2.0
package org.knime.core.webui.data;

/** The data services end when the node's state changes. */
public interface DisposeDataServicesOnNodeStateChange {}

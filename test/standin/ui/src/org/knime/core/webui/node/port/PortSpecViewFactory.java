// SPDX-License-Identifier: Apache-2.0
package org.knime.core.webui.node.port;

import org.knime.core.node.port.PortObjectSpec;

/** Makes a view of a port object's specification. */
@FunctionalInterface
public interface PortSpecViewFactory<S extends PortObjectSpec> {
  PortView createPortView(S spec);
}

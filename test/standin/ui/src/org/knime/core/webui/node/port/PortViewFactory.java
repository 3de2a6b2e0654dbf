// SPDX-License-Identifier: Apache-2.0
package org.knime.core.webui.node.port;

import org.knime.core.node.port.PortObject;

/** Makes a view of a port object. */
@FunctionalInterface
public interface PortViewFactory<T extends PortObject> {
  PortView createPortView(T portObject);
}

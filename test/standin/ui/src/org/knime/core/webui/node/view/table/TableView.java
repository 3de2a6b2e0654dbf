// SPDX-License-Identifier: Apache-2.0
package org.knime.core.webui.node.view.table;

/** Shows the rows of a table. */
public interface TableView {
  int getPortIndex();
}

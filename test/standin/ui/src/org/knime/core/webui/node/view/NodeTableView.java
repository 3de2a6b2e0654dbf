// SPDX-License-Identifier: Apache-2.0
package org.knime.core.webui.node.view;

import org.knime.core.webui.node.view.table.TableView;

/** A view of a table, whose rows can be selected. */
public interface NodeTableView extends TableView, NodeView {}

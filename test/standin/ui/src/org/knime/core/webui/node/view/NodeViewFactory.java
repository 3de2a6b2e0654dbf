// SPDX-License-Identifier: Apache-2.0
package org.knime.core.webui.node.view;

import org.knime.core.node.NodeModel;
import org.knime.core.node.wizard.page.WizardPageContribution;

/** A node factory whose node has a web view. */
public interface NodeViewFactory<T extends NodeModel> extends WizardPageContribution {
  NodeView createNodeView(T nodeModel);
}

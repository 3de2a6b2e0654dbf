// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

import java.util.EventListener;

/** Is told of a node's progress. */
public interface NodeProgressListener extends EventListener {
  void progressChanged(NodeProgressEvent event);
}

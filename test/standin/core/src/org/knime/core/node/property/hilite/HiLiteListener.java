// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.property.hilite;

import java.util.EventListener;

/** Is told which rows are hilit. */
public interface HiLiteListener extends EventListener {
  void hiLite(KeyEvent event);

  void unHiLite(KeyEvent event);

  void unHiLiteAll(KeyEvent event);
}

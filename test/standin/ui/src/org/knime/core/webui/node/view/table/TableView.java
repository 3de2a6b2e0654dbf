// SPDX-License-Identifier: Apache-2.0
package org.knime.core.webui.node.view.table;

import java.util.Optional;
import org.knime.core.webui.node.view.table.selection.SelectionTranslationService;

/** Shows the rows of a table. */
public interface TableView {
  default Optional<SelectionTranslationService> createSelectionTranslationService() {
    return Optional.empty();
  }

  int getPortIndex();
}

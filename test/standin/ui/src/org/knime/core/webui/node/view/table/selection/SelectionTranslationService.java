// SPDX-License-Identifier: Apache-2.0
package org.knime.core.webui.node.view.table.selection;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.knime.core.data.RowKey;

/** Translates between what a page selects and row keys. */
public interface SelectionTranslationService {
  Set<RowKey> toRowKeys(List<String> selection) throws IOException;

  List<String> fromRowKeys(Set<RowKey> rowKeys) throws IOException;
}

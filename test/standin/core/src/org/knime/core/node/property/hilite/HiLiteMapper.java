// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.property.hilite;

import java.util.Set;
import org.knime.core.data.RowKey;

/** Which rows of one table stand for a row of another. */
public interface HiLiteMapper {
  Set<RowKey> getKeys(RowKey key);

  Set<RowKey> keySet();
}

// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container.filter;

import org.knime.core.data.DataRow;
import org.knime.core.data.container.CloseableRowIterator;

/** Rows to go through. */
public interface CloseableDataRowIterable extends Iterable<DataRow> {
  @Override
  CloseableRowIterator iterator();
}

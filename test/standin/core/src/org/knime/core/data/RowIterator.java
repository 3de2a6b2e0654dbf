// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.util.Iterator;

/** Goes through a table. */
public abstract class RowIterator implements Iterator<DataRow> {
  public RowIterator() {}

  @Override
  public abstract boolean hasNext();

  @Override
  public abstract DataRow next();

  @Override
  public final void remove() {
    throw new UnsupportedOperationException("rows can't be removed");
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.container;

import java.io.Closeable;
import java.util.Iterator;
import org.knime.core.data.DataRow;
import org.knime.core.data.RowIterator;

/** Goes through a table, and is closed afterwards. */
public abstract class CloseableRowIterator extends RowIterator implements Closeable {
  public CloseableRowIterator() {}

  public static CloseableRowIterator from(Iterator<? extends DataRow> rows) {
    return new CloseableRowIterator() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public DataRow next() {
        return rows.next();
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public abstract void close();
}

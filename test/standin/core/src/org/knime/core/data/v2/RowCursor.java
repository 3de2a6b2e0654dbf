// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data.v2;

import java.io.Closeable;

/** Goes through a table without an object a row. */
public interface RowCursor extends Closeable {
  RowRead forward();

  boolean canForward();

  int getNumColumns();

  @Override
  void close();
}

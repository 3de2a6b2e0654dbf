// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.streamable;

import org.knime.core.data.DataRow;
import org.knime.core.data.DataTableSpec;

/** Rows at an input; null is the end. */
public abstract class RowInput extends PortInput {
  public RowInput() {}

  public abstract DataTableSpec getDataTableSpec();

  public abstract DataRow poll() throws InterruptedException;

  public abstract void close();
}

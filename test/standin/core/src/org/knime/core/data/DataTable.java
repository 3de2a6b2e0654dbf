// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

/** Rows under a spec. */
public interface DataTable extends Iterable<DataRow> {
  DataTableSpec getDataTableSpec();

  @Override
  RowIterator iterator();
}

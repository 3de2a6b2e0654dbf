// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

/** A cell without a value. */
public final class MissingCell extends DataCell implements MissingValue {
  private static final long serialVersionUID = 1L;
  private final String error;

  public MissingCell(String error) {
    this.error = error;
  }

  @Override
  public String getError() {
    return error;
  }

  @Override
  public boolean isMissing() {
    return true;
  }

  @Override
  protected boolean equalsDataCell(DataCell other) {
    return true;
  }

  @Override
  public int hashCode() {
    return MissingCell.class.hashCode();
  }

  @Override
  public String toString() {
    return "?";
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.knime.node.parameters.widget.choices.util;

import java.util.Collection;
import java.util.List;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataValue;
import org.knime.core.data.DoubleValue;
import org.knime.core.data.StringValue;

/** The columns of an input table that can be read as one of some kinds of value. */
public class CompatibleColumnsProvider implements FilteredInputTableColumnsProvider {
  private final Collection<Class<? extends DataValue>> kinds;

  protected CompatibleColumnsProvider(Class<? extends DataValue> kind) {
    this(List.<Class<? extends DataValue>>of(kind));
  }

  protected CompatibleColumnsProvider(Collection<Class<? extends DataValue>> kinds) {
    this.kinds = List.copyOf(kinds);
  }

  @Override
  public boolean isIncluded(DataColumnSpec column) {
    return kinds.stream().anyMatch(column.getType()::isCompatible);
  }

  /** Columns of numbers. */
  public static class DoubleColumnsProvider extends CompatibleColumnsProvider {
    protected DoubleColumnsProvider() {
      super(DoubleValue.class);
    }
  }

  /** Columns of texts. */
  public static class StringColumnsProvider extends CompatibleColumnsProvider {
    protected StringColumnsProvider() {
      super(StringValue.class);
    }
  }
}

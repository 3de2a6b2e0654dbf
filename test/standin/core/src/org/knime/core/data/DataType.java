// SPDX-License-Identifier: Apache-2.0
package org.knime.core.data;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.config.ConfigRO;
import org.knime.core.node.config.ConfigWO;

/** The type of a column: a cell class, or, for mixed columns, what all its cells have in common. */
public final class DataType {
  private static final String CELL_CLASS = "cell_class";
  private static final String VALUE_CLASSES = "value_classes";
  private static final Map<Class<?>, DataType> TYPES = new ConcurrentHashMap<>();
  private static final Map<String, String> NAMES =
      Map.of(
          "DoubleCell", "Number (Float)",
          "IntCell", "Number (Integer)",
          "LongCell", "Number (Long Integer)",
          "StringCell", "String",
          "BooleanCell", "Boolean",
          "PNGImageCell", "Image (PNG)");

  private final Class<? extends DataCell> cellClass;
  private final List<Class<? extends DataValue>> values;

  private DataType(Class<? extends DataCell> cellClass, Set<Class<? extends DataValue>> values) {
    this.cellClass = cellClass;
    this.values = List.copyOf(values);
  }

  /** Apart, so that no cell is made before this class is ready. */
  private static final class Missing {
    static final DataCell CELL = new MissingCell(null);
  }

  public static DataCell getMissingCell() {
    return Missing.CELL;
  }

  public static DataType getType(Class<? extends DataCell> cellClass) {
    DataType known = TYPES.get(cellClass);
    if (known != null) {
      return known;
    }
    Set<Class<? extends DataValue>> values = new LinkedHashSet<>();
    for (Class<?> c = cellClass; c != null; c = c.getSuperclass()) {
      collect(c, values);
    }
    return TYPES.computeIfAbsent(cellClass, c -> new DataType(cellClass, values));
  }

  private static void collect(Class<?> type, Set<Class<? extends DataValue>> values) {
    for (Class<?> parent : type.getInterfaces()) {
      if (DataValue.class.isAssignableFrom(parent)) {
        values.add(parent.asSubclass(DataValue.class));
        collect(parent, values);
      }
    }
  }

  public static DataType getCommonSuperType(DataType a, DataType b) {
    if (a.isASuperTypeOf(b)) {
      return a;
    }
    if (b.isASuperTypeOf(a)) {
      return b;
    }
    Set<Class<? extends DataValue>> common = new LinkedHashSet<>(a.values);
    common.retainAll(b.values);
    return new DataType(null, common);
  }

  public boolean isASuperTypeOf(DataType other) {
    return equals(other)
        || other.isMissingValueType()
        || !isMissingValueType() && cellClass == null && other.values.containsAll(values);
  }

  public boolean isMissingValueType() {
    return cellClass == MissingCell.class;
  }

  public boolean isCompatible(Class<? extends DataValue> value) {
    return isMissingValueType() || value == DataValue.class || values.contains(value);
  }

  public Class<? extends DataValue> getPreferredValueClass() {
    return values.isEmpty() ? DataValue.class : values.get(0);
  }

  public DataValueComparator getComparator() {
    return new DataValueComparator() {
      @Override
      protected int compareDataValues(DataValue a, DataValue b) {
        if (a instanceof LongValue && b instanceof LongValue) {
          return Long.compare(((LongValue) a).getLongValue(), ((LongValue) b).getLongValue());
        }
        if (a instanceof DoubleValue && b instanceof DoubleValue) {
          double x = ((DoubleValue) a).getDoubleValue();
          return Double.compare(x, ((DoubleValue) b).getDoubleValue());
        }
        return a.toString().compareTo(b.toString());
      }
    };
  }

  public String getName() {
    if (cellClass == null) {
      return "Mixed";
    }
    return NAMES.getOrDefault(cellClass.getSimpleName(), cellClass.getSimpleName());
  }

  @Override
  public String toString() {
    return getName();
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof DataType
            && cellClass == ((DataType) other).cellClass
            && Set.copyOf(values).equals(Set.copyOf(((DataType) other).values));
  }

  @Override
  public int hashCode() {
    return cellClass == null ? Set.copyOf(values).hashCode() : cellClass.hashCode();
  }

  public void save(ConfigWO config) {
    config.addString(CELL_CLASS, cellClass == null ? null : cellClass.getName());
    if (cellClass == null) {
      String[] names = values.stream().map(Class::getName).toArray(String[]::new);
      config.addStringArray(VALUE_CLASSES, names);
    }
  }

  public static DataType load(ConfigRO config) throws InvalidSettingsException {
    String name = config.getString(CELL_CLASS);
    ClassLoader loader = StringCell.class.getClassLoader();
    try {
      if (name != null) {
        return getType(Class.forName(name, true, loader).asSubclass(DataCell.class));
      }
      Set<Class<? extends DataValue>> values = new LinkedHashSet<>();
      for (String value : Objects.requireNonNull(config.getStringArray(VALUE_CLASSES))) {
        values.add(Class.forName(value, true, loader).asSubclass(DataValue.class));
      }
      return new DataType(null, values);
    } catch (ClassNotFoundException e) {
      throw new InvalidSettingsException("Unknown data type: " + e.getMessage(), e);
    }
  }
}

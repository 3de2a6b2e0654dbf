// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

import java.util.Locale;
import java.util.Objects;
import org.knime.core.node.NodeSettingsWO;

/** A named value that travels along a flow. */
public final class FlowVariable extends FlowObject {
  /** The kinds a variable had before {@link VariableType}. */
  public enum Type {
    DOUBLE,
    INTEGER,
    STRING,
    CREDENTIALS,
    OTHER
  }

  private final String name;
  private final VariableType<?> type;
  private final Object value;

  public <T> FlowVariable(String name, VariableType<T> type, T value) {
    this.name = Objects.requireNonNull(name, "A flow variable needs a name");
    this.type = type;
    this.value = value;
  }

  public FlowVariable(String name, String value) {
    this(name, VariableType.StringType.INSTANCE, value);
  }

  public FlowVariable(String name, double value) {
    this(name, VariableType.DoubleType.INSTANCE, value);
  }

  public FlowVariable(String name, int value) {
    this(name, VariableType.IntType.INSTANCE, value);
  }

  public String getName() {
    return name;
  }

  public VariableType<?> getVariableType() {
    return type;
  }

  public Type getType() {
    String simple = type.getSimpleType().getSimpleName().toUpperCase(Locale.ROOT);
    return simple.equals("DOUBLE") || simple.equals("INTEGER") || simple.equals("STRING")
        ? Type.valueOf(simple)
        : Type.OTHER;
  }

  public <T> T getValue(VariableType<T> wanted) {
    if (!type.isConvertible(wanted)) {
      throw new IllegalArgumentException(
          "Flow variable \"" + name + "\" is of type " + type + ", not " + wanted);
    }
    Object converted = value;
    if (wanted == VariableType.StringType.INSTANCE) {
      converted = getValueAsString();
    } else if (wanted == VariableType.DoubleType.INSTANCE) {
      converted = ((Number) value).doubleValue();
    } else if (wanted == VariableType.LongType.INSTANCE) {
      converted = ((Number) value).longValue();
    }
    return wanted.getSimpleType().cast(converted);
  }

  public int getIntValue() {
    return type == VariableType.IntType.INSTANCE ? (Integer) value : 0;
  }

  public String getValueAsString() {
    return String.valueOf(value);
  }

  public void save(NodeSettingsWO settings) {
    settings.addString("name", name);
    settings.addString("class", type.getIdentifier());
    if (value instanceof Integer) {
      settings.addInt("value", (Integer) value);
    } else if (value instanceof Long) {
      settings.addLong("value", (Long) value);
    } else if (value instanceof Double) {
      settings.addDouble("value", (Double) value);
    } else if (value instanceof Boolean) {
      settings.addBoolean("value", (Boolean) value);
    } else {
      settings.addString("value", (String) value);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof FlowVariable
        && name.equals(((FlowVariable) other).name)
        && type.equals(((FlowVariable) other).type)
        && Objects.equals(value, ((FlowVariable) other).value);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, type, value);
  }

  @Override
  public String toString() {
    return name + "=" + value + " (" + type + ")";
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.knime.core.standin;

import java.util.Arrays;
import java.util.Map;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettingsRO;
import org.knime.core.node.NodeSettingsWO;

/** The saved forms of numbers, texts, constants and lists of texts. */
final class LeafPersistors {
  private static final Map<Class<?>, Leaf<?>> BY_TYPE =
      Map.ofEntries(
          leaf(Integer.class, NodeSettingsRO::getInt, NodeSettingsWO::addInt, 0),
          leaf(Long.class, NodeSettingsRO::getLong, NodeSettingsWO::addLong, 0L),
          leaf(Double.class, NodeSettingsRO::getDouble, NodeSettingsWO::addDouble, 0.0),
          leaf(Boolean.class, NodeSettingsRO::getBoolean, NodeSettingsWO::addBoolean, false),
          leaf(String.class, NodeSettingsRO::getString, NodeSettingsWO::addString, null),
          leaf(
              String[].class,
              NodeSettingsRO::getStringArray,
              NodeSettingsWO::addStringArray,
              new String[0]),
          leaf(Void.class, (settings, key) -> null, (settings, key, value) -> {}, null));

  private static final Map<Class<?>, Class<?>> BOXED =
      Map.of(
          int.class, Integer.class,
          long.class, Long.class,
          double.class, Double.class,
          boolean.class, Boolean.class);

  private LeafPersistors() {}

  static Leaf<?> of(Class<?> type) {
    if (type.isEnum()) {
      return constant(type.asSubclass(Enum.class));
    }
    Leaf<?> leaf = BY_TYPE.get(BOXED.getOrDefault(type, type));
    if (leaf == null) {
      throw new IllegalArgumentException("a parameter cannot be of type " + type.getName());
    }
    return leaf;
  }

  @SuppressWarnings("rawtypes")
  private static Leaf<Enum> constant(Class<? extends Enum> type) {
    return new Leaf<>(
        (settings, key) -> {
          String name = settings.getString(key);
          for (Enum constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
              return constant;
            }
          }
          throw new InvalidSettingsException(
              "%s must be one of %s, got %s".formatted(key, Arrays.toString(names(type)), name));
        },
        (settings, key, value) -> settings.addString(key, value == null ? null : value.name()),
        null);
  }

  @SuppressWarnings("rawtypes")
  private static String[] names(Class<? extends Enum> type) {
    return Arrays.stream(type.getEnumConstants()).map(Enum::name).toArray(String[]::new);
  }

  private static <T> Map.Entry<Class<?>, Leaf<?>> leaf(
      Class<T> type, Reader<T> reader, Writer<T> writer, T empty) {
    return Map.entry(type, new Leaf<>(reader, writer, empty));
  }

  /** How a type is read and written, and what stands for an absent optional value. */
  record Leaf<T>(Reader<T> reader, Writer<T> writer, T empty) {
    @SuppressWarnings("unchecked")
    void save(NodeSettingsWO settings, String key, Object value) {
      writer.write(settings, key, (T) value);
    }

    void saveEmpty(NodeSettingsWO settings, String key) {
      writer.write(settings, key, empty);
    }
  }

  interface Reader<T> {
    T read(NodeSettingsRO settings, String key) throws InvalidSettingsException;
  }

  interface Writer<T> {
    void write(NodeSettingsWO settings, String key, T value);
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.knime.core.standin;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.persistence.Persist;
import org.knime.node.parameters.persistence.Persistable;

/** Which fields of a parameters class count, and what they are called when saved. */
public final class ParametersFields {
  private ParametersFields() {}

  /** Those of the superclasses first; private, static and transient ones do not count. */
  public static List<Field> of(Class<?> clazz) {
    List<Field> fields = new ArrayList<>();
    if (clazz.getSuperclass() != null && clazz.getSuperclass() != Object.class) {
      fields.addAll(of(clazz.getSuperclass()));
    }
    int ignored = Modifier.PRIVATE | Modifier.STATIC | Modifier.TRANSIENT;
    for (Field field : clazz.getDeclaredFields()) {
      if ((field.getModifiers() & ignored) == 0 && !field.isSynthetic()) {
        field.setAccessible(true);
        fields.add(field);
      }
    }
    return fields;
  }

  /** The field's name without {@code m_}, or what {@link Persist} says. */
  public static String key(Field field) {
    String name = field.getName();
    String key = name.startsWith("m_") ? name.substring(2) : name;
    Persist persist = field.getAnnotation(Persist.class);
    if (persist == null) {
      return key;
    }
    String chosen = persist.configKey().isEmpty() ? key : persist.configKey();
    return persist.hidden() ? chosen + "_Internals" : chosen;
  }

  /** The class of a field's value; where a type variable declares it, that of the value itself. */
  public static Class<?> type(Field field, Object owner) {
    Object value = get(field, owner);
    return field.getGenericType() instanceof TypeVariable && value != null
        ? value.getClass()
        : field.getType();
  }

  /** What an optional or a list holds. */
  public static Class<?> content(Field field) {
    if (field.getType().isArray()) {
      return field.getType().getComponentType();
    }
    return field.getGenericType() instanceof ParameterizedType type
            && type.getActualTypeArguments()[0] instanceof Class<?> content
        ? content
        : Object.class;
  }

  /** An array or list of groups. */
  public static boolean isListOfGroups(Field field) {
    Class<?> type = field.getType();
    return (type.isArray() || Collection.class.isAssignableFrom(type))
        && Persistable.class.isAssignableFrom(content(field));
  }

  public static boolean isOptional(Field field) {
    return field.getType() == Optional.class;
  }

  public static Object get(Field field, Object owner) {
    try {
      return field.get(owner);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  public static void set(Field field, Object owner, Object value) {
    try {
      field.set(owner, value);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("a parameter must not be final: " + field, e);
    }
  }

  /** By the constructor without arguments, which may be private. */
  public static <T> T create(Class<T> clazz) {
    try {
      return create(clazz.getDeclaredConstructor());
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(clazz + " has no constructor without arguments", e);
    }
  }

  /** By the constructor that takes the node's input, where there is one. */
  public static <T> T create(Class<T> clazz, NodeParametersInput input) {
    try {
      return create(clazz.getDeclaredConstructor(NodeParametersInput.class), input);
    } catch (NoSuchMethodException none) {
      return create(clazz);
    }
  }

  private static <T> T create(Constructor<T> constructor, Object... arguments) {
    try {
      constructor.setAccessible(true);
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(constructor + " failed", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(constructor + " cannot be called", e);
    }
  }
}

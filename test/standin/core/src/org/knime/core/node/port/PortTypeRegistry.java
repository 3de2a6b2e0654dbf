// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.knime.core.node.NodeLogger;
import org.knime.core.node.port.PortObject.PortObjectSerializer;
import org.knime.core.node.port.PortObjectSpec.PortObjectSpecSerializer;

/**
 * The port types: those of the extension point, and, where there is no extension registry (plain
 * tests), any class with a nested {@code Serializer}.
 */
public final class PortTypeRegistry {
  private static final PortTypeRegistry INSTANCE = new PortTypeRegistry();
  private final Map<Class<?>, PortType> types = new LinkedHashMap<>();
  private final Map<String, PortTypeExtension> extensions = PortTypeExtension.all();

  private PortTypeRegistry() {}

  public static PortTypeRegistry getInstance() {
    return INSTANCE;
  }

  public synchronized PortType getPortType(Class<? extends PortObject> objectClass) {
    PortType known = types.get(objectClass);
    if (known == null) {
      known = create(objectClass);
      types.put(objectClass, known);
    }
    return known;
  }

  public synchronized PortType getPortType(
      Class<? extends PortObject> objectClass, boolean optional) {
    PortType type = getPortType(objectClass);
    return optional ? type.asOptional() : type;
  }

  private PortType create(Class<? extends PortObject> objectClass) {
    PortTypeExtension extension = extensions.get(objectClass.getName());
    if (extension != null) {
      return extension.type(objectClass);
    }
    Class<? extends PortObjectSpec> specClass = PortObjectSpec.class;
    try {
      Class<?> declared = objectClass.getMethod("getSpec").getReturnType();
      specClass = declared.asSubclass(PortObjectSpec.class);
    } catch (NoSuchMethodException e) {
      throw new IllegalArgumentException(objectClass + " is not a port object", e);
    }
    return new PortType(
        objectClass, specClass, objectClass.getSimpleName(), 0x9b9b9b, false, false);
  }

  public Optional<Class<? extends PortObject>> getObjectClass(String name) {
    try {
      PortTypeExtension extension = extensions.get(name);
      Class<?> found = extension == null ? Class.forName(name) : extension.objectClass();
      return Optional.of(found.asSubclass(PortObject.class));
    } catch (ClassNotFoundException e) {
      NodeLogger.getLogger(PortTypeRegistry.class).debug("No port object " + name, e);
      return Optional.empty();
    }
  }

  public Optional<Class<? extends PortObjectSpec>> getSpecClass(String name) {
    try {
      for (PortTypeExtension extension : extensions.values()) {
        if (extension.specName().equals(name)) {
          return Optional.of(extension.specClass());
        }
      }
      return Optional.of(Class.forName(name).asSubclass(PortObjectSpec.class));
    } catch (ClassNotFoundException e) {
      NodeLogger.getLogger(PortTypeRegistry.class).debug("No port object spec " + name, e);
      return Optional.empty();
    }
  }

  @SuppressWarnings("unchecked") // the serializer belongs to the class
  public Optional<PortObjectSerializer<PortObject>> getObjectSerializer(
      Class<? extends PortObject> objectClass) {
    return Optional.ofNullable((PortObjectSerializer<PortObject>) serializer(objectClass));
  }

  @SuppressWarnings("unchecked") // the serializer belongs to the class
  public Optional<PortObjectSpecSerializer<PortObjectSpec>> getSpecSerializer(
      Class<? extends PortObjectSpec> specClass) {
    return Optional.ofNullable((PortObjectSpecSerializer<PortObjectSpec>) serializer(specClass));
  }

  private Object serializer(Class<?> owner) {
    try {
      for (PortTypeExtension extension : extensions.values()) {
        Optional<Object> found = extension.serializerOf(owner.getName());
        if (found.isPresent()) {
          return found.get();
        }
      }
      Class<?> nested =
          Class.forName(owner.getName() + "$Serializer", true, owner.getClassLoader());
      return nested.getConstructor().newInstance();
    } catch (ReflectiveOperationException e) {
      NodeLogger.getLogger(PortTypeRegistry.class).debug("No serializer of " + owner, e);
      return null;
    }
  }
}

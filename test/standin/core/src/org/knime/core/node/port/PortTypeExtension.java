// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.RegistryFactory;

/** One {@code portType} element of the extension point. */
final class PortTypeExtension {
  private final IConfigurationElement element;

  private PortTypeExtension(IConfigurationElement element) {
    this.element = element;
  }

  /** All of them by the name of the object's class; none where there is no registry. */
  static Map<String, PortTypeExtension> all() {
    Map<String, PortTypeExtension> found = new LinkedHashMap<>();
    IExtensionRegistry registry = RegistryFactory.getRegistry();
    if (registry != null) {
      for (IConfigurationElement e :
          registry.getConfigurationElementsFor("org.knime.core.PortType")) {
        found.put(e.getAttribute("objectClass"), new PortTypeExtension(e));
      }
    }
    return found;
  }

  String specName() {
    return element.getAttribute("specClass");
  }

  Class<?> objectClass() throws ClassNotFoundException {
    return load("objectSerializer", "objectClass");
  }

  Class<? extends PortObjectSpec> specClass() throws ClassNotFoundException {
    return load("specSerializer", "specClass").asSubclass(PortObjectSpec.class);
  }

  /** A class is loaded as its serializer's bundle sees it. */
  private Class<?> load(String own, String attribute) throws ClassNotFoundException {
    String serializer = element.getAttribute(own) == null ? "objectSerializer" : own;
    try {
      ClassLoader loader =
          element.createExecutableExtension(serializer).getClass().getClassLoader();
      return Class.forName(element.getAttribute(attribute), true, loader);
    } catch (CoreException e) {
      throw new ClassNotFoundException(e.getMessage(), e);
    }
  }

  Optional<Object> serializerOf(String owner) throws ReflectiveOperationException {
    try {
      if (owner.equals(element.getAttribute("objectClass"))) {
        return Optional.of(element.createExecutableExtension("objectSerializer"));
      }
      if (owner.equals(specName()) && element.getAttribute("specSerializer") != null) {
        return Optional.of(element.createExecutableExtension("specSerializer"));
      }
      return Optional.empty();
    } catch (CoreException e) {
      throw new ReflectiveOperationException(e.getMessage(), e);
    }
  }

  PortType type(Class<? extends PortObject> objectClass) {
    String color = element.getAttribute("color");
    try {
      return new PortType(
          objectClass,
          specClass(),
          element.getAttribute("name"),
          color == null ? 0x9b9b9b : Integer.decode(color),
          false,
          Boolean.parseBoolean(element.getAttribute("hidden")));
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("The port type of " + objectClass + " has no spec class", e);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.port;

/** Which objects a port takes. */
public final class PortType {
  private final Class<? extends PortObject> objectClass;
  private final Class<? extends PortObjectSpec> specClass;
  private final String name;
  private final int color;
  private final boolean optional;
  private final boolean hidden;

  PortType(
      Class<? extends PortObject> objectClass,
      Class<? extends PortObjectSpec> specClass,
      String name,
      int color,
      boolean optional,
      boolean hidden) {
    this.objectClass = objectClass;
    this.specClass = specClass;
    this.name = name;
    this.color = color;
    this.optional = optional;
    this.hidden = hidden;
  }

  PortType asOptional() {
    return new PortType(objectClass, specClass, name, color, true, hidden);
  }

  public Class<? extends PortObject> getPortObjectClass() {
    return objectClass;
  }

  public Class<? extends PortObjectSpec> getPortObjectSpecClass() {
    return specClass;
  }

  public boolean isOptional() {
    return optional;
  }

  public boolean isSuperTypeOf(PortType other) {
    return objectClass.isAssignableFrom(other.objectClass);
  }

  public boolean acceptsPortObject(PortObject object) {
    return objectClass.isInstance(object);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PortType
        && objectClass == ((PortType) other).objectClass
        && optional == ((PortType) other).optional;
  }

  @Override
  public int hashCode() {
    return objectClass.hashCode();
  }

  @Override
  public String toString() {
    return name + (optional ? " (optional)" : "");
  }
}

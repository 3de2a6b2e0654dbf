// SPDX-License-Identifier: Apache-2.0
package org.knime.node.impl.description;

/** Name and description of a port. */
public record PortDescription(String id, String name, String description, boolean configurable) {
  public static PortDescription fixedPort(String name, String description) {
    return new PortDescription(null, name, description, false);
  }

  public static PortDescription dynamicPort(String id, String name, String description) {
    return new PortDescription(id, name, description, true);
  }
}

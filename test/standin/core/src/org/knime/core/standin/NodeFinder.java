// SPDX-License-Identifier: Apache-2.0
package org.knime.core.standin;

import java.util.Optional;
import org.eclipse.core.runtime.CoreException;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExtensionRegistry;
import org.eclipse.core.runtime.RegistryFactory;
import org.knime.core.node.NodeFactory;
import org.knime.core.node.NodeModel;
import org.knime.core.standin.nodes.KnimeNodes;

/** Finds node factories by class name: through the extension registry, and KNIME's own few. */
final class NodeFinder {
  private static final String POINT = "org.knime.workbench.repository.nodes";

  private NodeFinder() {}

  @SuppressWarnings("unchecked") // a factory makes the models that it takes
  static Optional<NodeFactory<NodeModel>> find(String factory) throws CoreException {
    IExtensionRegistry registry = RegistryFactory.getRegistry();
    if (registry != null) {
      for (IConfigurationElement element : registry.getConfigurationElementsFor(POINT)) {
        if (factory.equals(element.getAttribute("factory-class"))) {
          return Optional.of(
              (NodeFactory<NodeModel>) element.createExecutableExtension("factory-class"));
        }
      }
    }
    Optional<NodeFactory<NodeModel>> known = KnimeNodes.find(factory);
    return known.isPresent() || registry != null ? known : byName(factory);
  }

  /** In plain tests there is no registry: any factory on the class path. */
  @SuppressWarnings("unchecked") // a factory makes the models that it takes
  private static Optional<NodeFactory<NodeModel>> byName(String factory) {
    try {
      Object made = Class.forName(factory).getConstructor().newInstance();
      return Optional.of((NodeFactory<NodeModel>) made);
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
  }
}

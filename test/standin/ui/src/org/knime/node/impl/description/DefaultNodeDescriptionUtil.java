// SPDX-License-Identifier: Apache-2.0
package org.knime.node.impl.description;

import java.util.Collection;
import java.util.List;
import org.knime.core.node.NodeDescription;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.standin.ParametersNodeDescription;
import org.knime.core.util.Version;
import org.knime.node.parameters.NodeParameters;

/** Makes a node's description from its parts and the texts at its options. */
public final class DefaultNodeDescriptionUtil {
  private DefaultNodeDescriptionUtil() {}

  public static NodeDescription createNodeDescription(
      String name,
      String icon,
      Collection<PortDescription> inPorts,
      Collection<PortDescription> outPorts,
      String shortDescription,
      String fullDescription,
      Collection<ExternalResource> externalResources,
      Class<? extends NodeParameters> modelSettingsClass,
      Collection<ViewDescription> views,
      NodeType nodeType,
      Collection<String> keywords,
      Version sinceVersion) {
    return new ParametersNodeDescription(
        new ParametersNodeDescription.Parts(
            name,
            icon,
            List.copyOf(inPorts),
            List.copyOf(outPorts),
            shortDescription,
            fullDescription,
            externalResources == null ? List.of() : List.copyOf(externalResources),
            modelSettingsClass,
            views == null ? List.of() : List.copyOf(views),
            nodeType,
            keywords == null ? List.of() : List.copyOf(keywords),
            sinceVersion));
  }
}

// SPDX-License-Identifier: Apache-2.0
package org.knime.core.standin;

import java.util.List;
import java.util.Optional;
import org.knime.core.node.NodeDescription;
import org.knime.core.node.NodeFactory.NodeType;
import org.knime.core.util.Version;
import org.knime.node.impl.description.ExternalResource;
import org.knime.node.impl.description.PortDescription;
import org.knime.node.impl.description.ViewDescription;
import org.knime.node.parameters.NodeParameters;
import org.w3c.dom.Element;

/** A node description made of parts. */
public final class ParametersNodeDescription extends NodeDescription {
  private final Parts parts;
  private final Element xml;

  public ParametersNodeDescription(Parts parts) {
    this.parts = parts;
    this.xml = NodeDescriptionXml.write(parts);
  }

  /** What it is made of. */
  public Parts parts() {
    return parts;
  }

  @Override
  public String getIconPath() {
    return parts.icon();
  }

  @Override
  public String getNodeName() {
    return parts.name();
  }

  @Override
  public NodeType getType() {
    return parts.type();
  }

  @Override
  public Optional<String> getShortDescription() {
    return Optional.of(parts.shortDescription());
  }

  @Override
  public Optional<String> getIntro() {
    return Optional.of(parts.fullDescription());
  }

  @Override
  public String getInportName(int index) {
    return port(parts.inPorts(), index).map(PortDescription::name).orElse(null);
  }

  @Override
  public String getInportDescription(int index) {
    return port(parts.inPorts(), index).map(PortDescription::description).orElse(null);
  }

  @Override
  public String getOutportName(int index) {
    return port(parts.outPorts(), index).map(PortDescription::name).orElse(null);
  }

  @Override
  public String getOutportDescription(int index) {
    return port(parts.outPorts(), index).map(PortDescription::description).orElse(null);
  }

  private static Optional<PortDescription> port(List<PortDescription> ports, int index) {
    return ports.stream().filter(port -> !port.configurable()).skip(index).findFirst();
  }

  @Override
  public String getInteractiveViewName() {
    return parts.views().stream().map(ViewDescription::name).findFirst().orElse(null);
  }

  @Override
  public int getViewCount() {
    return parts.views().size();
  }

  @Override
  public String getViewName(int index) {
    return parts.views().get(index).name();
  }

  @Override
  public String getViewDescription(int index) {
    return parts.views().get(index).description();
  }

  @Override
  public String[] getKeywords() {
    return parts.keywords().toArray(String[]::new);
  }

  @Override
  public Element getXMLDescription() {
    return xml;
  }

  /** The parts of a node description; texts are HTML. */
  public record Parts(
      String name,
      String icon,
      List<PortDescription> inPorts,
      List<PortDescription> outPorts,
      String shortDescription,
      String fullDescription,
      List<ExternalResource> links,
      Class<? extends NodeParameters> parameters,
      List<ViewDescription> views,
      NodeType type,
      List<String> keywords,
      Version sinceVersion) {
    public Parts {
      if (type == null) {
        type = inPorts.isEmpty() ? NodeType.Source : typeWithInput(outPorts);
      }
    }

    private static NodeType typeWithInput(List<PortDescription> outPorts) {
      return outPorts.isEmpty() ? NodeType.Sink : NodeType.Manipulator;
    }
  }
}

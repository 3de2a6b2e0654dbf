// SPDX-License-Identifier: Apache-2.0
package org.knime.core.webui.node.port;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.knime.core.node.port.PortType;

/** Knows the web views of each kind of port. */
public final class PortViewManager {
  private static final Map<String, PortViews> VIEWS = new ConcurrentHashMap<>();

  private PortViewManager() {}

  public static void registerPortViews(
      String portObjectClassName,
      List<PortViewDescriptor> viewDescriptors,
      List<Integer> configuredIndices,
      List<Integer> executedIndices) {
    VIEWS.put(
        portObjectClassName,
        new PortViews(
            List.copyOf(viewDescriptors),
            List.copyOf(configuredIndices),
            List.copyOf(executedIndices)));
  }

  public static PortViews getPortViews(PortType portType) {
    return VIEWS.get(portType.getPortObjectClass().getName());
  }

  /** A view's label and the factory that makes it. */
  public record PortViewDescriptor(String label, Object viewFactory) {}

  /** The views of a port, and which of them it has when configured and when executed. */
  public record PortViews(
      List<PortViewDescriptor> viewDescriptors,
      List<Integer> configuredIndices,
      List<Integer> executedIndices) {}
}

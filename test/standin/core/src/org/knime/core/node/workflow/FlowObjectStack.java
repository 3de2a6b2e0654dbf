// SPDX-License-Identifier: Apache-2.0
package org.knime.core.node.workflow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The flow variables a node sees; the one pushed last hides others of its name. */
public final class FlowObjectStack {
  private final Map<String, FlowVariable> variables = new LinkedHashMap<>();

  private FlowObjectStack() {}

  public static FlowObjectStack createFromFlowVariableList(
      List<FlowVariable> variables, NodeID owner) {
    FlowObjectStack stack = new FlowObjectStack();
    variables.forEach(stack::push);
    return stack;
  }

  public void push(FlowObject object) {
    FlowVariable variable = (FlowVariable) object;
    variables.put(variable.getName(), variable);
  }

  public Map<String, FlowVariable> getAllAvailableFlowVariables() {
    return new LinkedHashMap<>(variables);
  }

  @Override
  public String toString() {
    return variables.values().toString();
  }
}

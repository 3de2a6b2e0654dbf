// SPDX-License-Identifier: Apache-2.0
package org.knime.core.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.NodeSettings;
import org.knime.core.node.config.base.AbstractConfigEntry;
import org.knime.core.node.config.base.ConfigBase;
import org.knime.core.node.workflow.FlowVariable;
import org.knime.core.node.workflow.VariableType;

/** Settings that flow variables overwrite, and settings that become flow variables. */
final class FlowOverrides {
  private static final String USED = "used_variable";
  private static final String EXPOSED = "exposed_variable";

  private FlowOverrides() {}

  /**
   * Overwrites entries of {@code settings} as the {@code tree} says, and gives the variables that
   * settings are exposed as.
   */
  static List<FlowVariable> apply(
      NodeSettings tree, NodeSettings settings, Map<String, FlowVariable> variables)
      throws InvalidSettingsException {
    List<FlowVariable> exposed = new ArrayList<>();
    if (tree.containsKey("tree")) {
      visit(tree.getConfigBase("tree"), settings, variables, exposed);
    }
    return exposed;
  }

  private static void visit(
      ConfigBase tree,
      ConfigBase settings,
      Map<String, FlowVariable> variables,
      List<FlowVariable> exposed)
      throws InvalidSettingsException {
    for (String key : tree) {
      ConfigBase branch = tree.getConfigBase(key);
      if (!(branch.getEntry(USED) == null && branch.getEntry(EXPOSED) == null)) {
        String used = branch.getString(USED, null);
        if (used != null) {
          overwrite(settings, key, used, variables.get(used));
        }
        String name = branch.getString(EXPOSED, null);
        if (name != null) {
          exposed.add(expose(name, settings, key));
        }
      } else if (settings.getEntry(key) instanceof ConfigBase child) {
        visit(branch, child, variables, exposed);
      } else {
        throw new InvalidSettingsException(
            "A flow variable overwrites settings in \"" + key + "\", which the node doesn't have.");
      }
    }
  }

  private static void overwrite(ConfigBase settings, String key, String name, FlowVariable variable)
      throws InvalidSettingsException {
    if (variable == null) {
      throw new InvalidSettingsException(
          "Unknown flow variable \"" + name + "\" for setting \"" + key + "\".");
    }
    AbstractConfigEntry entry = settings.getEntry(key);
    if (entry == null) {
      throw new InvalidSettingsException(
          "Flow variable \""
              + name
              + "\" overwrites the setting \""
              + key
              + "\", which the node doesn't have.");
    }
    if (!fits(entry, variable)) {
      throw new InvalidSettingsException(
          "Flow variable \""
              + name
              + "\" is of type "
              + variable.getVariableType()
              + ", which can't overwrite the setting \""
              + key
              + "\" of type "
              + entry.getType());
    }
    settings.addEntry(entry.getType().createEntry(key, variable.getValueAsString()));
  }

  private static boolean fits(AbstractConfigEntry entry, FlowVariable variable) {
    VariableType<?> type = variable.getVariableType();
    boolean isInt = type == VariableType.IntType.INSTANCE;
    boolean isLong = isInt || type == VariableType.LongType.INSTANCE;
    String text = variable.getValueAsString();
    return switch (entry.getType()) {
      case xstring, xtransientstring -> true;
      case xint -> isInt;
      case xshort, xbyte -> isInt && Math.abs(variable.getIntValue()) < 128;
      case xlong -> isLong;
      case xdouble, xfloat -> isLong || type == VariableType.DoubleType.INSTANCE;
      case xboolean -> text.equals("true") || text.equals("false");
      case xchar -> text.length() == 1;
      default -> false;
    };
  }

  private static FlowVariable expose(String name, ConfigBase settings, String key)
      throws InvalidSettingsException {
    AbstractConfigEntry entry = settings.getEntry(key);
    if (entry == null) {
      throw new InvalidSettingsException(
          "The setting \""
              + key
              + "\", which the node doesn't have, is exposed as \""
              + name
              + "\"");
    }
    return switch (entry.getType()) {
      case xint, xshort, xbyte -> new FlowVariable(name, Integer.parseInt(entry.toStringValue()));
      case xlong ->
          new FlowVariable(
              name, VariableType.LongType.INSTANCE, Long.parseLong(entry.toStringValue()));
      case xdouble, xfloat -> new FlowVariable(name, Double.parseDouble(entry.toStringValue()));
      case xboolean ->
          new FlowVariable(
              name, VariableType.BooleanType.INSTANCE, settings.getBoolean(key, false));
      default -> new FlowVariable(name, String.valueOf(entry.toStringValue()));
    };
  }
}

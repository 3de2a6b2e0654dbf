// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.umap;

import io.github.recluster.nodes.table.ColumnKind;
import io.github.recluster.nodes.table.ColumnMode;
import io.github.recluster.nodes.table.FeatureColumns;
import io.github.recluster.nodes.table.Role;
import java.util.ArrayList;
import java.util.List;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;

/** Which columns are embedded: numbers, under the mixed distance categories too; not the target. */
final class EmbeddedColumns {
  private EmbeddedColumns() {}

  static List<String> choose(DataTableSpec table, UmapEmbedParameters parameters)
      throws InvalidSettingsException {
    String target = parameters.target().orElse(null);
    if (target != null) {
      requireTarget(table, target);
    }
    List<String> names = new ArrayList<>(features(table, parameters));
    List<String> start = StartColumns.choose(table, parameters);
    if (parameters.columnMode == ColumnMode.AUTOMATIC) {
      names.removeAll(start);
    }
    if (target != null && parameters.columnMode == ColumnMode.AUTOMATIC) {
      names.removeIf(name -> name.equals(target) || Role.isMadeOf(table, name, target));
    } else if (target != null && names.contains(target)) {
      throw new InvalidSettingsException(
          "Column \""
              + target
              + "\" is both the target and a chosen column. Take it out of one of both.");
    }
    if (names.isEmpty()) {
      throw new InvalidSettingsException(
          "No column is left to embed. Choose at least one in the dialog.");
    }
    return names;
  }

  private static List<String> features(DataTableSpec table, UmapEmbedParameters parameters)
      throws InvalidSettingsException {
    if (!parameters.isMixed()) {
      return FeatureColumns.FOR_EMBEDDING.choose(table, parameters.columnMode, parameters.columns);
    }
    if (parameters.columnMode == ColumnMode.AUTOMATIC) {
      return mixed(table);
    }
    List<String> names = new ArrayList<>(chosen(table, parameters.columns));
    for (String name : chosen(table, parameters.nominalColumns)) {
      if (!isNominal(table.getColumnSpec(name))) {
        throw new InvalidSettingsException(
            "Column \""
                + name
                + "\" is chosen as categories, but is of type "
                + table.getColumnSpec(name).getType().getName()
                + ". Choose texts or booleans, or convert the column first.");
      }
      if (!names.contains(name)) {
        names.add(name);
      }
    }
    return names;
  }

  /** Scaled numbers, or else numbers without a role, and categories without a role. */
  private static List<String> mixed(DataTableSpec table) {
    List<String> raw = FeatureColumns.FOR_CLASSIFYING.automaticIn(table);
    List<String> scaled = Role.lastColumns(table, Role.SCALED);
    List<String> names = new ArrayList<>(scaled);
    for (String name : raw) {
      if (scaled.isEmpty() || isNominal(table.getColumnSpec(name))) {
        names.add(name);
      }
    }
    return names;
  }

  private static List<String> chosen(DataTableSpec table, ColumnFilter filter)
      throws InvalidSettingsException {
    boolean none =
        filter.getMissingSelectedFromFullSpec(table).length == 0
            && filter.filterFromFullSpec(table).length == 0;
    return none
        ? List.of()
        : FeatureColumns.FOR_CLASSIFYING.choose(table, ColumnMode.CHOSEN, filter);
  }

  static boolean isNominal(DataColumnSpec column) {
    ColumnKind kind = ColumnKind.of(column.getType());
    return kind == ColumnKind.BOOLEAN || kind == ColumnKind.TEXT;
  }

  private static void requireTarget(DataTableSpec table, String target)
      throws InvalidSettingsException {
    if (target.isEmpty()) {
      throw new InvalidSettingsException(
          "No target column is chosen. Choose it in the dialog, or embed without a target.");
    }
    if (!table.containsName(target)) {
      throw new InvalidSettingsException(
          "The table has no column \""
              + target
              + "\", which is chosen in the dialog as the target. Choose another.");
    }
    if (ColumnKind.of(table.getColumnSpec(target).getType()) == ColumnKind.OTHER) {
      throw new InvalidSettingsException(
          "Column \""
              + target
              + "\" is of type "
              + table.getColumnSpec(target).getType().getName()
              + " and cannot be the target. Choose a number, a boolean or a text.");
    }
  }
}

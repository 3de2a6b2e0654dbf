// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.knime.core.data.DataColumnProperties;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;

/**
 * What a column that a node of ours made is for. A column carries its role in its properties, so
 * that the nodes can be chained on one table without a column filter, and no classifier is trained
 * on the columns that the clustering itself made.
 *
 * <p>Where the properties are lost (a CSV file in between), the column's standard name counts.
 */
public enum Role {
  /** A scaled feature. */
  SCALED("scaled", ".+ \\(scaled\\)"),
  /** A nominal or boolean feature as a number. */
  ENCODED("encoded", ".+ \\(encoded\\)"),
  /** A coordinate of an embedding. */
  EMBEDDING("embedding", "UMAP dimension \\d+"),
  /** The cluster that a row lies in. */
  CLUSTER("cluster", "Cluster"),
  /** The cluster that a row lies in at one distance. */
  DBSCAN_CLUSTER("dbscan cluster", "DBSCAN cluster"),
  /** How firmly a row belongs to its cluster. */
  PROBABILITY("probability", "Cluster probability"),
  /** How much a row belongs to one of the clusters. */
  MEMBERSHIP("membership", "Membership \\(.+\\)"),
  /** How far a row lies outside. */
  OUTLIER_SCORE("outlier score", "Outlier score"),
  /** In how many runs a row kept its cluster. */
  SURENESS("sureness", "Cluster sureness"),
  /** What a classifier says about a row. */
  PREDICTION("prediction", "Prediction \\(.+\\)|P \\(.+=.+\\)|Prediction lead"),
  /** A share of a feature in a prediction. */
  EXPLANATION("explanation", "SHAP .+ \\(.+\\)"),
  /** A role that this version does not know. */
  OTHER("other", "(?!)");

  /** The key of the role among a column's properties. */
  public static final String PROPERTY = "recluster.role";

  private final String key;
  private final Pattern name;

  Role(String key, String name) {
    this.key = key;
    this.name = Pattern.compile(name);
  }

  /** The properties of a column with this role. */
  public DataColumnProperties properties() {
    return new DataColumnProperties(Map.of(PROPERTY, key));
  }

  /** The roles of a table's columns, by name and in order; columns without a role are not in it. */
  public static Map<String, Role> of(DataTableSpec table) {
    Map<String, Role> roles = new LinkedHashMap<>();
    for (DataColumnSpec column : table) {
      Role role = of(column, table);
      if (role != null) {
        roles.put(column.getName(), role);
      }
    }
    return roles;
  }

  /** The names of a table's columns that have one of these roles, in order. */
  public static List<String> columns(DataTableSpec table, Role... wanted) {
    List<Role> list = List.of(wanted);
    return of(table).entrySet().stream()
        .filter(e -> list.contains(e.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Those of them that were made last: where a table has gone through a node twice. */
  public static List<String> lastColumns(DataTableSpec table, Role... wanted) {
    return Generations.of(table).inLast(wanted);
  }

  /** Whether Scale made a column of another: {@code x (scaled)} or {@code x=red} of {@code x}. */
  public static boolean isMadeOf(DataTableSpec table, String column, String source) {
    String name = Generations.standardName(column);
    return columns(table, SCALED, ENCODED).contains(column)
        && (name.equals(source + " (scaled)")
            || name.equals(source + " (encoded)")
            || name.startsWith(source + "="));
  }

  private static Role of(DataColumnSpec column, DataTableSpec table) {
    DataColumnProperties properties = column.getProperties();
    if (properties.containsProperty(PROPERTY)) {
      String key = properties.getProperty(PROPERTY);
      for (Role role : values()) {
        if (role.key.equals(key)) {
          return role;
        }
      }
      return OTHER;
    }
    return byName(column.getName(), table);
  }

  private static Role byName(String name, DataTableSpec table) {
    for (Role role : values()) {
      if (role.name.matcher(Generations.standardName(name)).matches()) {
        return role;
      }
    }
    for (int i = name.indexOf('='); i > 0; i = name.indexOf('=', i + 1)) {
      if (table.containsName(name.substring(0, i))) {
        return ENCODED; // one-hot: <name>=<value>, beside the column <name>
      }
    }
    return null;
  }
}

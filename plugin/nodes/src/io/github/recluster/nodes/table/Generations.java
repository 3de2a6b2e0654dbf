// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.table;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.knime.core.data.DataColumnProperties;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;

/**
 * Which of a table's columns were made together. Who zooms in scales, embeds and clusters the rows
 * of one cluster again, and the table then has columns of both times: the next node shall read the
 * later ones, never both.
 *
 * <p>A column carries the number of its generation in its properties. A node begins a new one if
 * the table has columns of the role already; scaling only if it scales a column anew, so that two
 * Scale nodes may share the columns of one table between them. Where the properties are lost, or
 * two branches were joined, a name that comes again ({@code Cluster (#1)}) begins a generation.
 */
final class Generations {
  /** The key of the number among a column's properties. */
  static final String PROPERTY = "recluster.generation";

  private static final Pattern AGAIN = Pattern.compile("(?: \\((?:#\\d+|[Rr]ight)\\))+$");

  private final Map<String, Role> roles;
  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private final Map<Role, Map<Integer, Set<String>>> names = new LinkedHashMap<>();
  private int last = 1;

  private Generations(DataTableSpec table) {
    this.roles = Role.of(table);
    roles.forEach((name, role) -> add(table.getColumnSpec(name), kind(role)));
  }

  /** Those of a table. */
  static Generations of(DataTableSpec table) {
    return new Generations(table);
  }

  /** A column's name without what was added because it came again. */
  static String standardName(String name) {
    return AGAIN.matcher(name).replaceFirst("");
  }

  /** The number of the last generation with one of these roles; 0 if there is none. */
  int last(Role... wanted) {
    return columns(wanted).stream().mapToInt(numbers::get).max().orElse(0);
  }

  /** The columns of these roles in their last generation, in order. */
  List<String> inLast(Role... wanted) {
    int number = last(wanted);
    return columns(wanted).stream().filter(name -> numbers.get(name) == number).toList();
  }

  /**
   * The columns that could be taken for those that a stage read, but were made before them, in
   * order: of the same roles, and of others that the stage would rather have read.
   */
  List<String> olderThan(List<String> read, Set<Role> rather) {
    Set<Role> wanted = EnumSet.noneOf(Role.class);
    wanted.addAll(rather);
    read.stream()
        .filter(roles::containsKey)
        .map(name -> kind(roles.get(name)))
        .forEach(wanted::add);
    int number = read.stream().mapToInt(name -> numbers.getOrDefault(name, 0)).max().orElse(0);
    return numbers.entrySet().stream()
        .filter(e -> wanted.contains(kind(roles.get(e.getKey()))) && e.getValue() < number)
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * Columns that come into the table, with the number of their generation.
   *
   * @param replaced the names of those that take the place of a column of the table
   */
  DataColumnSpec[] mark(Set<String> replaced, DataColumnSpec... columns) {
    Map<String, Role> made = Role.of(new DataTableSpec(columns));
    boolean anew =
        made.entrySet().stream()
            .anyMatch(e -> !replaced.contains(e.getKey()) && isThere(e.getKey(), e.getValue()));
    int number =
        anew
            ? last + 1
            : made.values().stream().mapToInt(role -> current(kind(role))).max().orElse(last);
    return Arrays.stream(columns)
        .map(column -> made.containsKey(column.getName()) ? mark(column, number) : column)
        .toArray(DataColumnSpec[]::new);
  }

  private static DataColumnSpec mark(DataColumnSpec column, int number) {
    DataColumnSpecCreator creator = new DataColumnSpecCreator(column);
    creator.setProperties(
        column.getProperties().cloneAndOverwrite(Map.of(PROPERTY, Integer.toString(number))));
    return creator.createSpec();
  }

  /** Whether the table has already what a column of that name and role is added for. */
  private boolean isThere(String name, Role role) {
    Map<Integer, Set<String>> present = names.getOrDefault(kind(role), Map.of());
    return kind(role) == Role.SCALED
        ? present.values().stream().anyMatch(set -> set.contains(standardName(name)))
        : !present.isEmpty();
  }

  private List<String> columns(Role... wanted) {
    List<Role> list = List.of(wanted);
    return roles.entrySet().stream()
        .filter(e -> list.contains(e.getValue()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private void add(DataColumnSpec column, Role kind) {
    String name = standardName(column.getName());
    int number = written(column.getProperties(), current(kind));
    if (!isFree(name, kind, number)) {
      number = isFree(name, kind, current(kind)) ? current(kind) : last + 1;
    }
    names
        .computeIfAbsent(kind, k -> new LinkedHashMap<>())
        .computeIfAbsent(number, n -> new HashSet<>())
        .add(name);
    numbers.put(column.getName(), number);
    last = Math.max(last, number);
  }

  /** The last generation of a kind so far; if there is none, that of the whole table. */
  private int current(Role kind) {
    return names.getOrDefault(kind, Map.of()).keySet().stream()
        .mapToInt(Integer::intValue)
        .max()
        .orElse(last);
  }

  private boolean isFree(String name, Role kind, int number) {
    return !names.getOrDefault(kind, Map.of()).getOrDefault(number, Set.of()).contains(name);
  }

  private static int written(DataColumnProperties properties, int otherwise) {
    if (!properties.containsProperty(PROPERTY)) {
      return otherwise;
    }
    try {
      return Integer.parseInt(properties.getProperty(PROPERTY));
    } catch (NumberFormatException e) { // written by something else
      return otherwise;
    }
  }

  /** Scale makes both: they come and go together. */
  private static Role kind(Role role) {
    return role == Role.ENCODED ? Role.SCALED : role;
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.table;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;

/**
 * Which columns a stage reads: those that their roles make its features, or those that the user
 * chose.
 */
public enum FeatureColumns {
  /** Scale: numeric and boolean columns without a role. */
  FOR_SCALING(EnumSet.of(ColumnKind.NUMBER, ColumnKind.BOOLEAN, ColumnKind.TEXT)) {
    @Override
    public List<String> automaticIn(DataTableSpec table) {
      return raw(table, c -> kind(c) == ColumnKind.NUMBER || kind(c) == ColumnKind.BOOLEAN);
    }
  },

  /** UMAP: what Scale made last if it made anything, else numeric columns without a role. */
  FOR_EMBEDDING(EnumSet.of(ColumnKind.NUMBER, ColumnKind.BOOLEAN)) {
    @Override
    public List<String> automaticIn(DataTableSpec table) {
      List<String> scaled = numeric(table, Generations.of(table).inLast(Role.SCALED, Role.ENCODED));
      return scaled.isEmpty() ? raw(table, c -> kind(c) == ColumnKind.NUMBER) : scaled;
    }
  },

  /** HDBSCAN: the last embedding, unless columns were scaled anew since; else as for UMAP. */
  FOR_CLUSTERING(EnumSet.of(ColumnKind.NUMBER, ColumnKind.BOOLEAN)) {
    @Override
    public List<String> automaticIn(DataTableSpec table) {
      Generations made = Generations.of(table);
      List<String> embedding = numeric(table, made.inLast(Role.EMBEDDING));
      return embedding.isEmpty() || made.last(Role.EMBEDDING) < made.last(Role.SCALED, Role.ENCODED)
          ? FOR_EMBEDDING.automaticIn(table)
          : embedding;
    }
  },

  /**
   * One-vs-rest: the raw columns, numeric, boolean, and nominal where the categories are known. A
   * text column without known categories (names, free text) is left out.
   */
  FOR_CLASSIFYING(EnumSet.of(ColumnKind.NUMBER, ColumnKind.BOOLEAN, ColumnKind.TEXT)) {
    @Override
    public List<String> automaticIn(DataTableSpec table) {
      return raw(
          table,
          c ->
              kind(c) == ColumnKind.NUMBER
                  || kind(c) == ColumnKind.BOOLEAN
                  || (kind(c) == ColumnKind.TEXT && c.getDomain().hasValues()));
    }
  };

  private static final int MOST_NAMED = 3;

  private final Set<ColumnKind> readable;

  FeatureColumns(Set<ColumnKind> readable) {
    this.readable = readable;
  }

  /** The columns that their roles make the stage's features; may be none. */
  public abstract List<String> automaticIn(DataTableSpec table);

  /** A sentence that names the columns which an automatic choice left out as older, if it did. */
  public Optional<String> olderWarning(DataTableSpec table, ColumnMode mode, List<String> read) {
    Set<Role> rather = this == FOR_CLUSTERING ? Set.of(Role.EMBEDDING) : Set.of();
    List<String> older =
        mode == ColumnMode.AUTOMATIC ? Generations.of(table).olderThan(read, rather) : List.of();
    return older.isEmpty()
        ? Optional.empty()
        : Optional.of(
            "Read "
                + listed(read)
                + ", made last; left out what was made before: "
                + listed(older)
                + ". Choose the columns in the dialog if you want others.");
  }

  /** Whether the stage can read such a column, if the user chooses it. */
  public boolean canRead(DataColumnSpec column) {
    return readable.contains(kind(column));
  }

  /**
   * The names of the columns to read, at least one.
   *
   * @throws InvalidSettingsException with a sentence for the user if there is none, or if a chosen
   *     one is gone or of a kind that the stage cannot read
   */
  public List<String> choose(DataTableSpec table, ColumnMode mode, ColumnFilter chosen)
      throws InvalidSettingsException {
    if (mode == ColumnMode.AUTOMATIC) {
      List<String> names = automaticIn(table);
      if (names.isEmpty()) {
        throw new InvalidSettingsException(
            "The table has no column to read: automatic choice takes "
                + describe()
                + ". Choose the columns in the dialog, or make them with a node before this one.");
      }
      return names;
    }
    String[] gone = chosen.getMissingSelectedFromFullSpec(table);
    if (gone.length > 0) {
      throw new InvalidSettingsException(
          "The table has no column "
              + quote(Arrays.asList(gone))
              + ", which is chosen in the dialog. Choose the columns again.");
    }
    List<String> names = List.of(chosen.filterFromFullSpec(table));
    if (names.isEmpty()) {
      throw new InvalidSettingsException(
          "No column is chosen. Choose at least one in the dialog, or set \"Columns\" to"
              + " \"Automatic\".");
    }
    for (String name : names) {
      requireReadable(table.getColumnSpec(name));
    }
    return names;
  }

  /** Refuses a column that the stage cannot read. */
  void requireReadable(DataColumnSpec column) throws InvalidSettingsException {
    if (!canRead(column)) {
      throw new InvalidSettingsException(
          "Column \""
              + column.getName()
              + "\" is of type "
              + column.getType().getName()
              + " and cannot be read here. Choose "
              + (readable.contains(ColumnKind.TEXT) ? "numbers, booleans or texts" : "numbers")
              + ", or convert the column first.");
    }
  }

  private String describe() {
    return switch (this) {
      case FOR_SCALING -> "numeric and boolean columns that no Recluster node made";
      case FOR_EMBEDDING -> "scaled columns, or else numeric ones";
      case FOR_CLUSTERING -> "an embedding, or else scaled columns, or else numeric ones";
      case FOR_CLASSIFYING -> "numeric, boolean and nominal columns that no Recluster node made";
    };
  }

  private static ColumnKind kind(DataColumnSpec column) {
    return ColumnKind.of(column.getType());
  }

  private static List<String> raw(DataTableSpec table, Predicate<DataColumnSpec> wanted) {
    Set<String> made = Role.of(table).keySet();
    return table.stream()
        .filter(c -> !made.contains(c.getName()) && wanted.test(c))
        .map(DataColumnSpec::getName)
        .toList();
  }

  private static List<String> numeric(DataTableSpec table, List<String> names) {
    return names.stream()
        .filter(name -> kind(table.getColumnSpec(name)) == ColumnKind.NUMBER)
        .toList();
  }

  private static String quote(List<String> names) {
    return String.join(", ", names.stream().map(n -> '"' + n + '"').toList());
  }

  private static String listed(List<String> names) {
    int more = names.size() - MOST_NAMED;
    return more <= 1
        ? quote(names)
        : quote(names.subList(0, MOST_NAMED)) + " and " + more + " more";
  }
}

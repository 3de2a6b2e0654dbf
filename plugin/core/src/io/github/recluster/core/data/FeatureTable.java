// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A table of named columns, as a user has it before anything is encoded: each column is numeric
 * ({@code double}, NaN = missing) or nominal (codes into a list of categories, {@link #MISSING} =
 * missing). A boolean column is nominal, with the categories of {@link #BOOLEAN}.
 *
 * <p>Immutable; but arrays are not copied, neither on the way in nor on the way out, and must not
 * be written to.
 */
public final class FeatureTable {
  /** The code of a missing value in a nominal column. */
  public static final int MISSING = -1;

  /** The categories of a boolean column: code 0 is false, code 1 is true. */
  public static final List<String> BOOLEAN = List.of("false", "true");

  /** A column is either numeric ({@code values}) or nominal ({@code codes}, {@code categories}). */
  private static final class Column {
    private final String name;
    private final double[] values;
    private final int[] codes;
    private final List<String> categories;

    private Column(String name, double[] values, int[] codes, List<String> categories) {
      this.name = name;
      this.values = values;
      this.codes = codes;
      this.categories = categories;
    }
  }

  private final int rows;
  private final List<Column> columns;
  private final Map<String, Integer> index = new HashMap<>();

  private FeatureTable(int rows, List<Column> columns) {
    this.rows = rows;
    this.columns = List.copyOf(columns);
    for (int c = 0; c < columns.size(); c++) {
      if (index.put(columns.get(c).name, c) != null) {
        throw new IllegalArgumentException(
            "names must differ, got " + columns.get(c).name + " twice");
      }
    }
  }

  /** Starts a table of {@code rows} rows and no columns. */
  public static Builder builder(int rows) {
    return new Builder(rows);
  }

  /** A table of numeric columns, copied out of a matrix. */
  public static FeatureTable of(Matrix x, List<String> names) {
    if (names.size() != x.columns()) {
      throw new IllegalArgumentException(
          "names must be one a column, " + x.columns() + ", got " + names.size());
    }
    Builder builder = builder(x.rows());
    for (int c = 0; c < x.columns(); c++) {
      builder.numeric(names.get(c), x.column(c));
    }
    return builder.build();
  }

  /** Number of rows. */
  public int rows() {
    return rows;
  }

  /** Number of columns. */
  public int columns() {
    return columns.size();
  }

  /** The columns' names, in order. */
  public List<String> names() {
    return columns.stream().map(c -> c.name).toList();
  }

  /** The name of a column. */
  public String name(int column) {
    return columns.get(column).name;
  }

  /** The column of that name, or −1. */
  public int find(String name) {
    return index.getOrDefault(name, -1);
  }

  /**
   * The column of that name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public int indexOf(String name) {
    int column = find(name);
    if (column < 0) {
      throw new IllegalArgumentException(
          "table must have a column \"" + name + "\", got " + (columns() == 0 ? "none" : names()));
    }
    return column;
  }

  /** Whether a column is numeric; if not, it is nominal. */
  public boolean isNumeric(int column) {
    return columns.get(column).values != null;
  }

  /**
   * The numbers of a numeric column, NaN where missing; not a copy.
   *
   * @throws IllegalArgumentException if the column is nominal
   */
  public double[] numbers(int column) {
    Column c = columns.get(column);
    if (c.values == null) {
      throw new IllegalArgumentException("column \"" + c.name + "\" must be numeric, got nominal");
    }
    return c.values;
  }

  /**
   * The codes of a nominal column, {@link #MISSING} where missing; not a copy.
   *
   * @throws IllegalArgumentException if the column is numeric
   */
  public int[] codes(int column) {
    return nominal(column).codes;
  }

  /**
   * What the codes of a nominal column stand for.
   *
   * @throws IllegalArgumentException if the column is numeric
   */
  public List<String> categories(int column) {
    return nominal(column).categories;
  }

  private Column nominal(int column) {
    Column c = columns.get(column);
    if (c.codes == null) {
      throw new IllegalArgumentException("column \"" + c.name + "\" must be nominal, got numeric");
    }
    return c;
  }

  /** Whether a row's value in a column is missing. */
  public boolean isMissing(int row, int column) {
    Column c = columns.get(column);
    return c.values != null ? Double.isNaN(c.values[row]) : c.codes[row] == MISSING;
  }

  /**
   * The chosen numeric columns as a matrix, in the order chosen; NaN where missing.
   *
   * @throws IllegalArgumentException if one of them is nominal
   */
  public Matrix numericMatrix(int... chosen) {
    int d = chosen.length;
    double[] values = new double[Math.multiplyExact(rows, d)];
    for (int j = 0; j < d; j++) {
      double[] column = numbers(chosen[j]);
      for (int i = 0; i < rows; i++) {
        values[i * d + j] = column[i];
      }
    }
    return Matrix.of(rows, d, values);
  }

  /** The table of the chosen columns, in the order chosen. */
  public FeatureTable selectColumns(int... chosen) {
    return new FeatureTable(rows, Arrays.stream(chosen).mapToObj(columns::get).toList());
  }

  /** The table of the given rows, in the given order; a row may come twice. */
  public FeatureTable selectRows(int... ids) {
    List<Column> selected = new ArrayList<>();
    for (Column c : columns) {
      if (c.values != null) {
        double[] values = Arrays.stream(ids).mapToDouble(i -> c.values[i]).toArray();
        selected.add(new Column(c.name, values, null, null));
      } else {
        int[] codes = Arrays.stream(ids).map(i -> c.codes[i]).toArray();
        selected.add(new Column(c.name, null, codes, c.categories));
      }
    }
    return new FeatureTable(ids.length, selected);
  }

  /** Puts a table together, column after column. */
  public static final class Builder {
    private final int rows;
    private final List<Column> columns = new ArrayList<>();

    private Builder(int rows) {
      this.rows = rows;
    }

    /** Adds a numeric column; NaN = missing. The array is not copied. */
    public Builder numeric(String name, double[] values) {
      checkLength(name, values.length);
      columns.add(new Column(name, values, null, null));
      return this;
    }

    /** Adds a nominal column; {@link #MISSING} = missing. The array is not copied. */
    public Builder nominal(String name, int[] codes, List<String> categories) {
      checkLength(name, codes.length);
      for (int code : codes) {
        if (code < MISSING || code >= categories.size()) {
          throw new IllegalArgumentException(
              "codes must be -1 to " + (categories.size() - 1) + ", got " + code + " in " + name);
        }
      }
      columns.add(new Column(name, null, codes, List.copyOf(categories)));
      return this;
    }

    /** Adds a nominal column by its texts; null = missing. Categories in the order first seen. */
    public Builder nominal(String name, String[] texts) {
      Map<String, Integer> seen = new HashMap<>();
      List<String> categories = new ArrayList<>();
      int[] codes = new int[texts.length];
      for (int i = 0; i < texts.length; i++) {
        codes[i] = MISSING;
        if (texts[i] != null) {
          Integer known = seen.putIfAbsent(texts[i], categories.size());
          codes[i] = known == null ? categories.size() : known;
          if (known == null) {
            categories.add(texts[i]);
          }
        }
      }
      return nominal(name, codes, categories);
    }

    private void checkLength(String name, int length) {
      if (length != rows) {
        throw new IllegalArgumentException(
            "column \"" + name + "\" must have " + rows + " rows, got " + length);
      }
    }

    /**
     * The table.
     *
     * @throws IllegalArgumentException if two columns have the same name
     */
    public FeatureTable build() {
      return new FeatureTable(rows, columns);
    }
  }
}

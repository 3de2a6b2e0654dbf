// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.data;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How the categories of one nominal column become numbers, remembered so that new rows get the same
 * numbers.
 *
 * <p><b>In</b>: a nominal column of a {@link FeatureTable}. <b>Out</b>: one number a row ({@link
 * Kind#LABEL}: the category's place) or one a category ({@link Kind#ONE_HOT}: 1 for the row's own,
 * 0 for the others). <b>How</b>: the categories that occur, sorted as texts, so that neither the
 * order of rows nor that of the table's own codes plays a part. A missing value gives NaN
 * throughout. <b>Differs</b> from scikit-learn's encoders, which refuse a category that was not
 * there at fit: here it gives NaN as a label, and zeros one-hot.
 */
public final class CategoryEncoding {
  /** One number, or one number a category. */
  public enum Kind {
    /** The category's place in the sorted list: 0, 1, 2, …. */
    LABEL,
    /** A column a category: 1 where the row has it, else 0. */
    ONE_HOT
  }

  private final Kind kind;
  private final List<String> categories;

  private CategoryEncoding(Kind kind, List<String> categories) {
    this.kind = kind;
    this.categories = categories;
  }

  /**
   * Learns the categories of a column.
   *
   * @throws IllegalArgumentException if the column is numeric
   */
  public static CategoryEncoding fit(FeatureTable table, int column, Kind kind) {
    List<String> known = table.categories(column);
    boolean[] occurs = new boolean[known.size()];
    for (int code : table.codes(column)) {
      if (code != FeatureTable.MISSING) {
        occurs[code] = true;
      }
    }
    return new CategoryEncoding(
        kind,
        IntStream.range(0, known.size())
            .filter(code -> occurs[code])
            .mapToObj(known::get)
            .distinct()
            .sorted()
            .toList());
  }

  /** One number, or one a category. */
  public Kind kind() {
    return kind;
  }

  /** The categories that were there, sorted: the first is coded 0. */
  public List<String> categories() {
    return categories;
  }

  /** How many numbers a row gets. */
  public int width() {
    return kind == Kind.LABEL ? 1 : categories.size();
  }

  /** The names of the numbers: {@code name} itself, or {@code name=category} for each category. */
  public List<String> names(String name) {
    return kind == Kind.LABEL
        ? List.of(name)
        : categories.stream().map(category -> name + "=" + category).toList();
  }

  /**
   * Encodes a column into places {@code offset} … {@code offset + width() − 1} of every row of a
   * row-major array.
   *
   * @param stride the length of a row of {@code out}
   * @throws IllegalArgumentException if the column is numeric
   */
  public void apply(FeatureTable table, int column, double[] out, int offset, int stride) {
    int[] codes = table.codes(column);
    int[] places = places(table.categories(column));
    int width = width();
    for (int i = 0; i < codes.length; i++) {
      int at = i * stride + offset;
      int place = codes[i] == FeatureTable.MISSING ? -1 : places[codes[i]];
      if (kind == Kind.LABEL) {
        out[at] = place < 0 ? Double.NaN : place;
      } else {
        Arrays.fill(out, at, at + width, codes[i] == FeatureTable.MISSING ? Double.NaN : 0);
        if (place >= 0) {
          out[at + place] = 1;
        }
      }
    }
  }

  /** Rows of a column whose category was not there when the coding was learned. */
  public int countUnknown(FeatureTable table, int column) {
    int[] places = places(table.categories(column));
    int count = 0;
    for (int code : table.codes(column)) {
      if (code != FeatureTable.MISSING && places[code] < 0) {
        count++;
      }
    }
    return count;
  }

  /** The remembered place of each of a table's own codes; −1 if unknown. */
  private int[] places(List<String> known) {
    int[] places = new int[known.size()];
    for (int code = 0; code < places.length; code++) {
      int place = Collections.binarySearch(categories, known.get(code));
      places[code] = Math.max(-1, place);
    }
    return places;
  }

  /** Writes what {@link #read} reads. */
  public void write(DataOutputStream out) throws IOException {
    out.writeUTF(kind.name());
    ModelFile.writeStrings(out, categories.toArray(String[]::new));
  }

  /** Reads what {@link #write} wrote. */
  public static CategoryEncoding read(DataInputStream in) throws IOException {
    Kind kind = Kind.valueOf(in.readUTF());
    return new CategoryEncoding(kind, List.of(ModelFile.readStrings(in)));
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.table;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.knime.core.data.DataColumnProperties;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;

/**
 * The random seeds that a column rests on, kept in its properties: of an embedding one, of clusters
 * found in it the same, of a consensus the first and the last.
 */
public record SeedOrigin(long first, long last) {
  /** The key of the seeds among a column's properties. */
  public static final String PROPERTY = "recluster.seed";

  private static final String TO = " to ";

  /** One seed. */
  public static SeedOrigin of(long seed) {
    return new SeedOrigin(seed, seed);
  }

  /** The seeds that all of these columns rest on; none where they differ or one does not say. */
  public static Optional<SeedOrigin> of(DataTableSpec table, List<String> columns) {
    List<Optional<SeedOrigin>> found =
        columns.stream().map(name -> of(table.getColumnSpec(name))).distinct().toList();
    return found.size() == 1 ? found.get(0) : Optional.empty();
  }

  private static Optional<SeedOrigin> of(DataColumnSpec column) {
    DataColumnProperties properties = column.getProperties();
    if (!properties.containsProperty(PROPERTY)) {
      return Optional.empty();
    }
    String[] ends = properties.getProperty(PROPERTY).split(TO, 2);
    try {
      return Optional.of(
          new SeedOrigin(Long.parseLong(ends[0]), Long.parseLong(ends[ends.length - 1])));
    } catch (NumberFormatException e) { // written by something else
      return Optional.empty();
    }
  }

  /** The column with the seeds among its properties. */
  public DataColumnSpec mark(DataColumnSpec column) {
    DataColumnSpecCreator creator = new DataColumnSpecCreator(column);
    creator.setProperties(column.getProperties().cloneAndOverwrite(Map.of(PROPERTY, words())));
    return creator.createSpec();
  }

  /** All columns of a table with the seeds. */
  public DataTableSpec mark(DataTableSpec table) {
    return new DataTableSpec(table.stream().map(this::mark).toArray(DataColumnSpec[]::new));
  }

  /** Whether it is more than one seed. */
  public boolean isConsensus() {
    return first != last;
  }

  /** The seed, or the first and the last: "7 to 16". */
  public String words() {
    return isConsensus() ? first + TO + last : Long.toString(first);
  }
}

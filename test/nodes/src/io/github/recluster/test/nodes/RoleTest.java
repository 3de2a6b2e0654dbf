// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.test.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.recluster.nodes.table.ColumnMode;
import io.github.recluster.nodes.table.ColumnSpecs;
import io.github.recluster.nodes.table.FeatureColumns;
import io.github.recluster.nodes.table.Role;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.knime.core.data.DataCell;
import org.knime.core.data.DataColumnDomainCreator;
import org.knime.core.data.DataColumnProperties;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataColumnSpecCreator;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.def.BooleanCell;
import org.knime.core.data.def.DoubleCell;
import org.knime.core.data.def.StringCell;
import org.knime.core.node.InvalidSettingsException;
import org.knime.node.parameters.widget.choices.filter.ColumnFilter;

class RoleTest {
  private static final DataTableSpec MADE =
      new DataTableSpec(
          Samples.column("raw", DoubleCell.TYPE),
          Samples.column("flag", BooleanCell.TYPE),
          Samples.column("free text", StringCell.TYPE),
          city(),
          ColumnSpecs.number("renamed", Role.SCALED),
          ColumnSpecs.number("flag (encoded)", Role.ENCODED),
          ColumnSpecs.number("UMAP dimension 1", Role.EMBEDDING),
          ColumnSpecs.names("Cluster", Role.CLUSTER, "cluster_0", "Noise"),
          ColumnSpecs.number("Cluster probability", Role.PROBABILITY));

  private static DataColumnSpec city() {
    DataColumnSpecCreator creator = new DataColumnSpecCreator("city", StringCell.TYPE);
    creator.setDomain(
        new DataColumnDomainCreator(new DataCell[] {new StringCell("Paris")}).createDomain());
    return creator.createSpec();
  }

  private static List<String> choose(FeatureColumns columns, DataTableSpec table)
      throws InvalidSettingsException {
    return columns.choose(table, ColumnMode.AUTOMATIC, new ColumnFilter());
  }

  @Test
  @Tag("law")
  void everyStageFindsItsColumns() throws Exception {
    assertEquals(List.of("raw", "flag"), choose(FeatureColumns.FOR_SCALING, MADE));
    assertEquals(List.of("renamed", "flag (encoded)"), choose(FeatureColumns.FOR_EMBEDDING, MADE));
    assertEquals(List.of("UMAP dimension 1"), choose(FeatureColumns.FOR_CLUSTERING, MADE));
    assertEquals(List.of("raw", "flag", "city"), choose(FeatureColumns.FOR_CLASSIFYING, MADE));
  }

  @Test
  @Tag("law")
  void withoutPropertiesNamesCount() {
    DataTableSpec lost =
        new DataTableSpec(
            Samples.column("age", DoubleCell.TYPE),
            Samples.column("a=b", DoubleCell.TYPE),
            Samples.column("age=7", DoubleCell.TYPE),
            Samples.column("age (scaled)", DoubleCell.TYPE),
            Samples.column("UMAP dimension 12 (#1)", DoubleCell.TYPE),
            Samples.column("Cluster", StringCell.TYPE),
            Samples.column("Outlier score", DoubleCell.TYPE),
            Samples.column("Membership (cluster_11)", DoubleCell.TYPE),
            Samples.column("P (Cluster=cluster_3)", DoubleCell.TYPE),
            Samples.column("Prediction (Cluster)", StringCell.TYPE),
            Samples.column("Cluster head", DoubleCell.TYPE));
    assertEquals(
        Map.of(
            "age=7", Role.ENCODED,
            "age (scaled)", Role.SCALED,
            "UMAP dimension 12 (#1)", Role.EMBEDDING,
            "Cluster", Role.CLUSTER,
            "Outlier score", Role.OUTLIER_SCORE,
            "Membership (cluster_11)", Role.MEMBERSHIP,
            "P (Cluster=cluster_3)", Role.PREDICTION,
            "Prediction (Cluster)", Role.PREDICTION),
        Role.of(lost));
  }

  @Test
  @Tag("edge")
  void aRoleOfALaterVersionIsARoleToo() {
    DataColumnSpecCreator creator = new DataColumnSpecCreator("new", DoubleCell.TYPE);
    creator.setProperties(new DataColumnProperties(Map.of(Role.PROPERTY, "from the future")));
    DataTableSpec table = new DataTableSpec(creator.createSpec());
    assertEquals(Map.of("new", Role.OTHER), Role.of(table));
  }

  @Test
  @Tag("edge")
  void choosingWhatCannotBeReadIsASentence() {
    for (Map.Entry<String, String> wrong :
        Map.of("free text", "cannot be read here", "gone", "no column \"gone\"").entrySet()) {
      ColumnFilter chosen = new ColumnFilter(new String[] {"raw", wrong.getKey()});
      InvalidSettingsException e =
          assertThrows(
              InvalidSettingsException.class,
              () -> FeatureColumns.FOR_EMBEDDING.choose(MADE, ColumnMode.CHOSEN, chosen));
      assertTrue(e.getMessage().contains(wrong.getValue()), e.getMessage());
    }
    InvalidSettingsException none =
        assertThrows(
            InvalidSettingsException.class,
            () ->
                choose(
                    FeatureColumns.FOR_EMBEDDING,
                    new DataTableSpec(Samples.column("text", StringCell.TYPE))));
    assertTrue(none.getMessage().contains("no column to read"), none.getMessage());
  }
}

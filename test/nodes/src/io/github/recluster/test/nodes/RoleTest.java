// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.test.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.recluster.nodes.table.AddedColumns;
import io.github.recluster.nodes.table.ColumnMode;
import io.github.recluster.nodes.table.ColumnSpecs;
import io.github.recluster.nodes.table.FeatureColumns;
import io.github.recluster.nodes.table.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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

  private static final DataTableSpec RAW = new DataTableSpec(Samples.column("a", DoubleCell.TYPE));

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

  private static DataTableSpec scale(DataTableSpec table, String... names) {
    return add(table, Role.SCALED, names);
  }

  /** As a node of ours adds columns. */
  private static DataTableSpec add(DataTableSpec table, Role role, String... names) {
    return AddedColumns.spec(
        table,
        Set.of(),
        Stream.of(names).map(n -> ColumnSpecs.number(n, role)).toArray(DataColumnSpec[]::new));
  }

  private static DataTableSpec lost(DataTableSpec table) {
    return new DataTableSpec(
        table.stream()
            .map(c -> Samples.column(c.getName(), c.getType()))
            .toArray(DataColumnSpec[]::new));
  }

  private static DataTableSpec renamed(DataTableSpec table, String from, String to) {
    return new DataTableSpec(
        table.stream()
            .map(
                c -> {
                  DataColumnSpecCreator creator = new DataColumnSpecCreator(c);
                  creator.setName(c.getName().equals(from) ? to : c.getName());
                  return creator.createSpec();
                })
            .toArray(DataColumnSpec[]::new));
  }

  private static DataTableSpec turnedAround(DataTableSpec table) {
    List<DataColumnSpec> columns = new ArrayList<>(table.stream().toList());
    Collections.reverse(columns);
    return new DataTableSpec(columns.toArray(DataColumnSpec[]::new));
  }

  @Test
  @Tag("law")
  void ofColumnsMadeTwiceTheLastCount() throws Exception {
    DataTableSpec once =
        add(
            scale(RAW, "a (scaled)", "b (scaled)"),
            Role.EMBEDDING,
            "UMAP dimension 1",
            "UMAP dimension 2",
            "UMAP dimension 3");
    DataTableSpec rescaled = scale(once, "b (scaled)", "c (scaled)");
    DataTableSpec twice = add(rescaled, Role.EMBEDDING, "UMAP dimension 1", "UMAP dimension 2");
    for (DataTableSpec table : List.of(twice, lost(twice))) {
      assertEquals(
          List.of("UMAP dimension 1 (#1)", "UMAP dimension 2 (#1)"),
          choose(FeatureColumns.FOR_CLUSTERING, table));
      assertEquals(
          List.of("b (scaled) (#1)", "c (scaled)"), choose(FeatureColumns.FOR_EMBEDDING, table));
    }
    assertEquals(
        List.of("UMAP dimension 2 (#1)", "UMAP dimension 1 (#1)"),
        choose(FeatureColumns.FOR_CLUSTERING, turnedAround(twice)));
    assertEquals(
        List.of("b (scaled) (#1)", "c (scaled)"),
        choose(FeatureColumns.FOR_CLUSTERING, rescaled),
        "a map that is older than the scale is of other rows");
    assertEquals(
        Optional.of(
            "Read \"b (scaled) (#1)\", \"c (scaled)\", made last; left out what was made before:"
                + " \"a (scaled)\", \"b (scaled)\", \"UMAP dimension 1\" and 2 more. Choose the"
                + " columns in the dialog if you want others."),
        FeatureColumns.FOR_CLUSTERING.olderWarning(
            rescaled, ColumnMode.AUTOMATIC, choose(FeatureColumns.FOR_CLUSTERING, rescaled)));
  }

  @Test
  @Tag("law")
  void twoScalesMayShareTheColumnsOfOneTable() throws Exception {
    DataTableSpec shared = scale(scale(RAW, "a (scaled)"), "b (scaled)");
    DataTableSpec mapped = add(shared, Role.EMBEDDING, "UMAP dimension 1");
    for (DataTableSpec table : List.of(shared, mapped, lost(mapped))) {
      List<String> read = choose(FeatureColumns.FOR_EMBEDDING, table);
      assertEquals(List.of("a (scaled)", "b (scaled)"), read);
      assertEquals(
          Optional.empty(),
          FeatureColumns.FOR_EMBEDDING.olderWarning(table, ColumnMode.AUTOMATIC, read));
    }
    assertEquals(
        List.of("a (scaled)", "b (scaled)", "c (scaled)"),
        choose(FeatureColumns.FOR_EMBEDDING, scale(mapped, "c (scaled)")));
    assertEquals(
        List.of("UMAP dimension 1"),
        choose(FeatureColumns.FOR_CLUSTERING, scale(mapped, "c (scaled)")));
  }

  @Test
  @Tag("law")
  void codesComeAndGoWithScaledColumns() throws Exception {
    DataTableSpec once = add(scale(RAW, "a (scaled)"), Role.ENCODED, "t (encoded)");
    DataTableSpec twice = add(scale(once, "a (scaled)"), Role.ENCODED, "u (encoded)");
    assertEquals(
        List.of("a (scaled) (#1)", "u (encoded)"), choose(FeatureColumns.FOR_EMBEDDING, twice));
  }

  @Test
  @Tag("edge")
  void aRenamedMapIsNotMixedWithTheNext() throws Exception {
    DataTableSpec first = add(RAW, Role.EMBEDDING, "UMAP dimension 1");
    DataTableSpec second =
        add(renamed(first, "UMAP dimension 1", "overview"), Role.EMBEDDING, "UMAP dimension 1");
    assertEquals(List.of("UMAP dimension 1"), choose(FeatureColumns.FOR_CLUSTERING, second));
  }

  @Test
  @Tag("edge")
  void joinedBranchesAreNotMixed() throws Exception {
    DataTableSpec branch =
        add(new DataTableSpec(), Role.EMBEDDING, "UMAP dimension 1", "UMAP dimension 2");
    DataTableSpec other = branch;
    for (String name : branch.getColumnNames()) {
      other = renamed(other, name, name + " (Right)");
    }
    DataTableSpec joined = new DataTableSpec(branch, other);
    assertEquals(
        List.of("UMAP dimension 1 (Right)", "UMAP dimension 2 (Right)"),
        choose(FeatureColumns.FOR_CLUSTERING, joined));
  }

  @Test
  @Tag("law")
  void whatScaleMadeOfAColumnIsKnownByItsName() {
    DataTableSpec once = scale(RAW, "a (scaled)", "a=x (scaled)", "ab (scaled)");
    DataTableSpec coded = add(add(once, Role.ENCODED, "a (encoded)"), Role.EMBEDDING, "a=map");
    DataTableSpec twice = scale(coded, "a (scaled)");
    List<String> made =
        twice.stream()
            .map(DataColumnSpec::getName)
            .filter(name -> Role.isMadeOf(twice, name, "a"))
            .toList();
    assertEquals(List.of("a (scaled)", "a=x (scaled)", "a (encoded)", "a (scaled) (#1)"), made);
  }
}

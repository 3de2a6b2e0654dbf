// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.shap;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.ovr.OneVsRestModel;
import io.github.recluster.core.shap.InterventionalShap;
import io.github.recluster.core.shap.PairSummary;
import io.github.recluster.core.shap.ShapExplainer;
import io.github.recluster.core.shap.TreeShap;
import io.github.recluster.nodes.port.ImagePort;
import io.github.recluster.nodes.port.OneVsRestModelPortObject;
import io.github.recluster.nodes.port.OneVsRestModelPortObjectSpec;
import io.github.recluster.nodes.run.Memory;
import io.github.recluster.nodes.run.NodeProgress;
import io.github.recluster.nodes.table.AddedColumns;
import io.github.recluster.nodes.table.TableReader;
import io.github.recluster.nodes.webui.WebNodeModel;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.knime.core.data.DataColumnSpec;
import org.knime.core.data.DataTableSpec;
import org.knime.core.data.container.CloseableRowIterator;
import org.knime.core.node.BufferedDataContainer;
import org.knime.core.node.BufferedDataTable;
import org.knime.core.node.ExecutionContext;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.node.KNIMEException;
import org.knime.core.node.port.PortObject;
import org.knime.core.node.port.PortObjectSpec;
import org.knime.core.node.port.PortType;
import org.knime.core.node.port.image.ImagePortObject;

/** Splits each cluster's prediction of each row into contributions of the features. */
final class ShapExplainNodeModel extends WebNodeModel<ShapExplainParameters> {
  ShapExplainNodeModel() {
    super(
        ShapExplainParameters.class,
        new PortType[] {
          OneVsRestModelPortObject.TYPE, BufferedDataTable.TYPE, BufferedDataTable.TYPE_OPTIONAL
        },
        new PortType[] {BufferedDataTable.TYPE, BufferedDataTable.TYPE, ImagePortObject.TYPE});
  }

  @Override
  protected int sharesRowsWith(int outPort) {
    return outPort == 1 && parameters().explanations == ShapExplainParameters.Explanations.WIDE
        ? 1
        : OWN_ROWS;
  }

  @Override
  protected PortObjectSpec[] outputSpecs(PortObjectSpec[] in) throws InvalidSettingsException {
    OneVsRestModelPortObjectSpec model = (OneVsRestModelPortObjectSpec) in[0];
    DataTableSpec table = (DataTableSpec) in[1];
    model.requireFeaturesIn(table);
    if (in[2] != null) {
      requireBackground(model, (DataTableSpec) in[2]);
    }
    return new PortObjectSpec[] {
      ShapTables.summarySpec(), explanationsSpec(model, table), ImagePort.spec()
    };
  }

  private static void requireBackground(OneVsRestModelPortObjectSpec model, DataTableSpec table)
      throws InvalidSettingsException {
    try {
      model.requireFeaturesIn(table);
    } catch (InvalidSettingsException e) {
      throw new InvalidSettingsException("Background table: " + e.getMessage(), e);
    }
  }

  /** Null while the clusters are not known. */
  private PortObjectSpec explanationsSpec(OneVsRestModelPortObjectSpec model, DataTableSpec table) {
    return switch (parameters().explanations) {
      case LONG -> ShapTables.longSpec(model.featureNames());
      case WIDE ->
          model.labels().isEmpty()
              ? null
              : AddedColumns.spec(
                  table, Set.of(), ShapTables.wideColumns(model.labels(), model.featureNames()));
      case PAIRS -> ShapTables.pairsSpec();
      case WORDS -> ShapTables.wordsSpec();
    };
  }

  @Override
  protected PortObject[] run(PortObject[] in, ExecutionContext exec) throws Exception {
    OneVsRestModelPortObject port = (OneVsRestModelPortObject) in[0];
    BufferedDataTable table = (BufferedDataTable) in[1];
    OneVsRestModel model = port.model();
    port.getSpec().requireFeaturesIn(table.getDataTableSpec());
    if (table.size() == 0) {
      throw new KNIMEException("The table is empty: there is no row to explain.");
    }
    int shown = picturedCluster(model.labels());
    ShapExplainer explainer = explainer(port, (BufferedDataTable) in[2], exec);
    RowExplainer rows =
        new RowExplainer(port, explainer, parameters().threads, table.getDataTableSpec());
    Memory.require(
        "SHAP",
        table.size(),
        model.features().size(),
        rows.bytes(table.size())
            + (wantsPairs()
                ? PairSummary.bytes(model.labels().size(), model.features().size())
                : 0));
    RowSampler sampler = new RowSampler(model.labels(), model.features(), parameters().pictureRow);
    TopRows top = new TopRows(model.labels().size(), model.features().size());
    Optional<PairSummary> pairs =
        wantsPairs() ? Optional.of(new PairSummary(model.ensembles())) : Optional.empty();
    Consumer<ExplainedRows> also =
        part -> {
          sampler.look(part);
          top.look(part);
        };
    Explanations explanations = explanations(port, table, rows, also, pairs, exec);
    ShapView view = ShapView.of(model, rows, sampler, explanations.words, pairs);
    remember(view.toJson());
    ShapPicture picture = new ShapPicture(view, parameters(), shown);
    warn(picture.warning());
    return new PortObject[] {
      ShapTables.summary(explainer, model.labels(), model.features(), rows.summary(), top, exec),
      explanations.table,
      ImagePort.png(picture.toPng())
    };
  }

  private boolean wantsPairs() {
    return parameters().explanations == ShapExplainParameters.Explanations.PAIRS;
  }

  /** The place of the cluster that the picture shows. */
  private int picturedCluster(List<String> labels) throws KNIMEException {
    String name = parameters().pictureCluster;
    int place = name.isEmpty() ? 0 : labels.indexOf(name);
    if (place < 0) {
      throw new KNIMEException(
          "The model has no cluster \"" + name + "\", which is chosen for the picture.");
    }
    return place;
  }

  /** The second output, and the clusters in words. */
  private record Explanations(BufferedDataTable table, RulesTable words) {}

  /** Explains the rows part after part, and writes each part before the next one. */
  private Explanations explanations(
      OneVsRestModelPortObject port,
      BufferedDataTable table,
      RowExplainer explainer,
      Consumer<ExplainedRows> also,
      Optional<PairSummary> pairs,
      ExecutionContext exec)
      throws Exception {
    OneVsRestModel model = port.model();
    DataTableSpec spec = table.getDataTableSpec();
    AddedColumns.Rows wide =
        new AddedColumns.Rows(
            spec,
            Set.of(),
            parameters().explanations == ShapExplainParameters.Explanations.WIDE
                ? ShapTables.wideColumns(model.labels(), model.features())
                : new DataColumnSpec[0]);
    ExecutionContext reading = exec.createSubExecutionContext(0.8);
    Parallel silent = NodeProgress.parallel(parameters().threads, reading).silent();
    BufferedDataContainer container =
        exec.createDataContainer((DataTableSpec) explanationsSpec(port.getSpec(), spec));
    RulesTable words;
    try (CloseableRowIterator it = table.iterator()) {
      long done = 0;
      while (it.hasNext()) {
        ExplainedRows rows =
            explainer.next(it, (double) done / table.size(), table.size(), reading);
        also.accept(rows);
        switch (parameters().explanations) {
          case LONG -> ShapTables.addLong(rows, model.labels(), explainer.bases(), container, exec);
          case WIDE -> ShapTables.addWide(rows, wide, container, exec);
          case PAIRS -> pairs.orElseThrow().add(rows.x(), silent);
          case WORDS -> {} // once all rows have been seen
        }
        done += rows.count();
      }
      words = RulesTable.of(model, explainer.jointRules(table, exec.createSubProgress(0.05)));
      if (pairs.isPresent()) {
        ShapTables.addPairs(pairs.get(), model.labels(), model.features(), container, exec);
      } else if (parameters().explanations == ShapExplainParameters.Explanations.WORDS) {
        ShapTables.addWords(words, container);
      }
    } finally {
      container.close();
    }
    return new Explanations(container.getTable(), words);
  }

  private ShapExplainer explainer(
      OneVsRestModelPortObject port, BufferedDataTable background, ExecutionContext exec)
      throws Exception {
    OneVsRestModel model = port.model();
    if (parameters().mode == ShapExplainParameters.Mode.PATH_DEPENDENT) {
      warn(
          background == null
              ? Optional.empty()
              : Optional.of("The background table is not used by path-dependent SHAP."));
      return TreeShap.of(model.ensembles());
    }
    Matrix rows = model.background();
    if (background != null) {
      requireBackground(port.getSpec(), background.getDataTableSpec());
      if (background.size() == 0) {
        throw new KNIMEException(
            "The background table is empty: SHAP has nothing to compare with. Connect rows, or none"
                + " at all.");
      }
      rows =
          model.encode(
              TableReader.features(port.getSpec().featureNames())
                  .read(background, exec.createSubProgress(0.02))
                  .features());
    }
    return InterventionalShap.of(
        model.ensembles(),
        rows,
        parameters().coreUnit(),
        NodeProgress.parallel(parameters().threads, exec.createSubProgress(0.08)));
  }
}

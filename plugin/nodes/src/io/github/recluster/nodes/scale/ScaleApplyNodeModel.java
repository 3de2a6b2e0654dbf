// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.scale;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.CategoryEncoding;
import io.github.recluster.core.data.FeatureTable;
import io.github.recluster.core.scaling.ScalerModel;
import io.github.recluster.nodes.apply.ApplyNodeModel;
import io.github.recluster.nodes.apply.ApplyParameters;
import io.github.recluster.nodes.apply.UnknownCategories;
import io.github.recluster.nodes.port.ScaleModelPortObject;
import io.github.recluster.nodes.table.TableReader;
import io.github.recluster.nodes.table.TableRows;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.knime.core.data.DataCell;
import org.knime.core.node.KNIMEException;

/** Applies a scale to new rows. */
final class ScaleApplyNodeModel extends ApplyNodeModel<ScaleModelPortObject, ApplyParameters> {
  ScaleApplyNodeModel() {
    super(ScaleModelPortObject.class, ScaleModelPortObject.TYPE, ApplyParameters.class);
  }

  @Override
  protected int threads() {
    return parameters().threads();
  }

  @Override
  protected TableReader reader(ScaleModelPortObject port) {
    return TableReader.features(port.getSpec().featureNames());
  }

  @Override
  protected Application begin(ScaleModelPortObject port) {
    return new Scaling(port.model());
  }

  /** Scales; counts the categories that the model has not seen. */
  private static final class Scaling implements Application {
    private final ScalerModel model;
    private final UnknownCategories unknown = new UnknownCategories();

    Scaling(ScalerModel model) {
      this.model = model;
    }

    @Override
    public TableRows usable(TableRows rows) {
      return rows;
    }

    @Override
    public IntFunction<DataCell[]> apply(TableRows rows, Parallel parallel) throws KNIMEException {
      FeatureTable table = rows.features();
      for (int i = 0; i < model.inputNames().length; i++) {
        if (model.coding(i) != null) {
          String name = model.inputNames()[i];
          unknown.add(name, model.coding(i).countUnknown(table, table.indexOf(name)));
        }
      }
      return ScaleColumns.cells(ScaleColumns.transform(model, rows, parallel));
    }

    @Override
    public List<String> warnings() {
      return unknown.warnings(this::became);
    }

    private String became(String column) {
      int input = Arrays.asList(model.inputNames()).indexOf(column);
      return model.coding(input).kind() == CategoryEncoding.Kind.LABEL
          ? "a missing value"
          : "0 in every one-hot column";
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.ovr;

import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.FeatureTable;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.data.ModelFile;
import io.github.recluster.core.trees.TreeEnsemble;
import io.github.recluster.core.trees.TreePredictor;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The classifiers of all clusters, what they were judged to be worth, and what is needed to use
 * them on new rows: names and codings of the features, and some training rows as background for
 * SHAP. Immutable.
 */
public final class OneVsRestModel {
  /** The probability below which a row belongs to none of the clusters. */
  public static final double DEFAULT_THRESHOLD = 0.5;

  private static final String KIND = "one-vs-rest model";
  private static final int FORMAT = 1;

  private final List<String> labels;
  private final FeatureCoding coding;
  private final List<TreeEnsemble> ensembles;
  private final Judgement judgement;
  private final Matrix background;
  private final TreePredictor predictor;

  OneVsRestModel(
      List<String> labels,
      FeatureCoding coding,
      List<TreeEnsemble> ensembles,
      Judgement judgement,
      Matrix background) {
    this.labels = List.copyOf(labels);
    this.coding = coding;
    this.ensembles = List.copyOf(ensembles);
    this.judgement = judgement;
    this.background = background;
    this.predictor = TreePredictor.of(ensembles);
  }

  /** The clusters that have a classifier: cluster_2 before cluster_10. */
  public List<String> labels() {
    return labels;
  }

  /** The names of the features, in the order in which the trees count them. */
  public List<String> features() {
    return coding.names();
  }

  /** What the numbers of a nominal feature stand for; none if the feature is numeric. */
  public Optional<List<String>> categories(int feature) {
    return coding.categories(feature);
  }

  /** The classifier of a cluster. */
  public TreeEnsemble ensemble(int cluster) {
    return ensembles.get(cluster);
  }

  /** The classifiers of all clusters. */
  public List<TreeEnsemble> ensembles() {
    return ensembles;
  }

  /** How well each cluster is told from the rest. */
  public ClassificationReport report() {
    return judgement.report();
  }

  /** How much each classifier uses each feature: cluster after cluster, feature after feature. */
  public List<FeatureImportance> importance() {
    return judgement.importance();
  }

  /** Which cluster's rows are taken for which; none if nothing was held out or folded. */
  public Optional<Confusion> confusion() {
    return judgement.confusion();
  }

  /** Ten bins a cluster: how probabilities compare with shares; none if nothing was judged. */
  public List<CalibrationBin> calibration() {
    return judgement.calibration();
  }

  /** The clusters that got no classifier. */
  public List<SkippedCluster> skipped() {
    return judgement.skipped();
  }

  /** Training rows, encoded: the background of interventional SHAP. */
  public Matrix background() {
    return background;
  }

  /**
   * A table as the trees read it.
   *
   * @throws IllegalArgumentException if a feature is not there, or of another type
   */
  public Matrix encode(FeatureTable table) {
    return coding.encode(table);
  }

  /** Rows of a nominal feature with a category that the training did not have. */
  public int countUnknown(FeatureTable table, int feature) {
    return coding.countUnknown(table, feature);
  }

  /** What the classifiers say, with the {@link #DEFAULT_THRESHOLD}. */
  public OneVsRestPrediction predict(FeatureTable table, Parallel parallel) {
    return predict(table, DEFAULT_THRESHOLD, parallel);
  }

  /**
   * What the classifiers say.
   *
   * @param threshold the probability below which a row belongs to none of the clusters
   * @throws IllegalArgumentException if a feature is not there, or of another type
   */
  public OneVsRestPrediction predict(FeatureTable table, double threshold, Parallel parallel) {
    if (!(threshold >= 0 && threshold <= 1)) {
      throw new IllegalArgumentException("threshold must be 0 to 1, got " + threshold);
    }
    return new OneVsRestPrediction(labels, predictor.margins(encode(table), parallel), threshold);
  }

  /** Writes what {@link #read} reads. */
  public void write(OutputStream out) throws IOException {
    ModelFile.write(out, KIND, FORMAT, this::writeBody);
  }

  private void writeBody(DataOutputStream out) throws IOException {
    ModelFile.writeStrings(out, labels.toArray(String[]::new));
    coding.write(out);
    for (TreeEnsemble ensemble : ensembles) {
      ensemble.write(out);
    }
    judgement.write(out);
    out.writeInt(background.rows());
    out.writeInt(background.columns());
    ModelFile.writeDoubles(out, background.values());
  }

  /**
   * Reads a model.
   *
   * @throws IOException with a sentence for the user if the file is damaged, of another kind, or
   *     newer
   */
  public static OneVsRestModel read(InputStream in) throws IOException {
    return ModelFile.read(in, KIND, FORMAT, (data, version) -> readBody(data));
  }

  private static OneVsRestModel readBody(DataInputStream in) throws IOException {
    List<String> labels = List.of(ModelFile.readStrings(in));
    FeatureCoding coding = FeatureCoding.read(in);
    List<TreeEnsemble> ensembles = new ArrayList<>();
    for (int k = 0; k < labels.size(); k++) {
      ensembles.add(TreeEnsemble.read(in));
    }
    Judgement judgement = Judgement.read(in);
    int rows = in.readInt();
    int columns = in.readInt();
    Matrix background = Matrix.of(rows, columns, ModelFile.readDoubles(in));
    return new OneVsRestModel(labels, coding, ensembles, judgement, background);
  }
}

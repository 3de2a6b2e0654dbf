// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.nodes.ovr;

import io.github.recluster.nodes.webui.NodeDeclaration;
import io.github.recluster.nodes.webui.WebNodeFactory;
import org.knime.core.node.NodeFactory.NodeType;

/** One-vs-Rest XGBoost Writer: each cluster's classifier as a file that XGBoost reads. */
public final class OneVsRestWriterNodeFactory extends WebNodeFactory<OneVsRestWriterNodeModel> {
  private static final NodeDeclaration NODE =
      NodeDeclaration.of(
              "One-vs-Rest XGBoost Writer", NodeType.Sink, OneVsRestWriterParameters.class)
          .icon("one-vs-rest-writer.png")
          .does(
              "Writes each cluster's classifier as a model file that XGBoost reads, in Python for"
                  + " example.",
              """
              <p>Writes a file <tt>xgboost-&lt;cluster&gt;.json</tt> (or <tt>.ubj</tt>) for each
              cluster into a folder. Letters, digits, <tt>.</tt>, <tt>_</tt> and <tt>-</tt> of a
              cluster's name stay, all else becomes <tt>_</tt>; equal names get <tt>-2</tt>,
              <tt>-3</tt>. A file is whole or not there; other files of the folder are left
              alone.</p>
              <p>In Python: <tt>xgboost.Booster(model_file="xgboost-cluster_0.json")</tt>. Text and
              boolean columns are read as the place of their category among the sorted categories
              of the training, counted from 0; the features' names are in the file.</p>
              <p>To keep the model for KNIME, use <i>Model Writer</i>.</p>
              """)
          .in("One-vs-rest model", "The model, made by <i>One-vs-Rest XGBoost Learner</i>.")
          .keywords("export", "save", "json", "ubj", "python", "model file");

  @Override
  protected NodeDeclaration declaration() {
    return NODE;
  }

  @Override
  public OneVsRestWriterNodeModel createNodeModel() {
    return new OneVsRestWriterNodeModel();
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.xgboost;

import io.github.recluster.core.trees.RegressionTree;
import io.github.recluster.core.trees.TreeEnsemble;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A model as the document that XGBoost 2.1 would save: maps, lists, texts, and arrays of {@code
 * int}, {@code float} and {@code byte}.
 */
final class XgboostDocument {
  private XgboostDocument() {}

  static Map<String, Object> of(XgboostModel model) {
    TreeEnsemble ensemble = model.ensemble();
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("learner", learner(ensemble, model.featureNames()));
    document.put("version", List.of(2, 1, 0));
    return document;
  }

  private static Map<String, Object> learner(TreeEnsemble ensemble, List<String> featureNames) {
    Map<String, Object> learner = new LinkedHashMap<>();
    learner.put("attributes", Map.of());
    learner.put("feature_names", featureNames.stream().map(XgboostDocument::allowed).toList());
    learner.put("feature_types", List.of());
    learner.put("gradient_booster", booster(ensemble));
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("base_score", number(baseScore(ensemble.baseMargin())));
    parameters.put("boost_from_average", "1");
    parameters.put("num_class", "0");
    parameters.put("num_feature", Integer.toString(ensemble.features()));
    parameters.put("num_target", "1");
    learner.put("learner_model_param", parameters);
    Map<String, Object> objective = new LinkedHashMap<>();
    objective.put("name", "binary:logistic");
    objective.put("reg_loss_param", Map.of("scale_pos_weight", "1"));
    learner.put("objective", objective);
    return learner;
  }

  /** The float32 whose logit, taken in float32, is the margin itself if there is one, or near. */
  private static float baseScore(float margin) {
    float near = (float) TreeEnsemble.probability(margin);
    float below = near;
    float above = near;
    for (int step = 0; step < 16; step++) {
      if (XgboostJson.baseMargin(below) == margin) {
        return below;
      }
      if (XgboostJson.baseMargin(above) == margin) {
        return above;
      }
      below = Math.nextDown(below);
      above = Math.nextUp(above);
    }
    return near;
  }

  private static String allowed(String name) {
    return name.replaceAll("[\\[\\]<]", "_");
  }

  /**
   * Nine digits bring back every float; the JDK's own digits differ between its versions. A number
   * without point or exponent would be an integer to XGBoost.
   */
  static String number(float value) {
    String text = new BigDecimal(value).round(new MathContext(9)).stripTrailingZeros().toString();
    return text.indexOf('.') < 0 && text.indexOf('E') < 0 ? text + "E0" : text;
  }

  private static Map<String, Object> booster(TreeEnsemble ensemble) {
    int count = ensemble.trees().size();
    List<Object> trees = new ArrayList<>();
    List<Object> info = new ArrayList<>();
    List<Object> rounds = new ArrayList<>();
    rounds.add(0);
    for (int t = 0; t < count; t++) {
      trees.add(tree(ensemble.trees().get(t), t, ensemble.features()));
      info.add(0);
      rounds.add(t + 1);
    }
    Map<String, Object> model = new LinkedHashMap<>();
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("num_parallel_tree", "1");
    parameters.put("num_trees", Integer.toString(count));
    model.put("gbtree_model_param", parameters);
    model.put("iteration_indptr", rounds);
    model.put("tree_info", info);
    model.put("trees", trees);
    Map<String, Object> booster = new LinkedHashMap<>();
    booster.put("model", model);
    booster.put("name", "gbtree");
    return booster;
  }

  private static Map<String, Object> tree(RegressionTree tree, int id, int features) {
    int n = tree.size();
    int[] parents = new int[n];
    int[] left = new int[n];
    int[] right = new int[n];
    int[] feature = new int[n];
    byte[] missingLeft = new byte[n];
    float[] number = new float[n];
    float[] gain = new float[n];
    float[] cover = new float[n];
    parents[0] = Integer.MAX_VALUE;
    for (int i = 0; i < n; i++) {
      boolean leaf = tree.isLeaf(i);
      left[i] = leaf ? -1 : tree.left(i);
      right[i] = leaf ? -1 : tree.right(i);
      feature[i] = leaf ? 0 : tree.feature(i);
      missingLeft[i] = (byte) (!leaf && tree.missingLeft(i) ? 1 : 0);
      number[i] = leaf ? tree.value(i) : tree.threshold(i);
      gain[i] = leaf ? 0 : tree.gain(i);
      cover[i] = tree.cover(i);
      if (!leaf) {
        parents[left[i]] = i;
        parents[right[i]] = i;
      }
    }
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("base_weights", weights(tree));
    map.put("categories", new int[0]);
    map.put("categories_nodes", new int[0]);
    map.put("categories_segments", new long[0]);
    map.put("categories_sizes", new long[0]);
    map.put("default_left", missingLeft);
    map.put("id", id);
    map.put("left_children", left);
    map.put("loss_changes", gain);
    map.put("parents", parents);
    map.put("right_children", right);
    map.put("split_conditions", number);
    map.put("split_indices", feature);
    map.put("split_type", new byte[n]);
    map.put("sum_hessian", cover);
    map.put("tree_param", parameters(features, n));
    return map;
  }

  private static Map<String, Object> parameters(int features, int nodes) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("num_deleted", "0");
    parameters.put("num_feature", Integer.toString(features));
    parameters.put("num_nodes", Integer.toString(nodes));
    parameters.put("size_leaf_vector", "1");
    return parameters;
  }

  /** The leaves' values, and at inner nodes their mean by cover. */
  private static float[] weights(RegressionTree tree) {
    float[] weights = new float[tree.size()];
    for (int i = tree.size() - 1; i >= 0; i--) {
      if (tree.isLeaf(i)) {
        weights[i] = tree.value(i);
      } else {
        float l = tree.cover(tree.left(i));
        float r = tree.cover(tree.right(i));
        weights[i] =
            l + r == 0 ? 0 : (weights[tree.left(i)] * l + weights[tree.right(i)] * r) / (l + r);
      }
    }
    return weights;
  }
}

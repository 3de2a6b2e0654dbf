// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.xgboost;

import io.github.recluster.core.trees.RegressionTree;
import io.github.recluster.core.trees.TreeEnsemble;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * XGBoost's own model files, in plain Java: no native library is asked.
 *
 * <p><b>In</b>: JSON or UBJ as XGBoost 1.x to 3.x write it, seen by the first bytes. {@code
 * base_score} may be a number, or since 3.1 a vector of one. <b>Out</b>: the same, in the form of
 * 2.1, which every XGBoost from 1.x to 3.x reads. <b>Differs</b>: only tree boosters of one output
 * for {@code binary:logistic} without categorical splits are read; anything else is refused by name
 * rather than predicted wrongly.
 */
public final class XgboostJson {
  private XgboostJson() {}

  /** The two forms of a model file. */
  public enum Format {
    /** Text. */
    JSON,
    /** Universal Binary JSON: two thirds of the room, but more for a model of a few splits. */
    UBJ
  }

  /**
   * Reads a model file; the stream is not closed.
   *
   * @throws IOException with a sentence for the user if it is damaged or holds another kind of
   *     model
   */
  public static XgboostModel read(InputStream stream) throws IOException {
    BufferedInputStream in = new BufferedInputStream(stream);
    in.mark(2);
    int first = in.read();
    int second = in.read();
    in.reset();
    try {
      boolean binary = first == '{' && "iUIlL".indexOf(second) >= 0;
      Object document = binary ? UbjReader.read(new DataInputStream(in)) : JsonReader.read(in);
      return model(new Node("", document));
    } catch (IOException | RuntimeException e) {
      if (e instanceof UnsupportedModelException) {
        throw e;
      }
      throw new IOException("This XGBoost model file is damaged or cut short.", e);
    }
  }

  /** A file of a kind that is not read. */
  private static final class UnsupportedModelException extends IOException {
    UnsupportedModelException(String what) {
      super("This XGBoost model can't be used here: " + what);
    }
  }

  private static XgboostModel model(Node root) throws IOException {
    Node learner = root.get("learner");
    String objective = learner.get("objective").get("name").text();
    if (!objective.equals("binary:logistic") && !objective.equals("reg:logistic")) {
      throw new UnsupportedModelException(
          "its objective is " + objective + ", not binary:logistic.");
    }
    Node booster = learner.get("gradient_booster");
    String name = booster.get("name").text();
    if (!name.equals("gbtree")) {
      throw new UnsupportedModelException("its booster is " + name + ", not gbtree.");
    }
    Node parameters = learner.get("learner_model_param");
    int features = (int) parameters.get("num_feature").number();
    float baseMargin = baseMargin((float) parameters.get("base_score").number());
    List<RegressionTree> trees = new ArrayList<>();
    for (Node tree : booster.get("model").get("trees").list()) {
      trees.add(tree(tree));
    }
    List<String> names = new ArrayList<>();
    if (learner.has("feature_names")) {
      for (Node n : learner.get("feature_names").list()) {
        names.add(n.text());
      }
    }
    return new XgboostModel(new TreeEnsemble(features, baseMargin, trees), names);
  }

  /** The logit in float32, step by step as XGBoost takes it. */
  static float baseMargin(float baseScore) {
    return (float) -StrictMath.log(1f / baseScore - 1f) + 0f; // never −0
  }

  private static RegressionTree tree(Node tree) throws IOException {
    if (tree.has("categories_nodes") && tree.get("categories_nodes").numbers().length > 0) {
      throw new UnsupportedModelException("it splits by categories, not by thresholds.");
    }
    double[] left = tree.get("left_children").numbers();
    double[] right = tree.get("right_children").numbers();
    double[] feature = tree.get("split_indices").numbers();
    double[] number = tree.get("split_conditions").numbers();
    double[] missingLeft = tree.get("default_left").numbers();
    double[] gain = tree.get("loss_changes").numbers();
    double[] cover = tree.get("sum_hessian").numbers();
    RegressionTree.Builder builder = new RegressionTree.Builder(left.length);
    int[] place = breadthFirst(left, right);
    for (int i = 0; i < left.length; i++) {
      if (place[i] < 0) {
        continue; // pruned away
      }
      if (left[i] < 0) {
        builder.leaf(place[i], (float) number[i], (float) cover[i]);
      } else {
        builder.split(
            place[i],
            (int) feature[i],
            (float) number[i],
            place[(int) left[i]],
            place[(int) right[i]],
            missingLeft[i] != 0,
            (float) gain[i],
            (float) cover[i]);
      }
    }
    return builder.build();
  }

  /** The place of each node, breadth first; −1 for nodes that the root does not reach. */
  private static int[] breadthFirst(double[] left, double[] right) {
    int[] place = new int[left.length];
    Arrays.fill(place, -1);
    int[] queue = new int[left.length];
    place[0] = 0;
    int end = 1;
    for (int at = 0; at < end; at++) {
      int node = queue[at];
      if (left[node] >= 0) {
        for (int child : new int[] {(int) left[node], (int) right[node]}) {
          if (place[child] >= 0) {
            throw new IllegalArgumentException("node " + child + " has two parents");
          }
          place[child] = end;
          queue[end++] = child;
        }
      }
    }
    return place;
  }

  /**
   * Writes a model that every XGBoost from 1.x to 3.x reads.
   *
   * @param model names may be empty; the characters {@code [ ] <}, which XGBoost refuses in names,
   *     become {@code _}
   */
  public static void write(XgboostModel model, Format format, OutputStream out) throws IOException {
    Map<String, Object> document = XgboostDocument.of(model);
    if (format == Format.JSON) {
      JsonWriter.write(document, out);
    } else {
      UbjWriter.write(document, out);
    }
  }

  /** A value of the document, and where it stands. */
  private record Node(String path, Object value) {
    Node get(String key) {
      if (value instanceof Map<?, ?> map && map.get(key) != null) {
        return new Node(path + "/" + key, map.get(key));
      }
      throw new IllegalArgumentException("no " + key + " in " + path);
    }

    boolean has(String key) {
      return value instanceof Map<?, ?> map && map.get(key) != null;
    }

    String text() {
      return (String) value;
    }

    /** A number; also one written as a text, or as a vector of one. */
    double number() {
      if (value instanceof Number n) {
        return n.doubleValue();
      }
      if (value instanceof List<?> list && list.size() == 1 && list.get(0) instanceof Number n) {
        return n.doubleValue();
      }
      String text = text().strip();
      if (text.startsWith("[") && text.endsWith("]")) {
        text = text.substring(1, text.length() - 1);
      }
      return Double.parseDouble(text);
    }

    List<Node> list() {
      List<Node> nodes = new ArrayList<>();
      if (value instanceof List<?> list) {
        for (Object item : list) {
          nodes.add(new Node(path + "[]", item));
        }
      }
      return nodes;
    }

    double[] numbers() {
      if (value instanceof double[] numbers) {
        return numbers;
      }
      List<?> list = (List<?>) value;
      double[] numbers = new double[list.size()];
      for (int i = 0; i < numbers.length; i++) {
        Object item = list.get(i);
        numbers[i] = item instanceof Boolean b ? (b ? 1 : 0) : ((Number) item).doubleValue();
      }
      return numbers;
    }
  }
}

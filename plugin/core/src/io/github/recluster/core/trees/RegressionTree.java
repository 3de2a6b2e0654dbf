// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.trees;

import io.github.recluster.core.data.ModelFile;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * One binary tree that turns a row into a number.
 *
 * <p><b>Shape</b>: nodes 0 … {@code size − 1} in flat arrays, 0 the root, children after their
 * parent. An inner node sends a row left if {@code (float) x[feature] < threshold}, compared in
 * float32 as XGBoost does, and a missing value (NaN) to its default side. A leaf has feature {@link
 * #LEAF} and a value. Every node carries its cover (the sum of second derivatives of the training
 * rows that reached it), every inner node its gain.
 *
 * <p>Immutable; built with {@link Builder}.
 */
public final class RegressionTree {
  /** The feature of a leaf. */
  public static final int LEAF = -1;

  private final int[] feature;
  private final float[] number;
  private final int[] left;
  private final int[] right;
  private final byte[] missingLeft;
  private final float[] gain;
  private final float[] cover;

  private RegressionTree(
      int[] feature,
      float[] number,
      int[] left,
      int[] right,
      byte[] missingLeft,
      float[] gain,
      float[] cover) {
    this.feature = feature;
    this.number = number;
    this.left = left;
    this.right = right;
    this.missingLeft = missingLeft;
    this.gain = gain;
    this.cover = cover;
  }

  /** Number of nodes. */
  public int size() {
    return feature.length;
  }

  /** Whether a node is a leaf. */
  public boolean isLeaf(int node) {
    return feature[node] == LEAF;
  }

  /** The feature that an inner node asks for; {@link #LEAF} for a leaf. */
  public int feature(int node) {
    return feature[node];
  }

  /** Rows below this threshold go left at an inner node. */
  public float threshold(int node) {
    return number[node];
  }

  /** The value of a leaf. */
  public float value(int node) {
    return number[node];
  }

  /** Where rows below the threshold go. */
  public int left(int node) {
    return left[node];
  }

  /** Where the other rows go. */
  public int right(int node) {
    return right[node];
  }

  /** Whether rows with a missing value go left at an inner node. */
  public boolean missingLeft(int node) {
    return missingLeft[node] != 0;
  }

  /** How much the split of an inner node lowered the training loss. */
  public float gain(int node) {
    return gain[node];
  }

  /** Sum of second derivatives of the training rows that reached a node. */
  public float cover(int node) {
    return cover[node];
  }

  /** Whether a value of the node's feature goes left. */
  public boolean goesLeft(int node, float value) {
    return Float.isNaN(value) ? missingLeft[node] != 0 : value < number[node];
  }

  /** The largest feature that is asked for; −1 if the tree is a single leaf. */
  public int largestFeature() {
    int largest = LEAF;
    for (int f : feature) {
      largest = Math.max(largest, f);
    }
    return largest;
  }

  /** Writes what {@link #read} reads. */
  public void write(DataOutputStream out) throws IOException {
    ModelFile.writeInts(out, feature);
    ModelFile.writeFloats(out, number);
    ModelFile.writeInts(out, left);
    ModelFile.writeInts(out, right);
    out.write(missingLeft);
    ModelFile.writeFloats(out, gain);
    ModelFile.writeFloats(out, cover);
  }

  /** Reads what {@link #write} wrote. */
  public static RegressionTree read(DataInputStream in) throws IOException {
    int[] feature = ModelFile.readInts(in);
    float[] number = ModelFile.readFloats(in);
    int[] left = ModelFile.readInts(in);
    int[] right = ModelFile.readInts(in);
    byte[] missingLeft = in.readNBytes(feature.length);
    float[] gain = ModelFile.readFloats(in);
    float[] cover = ModelFile.readFloats(in);
    Builder builder = new Builder(feature.length);
    for (int i = 0; i < feature.length; i++) {
      if (feature[i] == LEAF) {
        builder.leaf(i, number[i], cover[i]);
      } else {
        builder.split(
            i, feature[i], number[i], left[i], right[i], missingLeft[i] != 0, gain[i], cover[i]);
      }
    }
    return builder.build();
  }

  /** Puts a tree together node by node, and checks it. */
  public static final class Builder {
    private final int[] feature;
    private final float[] number;
    private final int[] left;
    private final int[] right;
    private final byte[] missingLeft;
    private final float[] gain;
    private final float[] cover;

    /** Starts a tree of {@code size} nodes, all of them leaves of value 0. */
    public Builder(int size) {
      if (size < 1) {
        throw new IllegalArgumentException("size must be at least 1, got " + size);
      }
      feature = new int[size];
      Arrays.fill(feature, LEAF);
      number = new float[size];
      left = new int[size];
      right = new int[size];
      missingLeft = new byte[size];
      gain = new float[size];
      cover = new float[size];
    }

    /** Makes a node a leaf. */
    public Builder leaf(int node, float value, float nodeCover) {
      feature[node] = LEAF;
      number[node] = value;
      cover[node] = nodeCover;
      return this;
    }

    /** Makes a node an inner node. */
    public Builder split(
        int node,
        int splitFeature,
        float threshold,
        int leftChild,
        int rightChild,
        boolean missingGoesLeft,
        float splitGain,
        float nodeCover) {
      feature[node] = splitFeature;
      number[node] = threshold;
      left[node] = leftChild;
      right[node] = rightChild;
      missingLeft[node] = (byte) (missingGoesLeft ? 1 : 0);
      gain[node] = splitGain;
      cover[node] = nodeCover;
      return this;
    }

    /**
     * The tree.
     *
     * @throws IllegalArgumentException if the nodes are no tree with children after their parents
     */
    public RegressionTree build() {
      int[] parents = new int[feature.length];
      for (int i = 0; i < feature.length; i++) {
        if (feature[i] == LEAF) {
          continue;
        }
        if (feature[i] < 0 || Float.isNaN(number[i])) {
          throw new IllegalArgumentException(
              "split must have a feature and a threshold, got " + feature[i] + ", " + number[i]);
        }
        for (int child : new int[] {left[i], right[i]}) {
          if (child <= i || child >= feature.length || parents[child]++ > 0) {
            throw new IllegalArgumentException(
                "children must come after their parent, once, got " + child + " below " + i);
          }
        }
      }
      return new RegressionTree(feature, number, left, right, missingLeft, gain, cover);
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.shap;

import io.github.recluster.core.trees.RegressionTree;

/**
 * Shapley values of one tree for one row against one background row.
 *
 * <p><b>How</b>: down the tree along both ways at once. Where they part at a feature met for the
 * first time, the leaves on the row's side need the feature from the row, those on the other side
 * from the background; met again, it is bound. A leaf that needs {@code x} features from the row
 * and {@code y} from the background gives each of the former {@code v (x−1)! y! / (x+y)!} and takes
 * {@code v x! (y−1)! / (x+y)!} from each of the latter.
 */
final class PairWalk {
  private static final byte FREE = 0;
  private static final byte FROM_ROW = 1;
  private static final byte FROM_BACKGROUND = 2;

  private final RegressionTree tree;
  private final float[] row;
  private final float[] other;
  private final double[] out;
  private final byte[] source;
  private final int[] bound;
  private int boundCount;
  private int fromRow;
  private int fromBackground;

  private PairWalk(RegressionTree tree, float[] row, float[] other, double[] out) {
    this.tree = tree;
    this.row = row;
    this.other = other;
    this.out = out;
    this.source = new byte[row.length];
    this.bound = new int[row.length];
  }

  /** Adds the tree's contributions to {@code out}. */
  static void add(RegressionTree tree, float[] row, float[] other, double[] out) {
    new PairWalk(tree, row, other, out).visit(0);
  }

  private void visit(int node) {
    if (tree.isLeaf(node)) {
      leaf(tree.value(node));
      return;
    }
    int f = tree.feature(node);
    int rowChild = child(node, row[f]);
    int otherChild = child(node, other[f]);
    if (rowChild == otherChild) {
      visit(rowChild);
    } else if (source[f] != FREE) {
      visit(source[f] == FROM_ROW ? rowChild : otherChild);
    } else {
      bound[boundCount++] = f;
      source[f] = FROM_ROW;
      fromRow++;
      visit(rowChild);
      fromRow--;
      source[f] = FROM_BACKGROUND;
      fromBackground++;
      visit(otherChild);
      fromBackground--;
      source[f] = FREE;
      boundCount--;
    }
  }

  private int child(int node, float value) {
    return tree.goesLeft(node, value) ? tree.left(node) : tree.right(node);
  }

  private void leaf(double value) {
    double gives =
        fromRow == 0 ? 0 : value * InterventionalLeaf.weight(fromRow - 1, fromBackground);
    double takes =
        fromBackground == 0 ? 0 : value * InterventionalLeaf.weight(fromBackground - 1, fromRow);
    for (int i = 0; i < boundCount; i++) {
      int f = bound[i];
      out[f] += source[f] == FROM_ROW ? gives : -takes;
    }
  }
}

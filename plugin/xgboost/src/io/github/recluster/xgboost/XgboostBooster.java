// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.xgboost;

import io.github.recluster.core.boosting.BinaryBooster;
import io.github.recluster.core.boosting.BinaryTarget;
import io.github.recluster.core.boosting.BoostingOptions;
import io.github.recluster.core.boosting.TrainingData;
import io.github.recluster.core.compute.Parallel;
import io.github.recluster.core.data.Matrix;
import io.github.recluster.core.trees.TreeEnsemble;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * The booster: XGBoost's native library, through the Java API of XGBoost4J.
 *
 * <p><b>How</b>: models side by side rather than threads inside a model: each worker has one native
 * matrix, binned once and shared by all models it trains, and changes only the labels in between.
 * Two models on a thread each are done sooner than one after the other on two threads. Where there
 * are fewer models than threads, or the copies of the matrix would take more than {@link
 * #COPIES_FLOATS}, the threads work inside the models, unless the matrix is small: XGBoost's
 * threads wait for each other many times a tree, which on a busy machine takes longer than all the
 * work. Balancing is by {@code scale_pos_weight}: weights of rows would enter the bins, and the
 * bins of the first model would be those of the others.
 *
 * <p>Nothing native outlives a call.
 */
public final class XgboostBooster implements BinaryBooster {
  /** The most floats that workers may copy together: 1 GiB. */
  private static final long COPIES_FLOATS = 1L << 28;

  /** A matrix of fewer floats is work for one thread. */
  static final int FEW_FLOATS = 1 << 20;

  @Override
  public List<TreeEnsemble> train(
      TrainingData data, List<BinaryTarget> targets, BoostingOptions options, Parallel parallel) {
    check(data, targets);
    NativeXgboost.require();
    float[] rows = floats(data.x());
    float[] validation = floats(data.validation());
    int workers = workers(rows.length, targets.size(), parallel.threads());
    int threadsEach = rows.length < FEW_FLOATS ? 1 : Math.max(1, parallel.threads() / workers);
    TreeEnsemble[] ensembles = new TreeEnsemble[targets.size()];
    AtomicInteger next = new AtomicInteger();
    AtomicInteger rounds = new AtomicInteger();
    double allRounds = (double) targets.size() * options.rounds();
    Runnable afterRound =
        () -> {
          parallel
              .progress()
              .report(rounds.incrementAndGet() / allRounds, "Training the clusters' classifiers");
          parallel.progress().checkCanceled();
        };
    parallel.forChunks(
        workers,
        1,
        (from, to) -> {
          try (TrainingSession session =
              new TrainingSession(data, rows, validation, options, threadsEach)) {
            for (int k = next.getAndIncrement(); k < ensembles.length; k = next.getAndIncrement()) {
              ensembles[k] = session.train(targets.get(k), afterRound);
            }
          } catch (XGBoostError e) {
            throw new IllegalStateException("XGBoost failed: " + e.getMessage(), e);
          }
        });
    return List.of(ensembles);
  }

  /**
   * Loads the native library, if it is not there yet. Training does it too; this is for those who
   * have other work meanwhile.
   *
   * @throws IllegalStateException if it can't be loaded, with a sentence that says what to install
   */
  public static void loadLibrary() {
    NativeXgboost.require();
  }

  private static void check(TrainingData data, List<BinaryTarget> targets) {
    if (data.x().rows() == 0 || data.x().columns() == 0) {
      throw new IllegalArgumentException(
          "training must have rows and features, got "
              + data.x().rows()
              + " × "
              + data.x().columns());
    }
    for (BinaryTarget target : targets) {
      if (target.positive().length != data.x().rows()
          || target.validationPositive().length != data.validation().rows()) {
        throw new IllegalArgumentException(
            "positive must be one a row, "
                + data.x().rows()
                + " + "
                + data.validation().rows()
                + ", got "
                + target.positive().length
                + " + "
                + target.validationPositive().length);
      }
      int inside = 0;
      for (boolean positive : target.positive()) {
        inside += positive ? 1 : 0;
      }
      if (inside == 0 || inside == target.positive().length) {
        throw new IllegalArgumentException(
            "positive must be true for some rows and false for others, got "
                + inside
                + " of "
                + target.positive().length);
      }
    }
  }

  private static int workers(long floats, int targets, int threads) {
    long copies = Math.max(1, COPIES_FLOATS / Math.max(1, floats));
    return (int) Math.max(1, Math.min(Math.min(targets, threads), copies));
  }

  private static float[] floats(Matrix x) {
    double[] values = x.values();
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }
}

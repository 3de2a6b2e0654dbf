// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.xgboost;

import io.github.recluster.core.boosting.BinaryTarget;
import io.github.recluster.core.boosting.BoostingOptions;
import io.github.recluster.core.boosting.TrainingData;
import io.github.recluster.core.trees.TreeEnsemble;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Trains one model after the other on one native matrix; for one thread at a time. */
final class TrainingSession implements AutoCloseable {
  private static final String VALIDATION = "validation";

  private final BoostingOptions options;
  private final int threads;
  private final DMatrix rows;
  private final DMatrix validation; // null if there is none
  private final double[] validationWeights;

  TrainingSession(
      TrainingData data, float[] rows, float[] validation, BoostingOptions options, int threads)
      throws XGBoostError {
    this.options = options;
    this.threads = threads;
    int columns = data.x().columns();
    this.rows = new DMatrix(rows, data.x().rows(), columns, Float.NaN);
    boolean stops = options.earlyStoppingRounds() > 0 && validation.length > 0;
    this.validation =
        stops ? new DMatrix(validation, data.validation().rows(), columns, Float.NaN) : null;
    this.validationWeights = data.validationWeights();
    if (data.weights().length > 0) {
      float[] weights = new float[data.weights().length];
      for (int i = 0; i < weights.length; i++) {
        weights[i] = (float) data.weights()[i];
      }
      this.rows.setWeight(weights);
    }
  }

  /** Trains a model; {@code afterRound} may throw to stop it. */
  TreeEnsemble train(BinaryTarget target, Runnable afterRound) throws XGBoostError {
    rows.setLabel(labels(target.positive()));
    if (validation != null) {
      validation.setLabel(labels(target.validationPositive()));
      validation.setWeight(weights(target));
    }
    Booster booster = XGBoost.train(rows, parameters(target), 1, new HashMap<>(), null, null);
    try {
      int best = 0;
      double bestLoss = loss(booster, 0);
      for (int round = 1; round < options.rounds(); round++) {
        afterRound.run();
        booster.update(rows, round);
        double loss = loss(booster, round);
        if (validation == null || loss < bestLoss) {
          best = round;
          bestLoss = loss;
        } else if (round - best >= options.earlyStoppingRounds()) {
          break;
        }
      }
      afterRound.run();
      byte[] saved = booster.toByteArray("ubj");
      return XgboostJson.read(new ByteArrayInputStream(saved)).ensemble().first(best + 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      booster.dispose();
    }
  }

  /** The loss on the validation rows: XGBoost says "[round]\tvalidation-logloss:0.123456". */
  private double loss(Booster booster, int round) throws XGBoostError {
    if (validation == null) {
      return 0;
    }
    String said = booster.evalSet(new DMatrix[] {validation}, new String[] {VALIDATION}, round);
    return Double.parseDouble(said.substring(said.lastIndexOf(':') + 1));
  }

  private Map<String, Object> parameters(BinaryTarget target) {
    Map<String, Object> p = new HashMap<>();
    p.put("objective", "binary:logistic");
    p.put("eval_metric", "logloss");
    p.put("max_depth", options.maxDepth());
    p.put("eta", options.learningRate());
    p.put("subsample", options.subsample());
    p.put("colsample_bytree", options.columnSample());
    p.put("min_child_weight", options.minChildWeight());
    p.put("alpha", options.l1());
    p.put("lambda", options.l2());
    p.put("gamma", options.minSplitLoss());
    p.put("tree_method", options.treeMethod().name().toLowerCase(Locale.ROOT));
    p.put("max_bin", options.maxBins());
    p.put("seed", options.seed() & Integer.MAX_VALUE);
    p.put("scale_pos_weight", target.positiveWeight());
    p.put("nthread", threads);
    p.put("verbosity", 0);
    return p;
  }

  private static float[] labels(boolean[] positive) {
    float[] labels = new float[positive.length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = positive[i] ? 1 : 0;
    }
    return labels;
  }

  private float[] weights(BinaryTarget target) {
    float[] weights = new float[target.validationPositive().length];
    for (int i = 0; i < weights.length; i++) {
      double own = validationWeights.length == 0 ? 1 : validationWeights[i];
      weights[i] = (float) (target.validationPositive()[i] ? target.positiveWeight() * own : own);
    }
    return weights;
  }

  @Override
  public void close() {
    rows.dispose();
    if (validation != null) {
      validation.dispose();
    }
  }
}

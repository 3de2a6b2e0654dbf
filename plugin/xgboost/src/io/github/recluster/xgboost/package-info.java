// SPDX-License-Identifier: Apache-2.0
/** XGBoost: training by its native library, and its model files in plain Java. */
package io.github.recluster.xgboost;

// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.xgboost;

import java.util.Locale;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Whether XGBoost's native library can be loaded here, and if not, what to do. */
final class NativeXgboost {
  private NativeXgboost() {}

  /**
   * Loads the library.
   *
   * @throws IllegalStateException with a sentence that says what to install
   */
  static void require() {
    try {
      new DMatrix(new float[] {0}, 1, 1, Float.NaN).dispose();
    } catch (LinkageError | XGBoostError | RuntimeException e) {
      throw new IllegalStateException(
          message(System.getProperty("os.name", ""), System.getProperty("os.arch", ""), e), e);
    }
  }

  /** What to say of a failure on a system. */
  static String message(String system, String processor, Throwable failure) {
    String os = system.toLowerCase(Locale.ROOT);
    boolean arm = processor.equals("aarch64") || processor.equals("arm64");
    String cause = deepest(failure);
    String advice;
    if (os.contains("windows")) {
      advice =
          arm
              ? "There is no XGBoost for Windows on ARM: use a Java for x86_64."
              : "It needs VCOMP140.DLL: install the Microsoft Visual C++ redistributable (x64).";
    } else if (os.contains("mac")) {
      advice = "It needs libomp: install it with \"brew install libomp\".";
    } else if (os.contains("linux")) {
      advice =
          "It needs libgomp: install the package libgomp1 (Debian, Ubuntu) or libgomp (Fedora, Red"
              + " Hat).";
    } else {
      advice = "It exists for Linux, macOS and Windows only.";
    }
    return "XGBoost's native library can't be loaded. " + advice + " (" + cause + ")";
  }

  private static String deepest(Throwable failure) {
    Throwable t = failure;
    while (t.getCause() != null && t.getCause() != t) {
      t = t.getCause();
    }
    return t.getMessage() == null ? t.getClass().getSimpleName() : t.getMessage();
  }
}

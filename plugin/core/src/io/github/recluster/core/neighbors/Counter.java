// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.neighbors;

import io.github.recluster.core.compute.Parallel;
import java.util.concurrent.atomic.AtomicLong;

/** Says how much of a search is done. */
final class Counter {
  private final long total;
  private final Parallel parallel;
  private final AtomicLong done = new AtomicLong();

  Counter(long total, Parallel parallel) {
    this.total = total;
    this.parallel = parallel;
  }

  void add(long more) {
    parallel.progress().report((double) done.addAndGet(more) / total, "Searching neighbors");
  }
}

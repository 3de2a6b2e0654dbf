// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.compute;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/**
 * How much of the machine a stage may use, and whom it tells: a number of threads and a {@link
 * Progress}.
 *
 * <p>Work is cut into chunks whose borders depend on the work alone, never on the number of
 * threads. A stage that writes each chunk's result to the chunk's own place, and adds up in the
 * order of chunks, therefore gives the same bits at any number of threads.
 */
public final class Parallel {
  /** One thread, no progress: for tests and small work. */
  public static final Parallel SERIAL = new Parallel(1, Progress.NONE);

  private static final ExecutorService POOL =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "recluster-worker");
            thread.setDaemon(true);
            return thread;
          });

  private final int threads;
  private final Progress progress;

  /**
   * Describes how to run.
   *
   * @param threads number of threads; 0 takes all processors
   * @throws IllegalArgumentException if negative
   */
  public Parallel(int threads, Progress progress) {
    if (threads < 0) {
      throw new IllegalArgumentException("threads must be 0 (all) or more, got " + threads);
    }
    this.threads = threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
    this.progress = progress;
  }

  /** Number of threads, at least 1. */
  public int threads() {
    return threads;
  }

  /** Where to report, and to hear of cancellation. */
  public Progress progress() {
    return progress;
  }

  /** The same threads, for the part of the work between two fractions of the progress. */
  public Parallel part(double from, double to) {
    return new Parallel(threads, progress.part(from, to));
  }

  /** The same threads, for work that says nothing of how far it is. */
  public Parallel silent() {
    return new Parallel(threads, progress.silent());
  }

  /** What to do with the items {@code from} (inclusive) to {@code to} (exclusive). */
  @FunctionalInterface
  public interface Chunk {
    /** Does them. */
    void run(int from, int to);
  }

  /**
   * Cuts 0 … n−1 into chunks of {@code size} items and runs them all, in any order, on all threads.
   * Returns when all are done; looks for cancellation before every chunk.
   *
   * @throws java.util.concurrent.CancellationException if the user asked to stop
   * @throws RuntimeException the first one that a chunk threw
   */
  public void forChunks(int n, int size, Chunk chunk) {
    int chunks = (int) (((long) n + size - 1) / size);
    AtomicInteger next = new AtomicInteger();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Runnable worker =
        () -> {
          try {
            for (int c = next.getAndIncrement(); c < chunks; c = next.getAndIncrement()) {
              if (failure.get() != null) {
                return;
              }
              progress.checkCanceled();
              int from = c * size;
              chunk.run(from, (int) Math.min(n, (long) from + size));
            }
          } catch (Throwable t) { // handed to the caller's thread below
            failure.compareAndSet(null, t);
          }
        };
    int helpers = Math.min(threads, chunks) - 1;
    Future<?>[] futures = new Future<?>[Math.max(0, helpers)];
    for (int i = 0; i < futures.length; i++) {
      futures[i] = POOL.submit(worker);
    }
    worker.run();
    await(futures);
    Throwable t = failure.get();
    if (t instanceof RuntimeException e) {
      throw e;
    } else if (t instanceof Error e) {
      throw e;
    }
  }

  /** Waits for helpers even where this thread is interrupted: they write to shared arrays. */
  private static void await(Future<?>[] futures) {
    boolean interrupted = false;
    for (Future<?> future : futures) {
      while (true) {
        try {
          future.get();
          break;
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          throw new IllegalStateException(e); // the worker catches everything
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}

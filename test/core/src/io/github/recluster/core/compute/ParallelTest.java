// SPDX-License-Identifier: Apache-2.0
package io.github.recluster.core.compute;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ParallelTest {
  /** Remembers what was said; stops once {@code left} questions were asked. */
  private static final class Listener implements Progress {
    final List<String> said = new ArrayList<>();
    int left = Integer.MAX_VALUE;

    @Override
    public void report(double fraction, String message) {
      said.add(fraction + " " + message);
    }

    @Override
    public boolean canceled() {
      return left-- <= 0;
    }
  }

  @Test
  @Tag("law")
  void everyItemIsDoneOnceInChunksThatThreadsDoNotMove() {
    for (int threads : new int[] {1, 2, 5}) {
      AtomicIntegerArray chunks = new AtomicIntegerArray(10);
      new Parallel(threads, Progress.NONE)
          .forChunks(
              10,
              4,
              (from, to) -> {
                for (int i = from; i < to; i++) {
                  chunks.addAndGet(i, 100 * from + to);
                }
              });
      assertEquals("[4, 4, 4, 4, 408, 408, 408, 408, 810, 810]", chunks.toString());
    }
    Parallel.SERIAL.forChunks(
        0,
        4,
        (from, to) -> {
          throw new AssertionError("nothing to do");
        });
  }

  @Test
  @Tag("law")
  void asManyThreadsWorkAsWereAskedForAndNoMore() {
    CyclicBarrier together = new CyclicBarrier(3);
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    new Parallel(3, Progress.NONE)
        .forChunks(
            12,
            1,
            (from, to) -> {
              most.accumulateAndGet(now.incrementAndGet(), Math::max);
              try {
                together.await(20, TimeUnit.SECONDS);
                Thread.sleep(2);
              } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                throw new IllegalStateException(e);
              }
              now.decrementAndGet();
            });
    assertEquals(3, most.get());
    assertEquals(
        Runtime.getRuntime().availableProcessors(), new Parallel(0, Progress.NONE).threads());
  }

  @Test
  @Tag("edge")
  void whatAChunkThrowsComesOutAndEndsTheWork() {
    RuntimeException one = new IllegalStateException("no");
    AtomicInteger done = new AtomicInteger();
    for (int threads : new int[] {1, 3}) {
      Parallel parallel = new Parallel(threads, Progress.NONE);
      done.set(0);
      Parallel.Chunk oneFails =
          (from, to) -> {
            if (from == 0) {
              throw one;
            }
            done.incrementAndGet();
            sleep(1);
          };
      assertSame(
          one,
          assertThrows(IllegalStateException.class, () -> parallel.forChunks(1000, 1, oneFails)));
      assertTrue(done.get() < 500, done + " chunks after it");
    }
    assertThrows(
        StackOverflowError.class,
        () ->
            Parallel.SERIAL.forChunks(
                1,
                1,
                (from, to) -> {
                  throw new StackOverflowError();
                }));
    assertEquals(
        "threads must be 0 (all) or more, got -1",
        assertThrows(IllegalArgumentException.class, () -> new Parallel(-1, Progress.NONE))
            .getMessage());
  }

  @Test
  @Tag("edge")
  void beforeEachChunkItIsAskedWhetherToStop() {
    Listener listener = new Listener();
    listener.left = 3;
    AtomicInteger done = new AtomicInteger();
    Parallel parallel = new Parallel(1, listener).part(0, 0.5).silent();
    assertThrows(
        CancellationException.class,
        () -> parallel.forChunks(9, 1, (from, to) -> done.incrementAndGet()));
    assertEquals(3, done.get());
    parallel.progress().report(0.5, "silent");
    assertEquals(List.of(), listener.said);
  }

  @Test
  @Tag("edge")
  void aThreadThatIsInterruptedWaitsForItsHelpersAndStaysInterrupted() {
    Thread caller = Thread.currentThread();
    AtomicInteger begun = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    caller.interrupt();
    new Parallel(2, Progress.NONE)
        .forChunks(
            2,
            1,
            (from, to) -> {
              begun.incrementAndGet();
              while (begun.get() < 2) {
                Thread.onSpinWait();
              }
              if (Thread.currentThread() != caller) {
                sleep(50); // the caller has nothing more to do
              }
              done.incrementAndGet();
            });
    assertTrue(Thread.interrupted());
    assertEquals(2, done.get());
    assertFalse(Thread.interrupted());
  }

  private static void sleep(int milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  @Tag("law")
  void aPartOfTheProgressLiesBetweenItsFractions() {
    Listener listener = new Listener();
    Progress part = listener.part(0.5, 0.75);
    part.report(0, "a");
    part.report(0.5, "b");
    part.report(7, "c");
    part.report(-7, "d");
    part.silent().report(0.5, "e");
    assertArrayEquals(
        new String[] {"0.5 a", "0.625 b", "0.75 c", "0.5 d"}, listener.said.toArray());
    assertFalse(part.silent().canceled());
    listener.left = 0;
    assertTrue(part.canceled() && part.silent().canceled());
  }
}

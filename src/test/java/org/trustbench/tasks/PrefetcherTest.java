package org.trustbench.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PrefetcherTest {
  @Test
  void things_come_in_their_order_and_the_end_is_lasting() {
    List<Integer> expected = IntStream.range(0, 1_000).boxed().toList();
    Iterator<Integer> source = expected.iterator();
    List<Integer> taken = new ArrayList<>();
    try (Prefetcher<Integer, RuntimeException> ahead =
        new Prefetcher<>("test", () -> source.hasNext() ? source.next() : null)) {
      for (Integer next = ahead.next(); next != null; next = ahead.next()) {
        taken.add(next);
      }
      assertThat(ahead.next()).isNull();
    }
    assertThat(taken).isEqualTo(expected);
  }

  @Test
  void what_goes_wrong_is_met_in_its_place_and_again_whatever_it_is() throws Exception {
    for (Throwable fault :
        List.of(new IOException("cut"), new IllegalStateException("no"), new AssertionError("x"))) {
      Iterator<Integer> source = List.of(1, 2).iterator();
      try (Prefetcher<Integer, Exception> ahead =
          new Prefetcher<>(
              "test",
              () -> {
                if (source.hasNext()) {
                  return source.next();
                }
                if (fault instanceof Error error) {
                  throw error;
                }
                throw (Exception) fault;
              })) {
        assertThat(ahead.next()).isEqualTo(1);
        assertThat(ahead.next()).isEqualTo(2);
        assertThatThrownBy(ahead::next).isSameAs(fault);
        assertThatThrownBy(ahead::next).isSameAs(fault);
      }
    }
  }

  @Test
  void closing_early_ends_the_other_thread_where_it_waits() throws Exception {
    CountDownLatch ended = new CountDownLatch(1);
    Prefetcher<Integer, InterruptedException> ahead =
        new Prefetcher<>(
            "test",
            () -> {
              try {
                new CountDownLatch(1).await();
                return 1;
              } finally {
                ended.countDown();
              }
            });
    ahead.close();
    assertThat(ended.getCount()).isZero();
  }
}

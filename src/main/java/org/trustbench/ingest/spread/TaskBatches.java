package org.trustbench.ingest.spread;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;

/** Packs what is to be done into tasks of about the same size, so that small work costs little. */
final class TaskBatches {
  /** So many tasks at least keep a few cores busy to the end, where there is enough to do. */
  private static final int FEWEST = 16;

  private static final long LEAST_BYTES = 1 << 20;
  private static final long MOST_BYTES = 64 << 20;

  private TaskBatches() {}

  /**
   * Packs items in their order.
   *
   * @param bytes how much is read of an item
   * @return the batches, the largest first
   */
  static <T> List<ArrayList<T>> of(List<T> items, ToLongFunction<T> bytes) {
    long all = items.stream().mapToLong(bytes).sum();
    long room = Math.max(LEAST_BYTES, Math.min(MOST_BYTES, all / FEWEST));
    List<Batch<T>> batches = new ArrayList<>();
    Batch<T> last = null;
    for (T item : items) {
      long size = bytes.applyAsLong(item);
      if (last == null || last.bytes + size > room) {
        last = new Batch<>();
        batches.add(last);
      }
      last.items.add(item);
      last.bytes += size;
    }
    batches.sort(Comparator.comparingLong((Batch<T> batch) -> batch.bytes).reversed());
    return batches.stream().map(batch -> batch.items).toList();
  }

  private static final class Batch<T> {
    final ArrayList<T> items = new ArrayList<>();
    long bytes;
  }
}

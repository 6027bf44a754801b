package org.trustbench.jobs.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.StorageLevel;
import org.trustbench.tasks.TaskRunner.Shuffle;
import org.trustbench.tasks.TaskRunner.Split;
import org.trustbench.tasks.TaskRunner.Task;
import scala.Tuple2;

/** Parts that Spark keeps on the disks of its executors and brings together by its shuffle. */
final class SparkShuffle<S> implements Shuffle<S> {
  private final JavaPairRDD<Integer, Split<S>> splits;
  private final List<S> came;

  /** A part with the number of the item that it came from. */
  private record Numbered(int item, Serializable content) implements Serializable {}

  <T> SparkShuffle(JavaSparkContext spark, List<T> items, Task<T, Split<S>> task) {
    WorkerStart start = WorkerStart.now();
    List<Tuple2<Integer, T>> numbered =
        IntStream.range(0, items.size()).mapToObj(i -> new Tuple2<>(i, items.get(i))).toList();
    splits =
        spark
            .parallelizePairs(numbered, items.size())
            .mapValues(
                item -> {
                  start.begin();
                  return task.of(item);
                })
            .persist(StorageLevel.DISK_ONLY());
    came =
        SparkTaskRunner.failing(
            () ->
                splits.mapValues(Split::came).collect().stream()
                    .sorted(Comparator.comparing(Tuple2::_1))
                    .map(Tuple2::_2)
                    .toList());
  }

  @Override
  public List<S> came() {
    return came;
  }

  @Override
  public int joins() {
    return splits.getNumPartitions();
  }

  @Override
  public <R> List<R> join(Task<List<Serializable>, R> task) {
    WorkerStart start = WorkerStart.now();
    JavaRDD<R> joined =
        splits
            .flatMapToPair(
                item ->
                    item._2().parts().stream()
                        .map(
                            part ->
                                new Tuple2<>(
                                    part.bucket(), new Numbered(item._1(), part.content())))
                        .iterator())
            .groupByKey()
            .values()
            .map(
                parts -> {
                  start.begin();
                  List<Numbered> sorted = new ArrayList<>();
                  parts.forEach(sorted::add);
                  sorted.sort(Comparator.comparingInt(Numbered::item));
                  return task.of(sorted.stream().map(Numbered::content).toList());
                });
    return SparkTaskRunner.failing(joined::collect);
  }

  @Override
  public void close() {
    splits.unpersist();
  }
}

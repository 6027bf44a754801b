package org.trustbench.jobs.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkException;
import org.apache.spark.SparkStageInfo;
import org.apache.spark.api.java.JavaSparkContext;
import org.trustbench.PipelineException;
import org.trustbench.jobs.terminal.Failure;
import org.trustbench.jobs.terminal.Progress;
import org.trustbench.message.FailureCause;
import org.trustbench.tasks.LocalShuffle;
import org.trustbench.tasks.TaskRunner;
import org.trustbench.tasks.ThreadPool;

/**
 * Runs tasks on Spark's executors, which are started when they are first needed. Where Spark would
 * run in this process, there is little to read and nobody gave options that it alone obeys, threads
 * do without it: they are done before it has started.
 */
public final class SparkTaskRunner implements TaskRunner, AutoCloseable {
  /**
   * How much has to be read for Spark to be started in this process, a size as Spark takes them.
   */
  private static final String MUCH = "spark.trustbench.startAbove";

  private static final Pattern NUMBER = Pattern.compile("local\\[(\\d+).*");

  private final SparkConf conf;
  private final SparkOptions options;
  private final Runnable whenReady;
  private CompletableFuture<JavaSparkContext> starting;

  /** Whether what is read can be read on this machine alone. */
  private boolean isOfThisMachine;

  /**
   * Makes runner.
   *
   * @param conf Spark's settings; its master, if they name none, is this process
   * @param whenReady run when Spark is there
   */
  public SparkTaskRunner(SparkConf conf, Runnable whenReady) {
    this.conf = conf;
    this.options = new SparkOptions(conf);
    this.whenReady = whenReady;
    if (options.isDriverElsewhere()) {
      start();
    }
  }

  /** Has everything read by threads of this process where Spark's would be on other machines. */
  public void stayHere() {
    isOfThisMachine = !options.isHere();
  }

  private boolean isOnThreads() {
    return starting == null || isOfThisMachine;
  }

  @Override
  public void expect(long bytes) {
    if (isOfThisMachine) {
      return;
    }
    boolean isAsked = !options.idleWithoutSpark().isEmpty() && !conf.contains(MUCH);
    if (!options.isHere() || isAsked || bytes > much()) {
      start();
    }
  }

  @Override
  public <T, R> List<R> each(List<T> items, long bytes, Task<T, R> task) {
    expect(bytes);
    return isOnThreads()
        ? here(items.size(), bytes, task, counted -> ThreadPool.each(threads(), items, counted))
        : elsewhere(items.size(), bytes, spark -> each(spark, items, task));
  }

  @Override
  public <T, S> Shuffle<S> shuffle(List<T> items, long bytes, Task<T, Split<S>> task) {
    expect(bytes);
    return isOnThreads()
        ? watched(
            here(items.size(), bytes, task, counted -> LocalShuffle.of(threads(), items, counted)),
            bytes)
        : watched(elsewhere(items.size(), bytes, spark -> shuffle(spark, items, task)), bytes);
  }

  /** Shows how far the second step has come, too. */
  private <S> Shuffle<S> watched(Shuffle<S> shuffle, long bytes) {
    return new Shuffle<>() {
      @Override
      public List<S> came() {
        return shuffle.came();
      }

      @Override
      public int joins() {
        return shuffle.joins();
      }

      @Override
      public <R> List<R> join(Task<List<Serializable>, R> task) {
        return isOnThreads()
            ? here(joins(), bytes, task, shuffle::join)
            : elsewhere(joins(), bytes, spark -> shuffle.join(task));
      }

      @Override
      public void close() {
        shuffle.close();
      }
    };
  }

  /** Counts on the way what threads have done. */
  private static <T, S, R> R here(
      int tasks, long bytes, Task<T, S> task, Function<Task<T, S>, R> work) {
    AtomicInteger done = new AtomicInteger();
    return shown(
        tasks,
        bytes,
        done::get,
        () ->
            work.apply(
                item -> {
                  S result = task.of(item);
                  done.incrementAndGet();
                  return result;
                }));
  }

  /** Asks Spark now and then what it has done. */
  private <R> R elsewhere(int tasks, long bytes, Function<JavaSparkContext, R> work) {
    JavaSparkContext spark = spark();
    return shown(tasks, bytes, () -> finished(spark), () -> work.apply(spark));
  }

  private static int finished(JavaSparkContext spark) {
    int finished = 0;
    for (int stage : spark.statusTracker().getActiveStageIds()) {
      SparkStageInfo info = spark.statusTracker().getStageInfo(stage);
      finished += info == null ? 0 : info.numCompletedTasks();
    }
    return finished;
  }

  private static <R> R shown(int tasks, long bytes, IntSupplier done, Supplier<R> work) {
    Progress progress = Progress.onTerminal(tasks, bytes, done);
    try {
      return work.get();
    } finally {
      progress.close();
    }
  }

  /** One task of Spark for each item, and then one for each bucket. */
  public static <T, S> Shuffle<S> shuffle(
      JavaSparkContext spark, List<T> items, Task<T, Split<S>> task) {
    return new SparkShuffle<>(spark, items, task);
  }

  /** One task of Spark for each item. */
  public static <T, R> List<R> each(JavaSparkContext spark, List<T> items, Task<T, R> task) {
    WorkerStart start = WorkerStart.now();
    return failing(
        () ->
            spark
                .parallelize(items, items.size())
                .map(
                    item -> {
                      start.begin();
                      return task.of(item);
                    })
                .collect());
  }

  /** Has Spark do something, and says in a line why its tasks failed. */
  static <R> R failing(Supplier<R> work) {
    try {
      return work.get();
    } catch (Exception e) {
      if (e instanceof SparkException && Failure.find(e, PipelineException.class) == null) {
        throw PipelineException.failed("Spark's tasks failed: " + FailureCause.of(e), e);
      }
      throw e;
    }
  }

  /** Spark itself, started if it has not been. */
  public JavaSparkContext spark() {
    start();
    JavaSparkContext spark = started();
    whenReady.run();
    return spark;
  }

  private JavaSparkContext started() {
    try {
      return starting.join();
    } catch (CompletionException e) {
      PipelineException known = Failure.find(e, PipelineException.class);
      throw known != null
          ? known
          : PipelineException.failed(
              "Spark did not start with master %s: %s"
                  .formatted(options.master(), FailureCause.of(e)),
              e);
    }
  }

  /** Names of the options given that were of no effect, because Spark had nothing to do. */
  public List<String> idleOptions() {
    if (starting != null) {
      return List.of();
    }
    List<String> idle = new ArrayList<>(options.idleWithoutSpark());
    if (!options.isHere()) {
      idle.add("spark.master");
    }
    return idle;
  }

  /** How many jobs Spark ran; 0 where it had nothing to do, whether or not it could start. */
  public int jobs() {
    return starting == null || !starting.isDone() || starting.isCompletedExceptionally()
        ? 0
        : started().statusTracker().getJobIdsForGroup(null).length;
  }

  private void start() {
    if (starting == null) {
      // A thread of its own, which takes over the class loader that spark-submit put the jar in.
      starting =
          CompletableFuture.supplyAsync(
              new SparkStart(conf, options)::start,
              start -> new Thread(start, "start of Spark").start());
    }
  }

  private long much() {
    try {
      return conf.getSizeAsBytes(MUCH, "512m");
    } catch (NumberFormatException e) {
      throw PipelineException.usage(
          "%s \"%s\" is no size: write one such as 512m, or 0".formatted(MUCH, conf.get(MUCH)));
    }
  }

  /** As many as Spark would have here: the number in {@code local[2]}. */
  private int threads() {
    Matcher number = NUMBER.matcher(options.master());
    return options.master().equals("local")
        ? 1
        : number.matches() ? Integer.parseInt(number.group(1)) : ThreadPool.all();
  }

  @Override
  public void close() {
    if (starting != null && !starting.isCompletedExceptionally()) {
      starting.handle((spark, failure) -> spark).thenAccept(SparkTaskRunner::close).join();
    }
  }

  private static void close(JavaSparkContext spark) {
    if (spark != null) {
      spark.close();
    }
  }
}

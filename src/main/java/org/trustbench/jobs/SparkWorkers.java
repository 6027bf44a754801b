package org.trustbench.jobs;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.trustbench.PipelineException;
import org.trustbench.Threads;
import org.trustbench.Workers;

/**
 * Spark's executors, started when they are first needed. Where Spark would run in this process and
 * there is little to read, threads do without it: they are done before it has started.
 */
public final class SparkWorkers implements Workers, AutoCloseable {
  /**
   * How much has to be read for Spark to be started in this process, a size as Spark takes them.
   */
  private static final String MUCH = "spark.trustbench.startAbove";

  private static final Pattern NUMBER = Pattern.compile("local\\[(\\d+).*");

  private final SparkConf conf;
  private final Runnable whenReady;
  private CompletableFuture<JavaSparkContext> starting;

  /**
   * Makes workers.
   *
   * @param conf Spark's settings; its master, if they name none, is this process
   * @param whenReady run when Spark is there
   */
  SparkWorkers(SparkConf conf, Runnable whenReady) {
    this.conf = conf;
    this.whenReady = whenReady;
  }

  @Override
  public void expect(long bytes) {
    if (bytes > (isHere() ? much() : 0)) {
      start();
    }
  }

  @Override
  public <T, R> List<R> each(List<T> items, long bytes, Task<T, R> task) {
    expect(bytes);
    return starting == null ? Threads.each(threads(), items, task) : each(spark(), items, task);
  }

  /** One task of Spark for each item. */
  public static <T, R> List<R> each(JavaSparkContext spark, List<T> items, Task<T, R> task) {
    return spark.parallelize(items, items.size()).map(task::of).collect();
  }

  /** Spark itself, started if it has not been. */
  JavaSparkContext spark() {
    start();
    JavaSparkContext spark = starting.join();
    whenReady.run();
    return spark;
  }

  /** How many jobs Spark ran; 0 where it was not started. */
  int jobs() {
    return starting == null ? 0 : starting.join().statusTracker().getJobIdsForGroup(null).length;
  }

  private void start() {
    if (starting == null) {
      // A thread of its own, which takes over the class loader that spark-submit put the jar in.
      starting =
          CompletableFuture.supplyAsync(
              this::started, start -> new Thread(start, "start of Spark").start());
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

  private String master() {
    return conf.get("spark.master", "local[*]");
  }

  private boolean isHere() {
    return master().startsWith("local");
  }

  /** As many as Spark would have here: the number in {@code local[2]}. */
  private int threads() {
    Matcher number = NUMBER.matcher(master());
    return master().equals("local")
        ? 1
        : number.matches() ? Integer.parseInt(number.group(1)) : Threads.all();
  }

  private JavaSparkContext started() {
    conf.set("spark.master", master());
    conf.setIfMissing("spark.app.name", "trustbench");
    if (isHere()) {
      conf.setIfMissing("spark.ui.enabled", "false");
    }
    if (master().matches("local.*|spark://(127\\.0\\.0\\.1|localhost):.*")) {
      conf.setIfMissing("spark.driver.host", "localhost");
      conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
    }
    return new JavaSparkContext(conf);
  }

  @Override
  public void close() {
    if (starting != null) {
      starting.join().close();
    }
  }
}

package org.trustbench.support;

import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.trustbench.jobs.spark.SparkTaskRunner;
import org.trustbench.tasks.TaskRunner;

/** One Spark of two cores for the tests of a class. */
public final class SharedSpark implements BeforeAllCallback, AfterAllCallback {
  private JavaSparkContext spark;

  @Override
  public void beforeAll(ExtensionContext context) {
    spark =
        new JavaSparkContext(
            new SparkConf()
                .setMaster("local[2]")
                .setAppName("test")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.host", "localhost")
                .set("spark.driver.bindAddress", "127.0.0.1"));
  }

  @Override
  public void afterAll(ExtensionContext context) {
    spark.close();
  }

  public JavaSparkContext context() {
    return spark;
  }

  /** Its executors, however little there is to do. */
  public TaskRunner runner() {
    return new TaskRunner() {
      @Override
      public <T, R> List<R> each(List<T> items, long bytes, Task<T, R> task) {
        return SparkTaskRunner.each(spark, items, task);
      }

      @Override
      public <T, S> Shuffle<S> shuffle(List<T> items, long bytes, Task<T, Split<S>> task) {
        return SparkTaskRunner.shuffle(spark, items, task);
      }
    };
  }
}

package org.trustbench.support;

import org.apache.spark.api.java.JavaSparkContext;
import org.trustbench.ingest.Ingest;

/** Fails where Spark is asked for, or only expected. */
public final class NoSpark implements Ingest.SparkWhenNeeded {
  @Override
  public JavaSparkContext spark() {
    throw new AssertionError("Spark was asked for");
  }

  @Override
  public void expectSpark() {
    throw new AssertionError("Spark was expected");
  }
}

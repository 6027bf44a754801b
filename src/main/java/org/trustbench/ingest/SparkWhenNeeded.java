package org.trustbench.ingest;

import org.apache.spark.api.java.JavaSparkContext;

/** Spark, which takes long to start and is not needed where nothing has to be read. */
@FunctionalInterface
public interface SparkWhenNeeded {
  /** Spark, started the first time it is asked for. */
  JavaSparkContext spark();

  /** Begins to start Spark while something else is done, where it is sure to be needed. */
  default void expectSpark() {}
}

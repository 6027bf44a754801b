package org.trustbench.lake.catalog;

/**
 * A lake that an earlier version made, whose rows do not say which ingest wrote them: where two
 * runs met in it, what it holds twice cannot be told from what it holds once.
 */
public final class EarlierShapeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EarlierShapeException() {
    super("the lake's rows do not say which ingest wrote them");
  }
}

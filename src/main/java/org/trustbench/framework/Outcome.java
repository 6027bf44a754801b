package org.trustbench.framework;

import java.util.Locale;

/** What a judgement says of the work: the four outcomes every answer code comes down to. */
public enum Outcome {
  SUFFICIENT,
  INSUFFICIENT,
  NOT_APPLICABLE,
  NOT_RECORDED;

  private final String id = name().toLowerCase(Locale.ROOT);

  /** The word used in every table: {@code sufficient}, {@code not_applicable} and so on. */
  public String id() {
    return id;
  }
}

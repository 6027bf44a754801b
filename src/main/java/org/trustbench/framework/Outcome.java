package org.trustbench.framework;

import java.util.Locale;

/** The outcome of a judgement; every answer code of a framework stands for one of these four. */
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

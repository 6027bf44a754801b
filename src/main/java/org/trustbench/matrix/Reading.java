package org.trustbench.matrix;

/** Which reading of a case a judgement is of. */
public enum Reading {
  /** The one that counts: scores are made of it. */
  FIRST,
  /** Another inspector's, made to see how far two agree; it counts in no score. */
  SECOND
}

package org.trustbench.ingest;

/**
 * Why a submission is refused whole. Thrown while one is read and turned into a value at the edge
 * of the reading of that submission, so that the others go on.
 */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;
  private final Rule rule;
  private final String file;

  Refusal(Rule rule, String file, String reason) {
    super(reason);
    this.rule = rule;
    this.file = file;
  }

  Rule rule() {
    return rule;
  }

  /** The file that is to blame, or the folder. */
  String file() {
    return file;
  }
}

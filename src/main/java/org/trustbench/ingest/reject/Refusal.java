package org.trustbench.ingest.reject;

/**
 * Why a submission is refused whole. Thrown while one is read and turned into a value at the edge
 * of the reading of that submission, so that the others go on.
 */
public final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;
  private final RejectRule rule;
  private final String file;

  public Refusal(RejectRule rule, String file, String reason) {
    super(reason);
    this.rule = rule;
    this.file = file;
  }

  public RejectRule rule() {
    return rule;
  }

  /** The file that is to blame, or the folder. */
  public String file() {
    return file;
  }
}

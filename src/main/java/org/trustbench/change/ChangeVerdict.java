package org.trustbench.change;

import org.trustbench.stats.Verdict;

/** How a later score stands to an earlier one of the same institution. */
public enum ChangeVerdict {
  IMPROVED("improved"),
  DECLINED("declined"),
  NO_CLEAR_CHANGE("no clear change"),
  NOT_COMPARED("not compared");

  private final String label;

  ChangeVerdict(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /** Whether the change is more than chance. */
  public boolean isClear() {
    return this == IMPROVED || this == DECLINED;
  }

  /** Of the later score set against the earlier one. */
  static ChangeVerdict of(Verdict later) {
    return switch (later) {
      case HIGHER -> IMPROVED;
      case LOWER -> DECLINED;
      case SIMILAR -> NO_CLEAR_CHANGE;
      case NOT_COMPARED -> NOT_COMPARED;
    };
  }
}

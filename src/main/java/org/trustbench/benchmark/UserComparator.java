package org.trustbench.benchmark;

import java.util.List;

/** A comparator of the user's own, with which every institution is compared. */
public sealed interface UserComparator {
  /** What {@code --comparator} takes. */
  String id();

  /** What tables call it. */
  String label();

  /**
   * A group of institutions, which the one that is compared need not belong to.
   *
   * @param trusts their codes
   */
  record Group(String id, String label, List<String> trusts) implements UserComparator {}

  /**
   * A value that is no average of anybody.
   *
   * @param value a proportion
   */
  record FixedValue(String id, String label, double value) implements UserComparator {}
}

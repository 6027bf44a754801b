package org.trustbench.framework;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * An institution that is no more, and those that took over its work.
 *
 * @param code the institution's own
 * @param by codes of its successors: one, or several that its work was divided among
 * @param on the first day of theirs
 * @param line of {@code trusts.csv}
 */
public record SucceededInstitution(String code, List<String> by, LocalDate on, long line)
    implements Serializable {

  /** Whether a day is after the institution's last; one that is not known is not. */
  public boolean isOver(LocalDate day) {
    return day != null && !day.isBefore(on);
  }
}

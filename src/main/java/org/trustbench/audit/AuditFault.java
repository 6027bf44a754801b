package org.trustbench.audit;

import java.io.Serializable;

/**
 * Something wrong in the stored rows of an inspection, as an audit found it.
 *
 * @param audit the audit's name
 * @param reason what is wrong, and where
 */
public record AuditFault(String audit, String reason) implements Serializable {

  /** Whether somebody who knows the inspection may accept it all the same. */
  public boolean isForSomebodyToJudge() {
    return isForSomebodyToJudge(audit);
  }

  /** The same of the audit of a name. */
  public static boolean isForSomebodyToJudge(String audit) {
    return audit.equals(SuddenChange.ID);
  }
}

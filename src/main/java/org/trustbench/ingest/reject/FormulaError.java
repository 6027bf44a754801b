package org.trustbench.ingest.reject;

import java.util.regex.Pattern;

/** The errors that spreadsheet programs show where a formula has no value. */
public final class FormulaError {
  private static final Pattern SHOWN =
      Pattern.compile(
          "#(N/A|REF!|VALUE!|DIV/0!|NAME\\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|GETTING_DATA)|Err:[0-9]{3}",
          Pattern.CASE_INSENSITIVE);

  private FormulaError() {}

  public static boolean isOne(String text) {
    String shown = text.strip();
    boolean mayBe = !shown.isEmpty() && "#Ee".indexOf(shown.charAt(0)) >= 0;
    return mayBe && SHOWN.matcher(shown).matches();
  }
}

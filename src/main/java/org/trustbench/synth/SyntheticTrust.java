package org.trustbench.synth;

import java.time.LocalDate;

/**
 * One inspection to make up: whose it is and how it is sent. All numbers come from the profile, so
 * that trusts which swap profiles swap everything but names and dates.
 *
 * @param code the trust's code in the framework
 * @param profile the name of a profile, and behind {@code #} the number of its random stream
 * @param spelling what its manifest calls the trust; any spelling that the framework knows
 * @param caseload everyone the trust works with
 * @param tranche its tranche when the framework does not know it; null if none
 * @param format how its files are written
 */
public record SyntheticTrust(
    String code,
    String profile,
    String spelling,
    int caseload,
    String tranche,
    LocalDate start,
    LocalDate end,
    LocalDate published,
    FileFormat format) {

  String profileName() {
    int mark = profile.indexOf('#');
    return mark < 0 ? profile : profile.substring(0, mark);
  }

  /** Names the inspection by trust and month of publication. */
  public String inspectionId() {
    return "%s-%04d-%02d".formatted(code, published.getYear(), published.getMonthValue());
  }
}

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
 * @param round 1 for the first time that it is inspected; what a later one draws is its own
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
    int round,
    FileFormat format) {

  private static final int YEARS_BETWEEN = 2;

  /** The same, inspected another time: two years later for each round. */
  SyntheticTrust inRound(int other) {
    long years = (long) YEARS_BETWEEN * (other - round);
    return new SyntheticTrust(
        code,
        profile,
        spelling,
        caseload,
        tranche,
        start.plusYears(years),
        end.plusYears(years),
        published.plusYears(years),
        other,
        format);
  }

  /** The names of random streams that a round has for itself; of the first as they always were. */
  String streamOfRound() {
    return round == 1 ? profile : profile + " round " + round;
  }

  String profileName() {
    int mark = profile.indexOf('#');
    return mark < 0 ? profile : profile.substring(0, mark);
  }

  /** Names the inspection by trust and month of publication. */
  public String inspectionId() {
    return "%s-%04d-%02d".formatted(code, published.getYear(), published.getMonthValue());
  }
}

package org.trustbench.draft;

import java.util.List;
import java.util.Map;

/**
 * The roles that a draft gives to the columns of an extract.
 *
 * @param trust the column of the institution
 * @param isTrustDecided whether somebody said so
 * @param otherTrusts columns that might be the institution instead, the likeliest first
 * @param caseKey columns that tell cases apart; empty where none do
 * @param date the column with a day of each case; null if there is none
 * @param datePatterns how its days may be read
 * @param isDateSure whether there is no other column of days
 * @param synthetic the column that says yes of invented rows; null if there is none
 * @param questions wide: groups of columns of answers
 * @param question long: the column that names the question; null in a wide file
 * @param answer long: the column of the answer; null in a wide file
 * @param attributes columns of what is known of a case
 * @param dimensions columns of what institutions are grouped by
 * @param scope the column that tells which rows have answers at all; null if all have
 * @param scopeValues its values in rows that have
 * @param unused every other column, with the reason
 */
record ColumnRoles(
    String trust,
    boolean isTrustDecided,
    List<String> otherTrusts,
    List<String> caseKey,
    String date,
    List<String> datePatterns,
    boolean isDateSure,
    String synthetic,
    List<List<String>> questions,
    String question,
    String answer,
    List<String> attributes,
    List<String> dimensions,
    String scope,
    List<String> scopeValues,
    Map<String, String> unused) {

  boolean isLong() {
    return question != null;
  }
}

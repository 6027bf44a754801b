package org.trustbench.draft;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the heading of a column says of its values. */
final class ColumnNames {
  /** Words for an institution, the surest first. */
  private static final List<String> INSTITUTIONS =
      List.of(
          "trust",
          "local authority",
          "council",
          "authority",
          "institution",
          "organisation|organization",
          "school",
          "hospital",
          "prison",
          "force",
          "college",
          "provider",
          "establishment",
          "pool|home|centre|site|service",
          "area|district|county|region");

  private static final Pattern KEY =
      Pattern.compile(".*\\b(id|no|number|num|ref|reference|key|urn|code|case)\\b.*|.*number");

  private static final Pattern PLACE =
      Pattern.compile(
          ".*\\b(region|area|county|district|division|board|country|tranche|cluster)\\b.*");

  private static final Pattern DAY =
      Pattern.compile(".*\\b(inspected|inspection|visit|visited|assessed|assessment)\\b.*");

  private static final Pattern SCOPE =
      Pattern.compile(".*\\b(type|status|kind|category|inspection)\\b.*");

  private static final Pattern QUESTION =
      Pattern.compile(
          ".*\\b(question|item|standard|criterion|criteria|indicator|requirement|regulation)\\b.*");

  private static final Pattern ANSWER =
      Pattern.compile(
          ".*\\b(answer|judg\\w*|grade|grading|rating|result|outcome|response|verdict|score)\\b.*");

  private static final Pattern PERSONAL =
      Pattern.compile(
          ".*\\b(name|address|postcode|post code|town|street|phone|telephone|e-?mail|dob|birth"
              + "|surname|forename|inspector|comment|comments|note|notes)\\b.*");

  private ColumnNames() {}

  /** How surely it names an institution, 0 where it does not. */
  static int institution(String name) {
    String words = words(name);
    for (int i = 0; i < INSTITUTIONS.size(); i++) {
      if (words.matches(".*\\b(%s)s?\\b.*".formatted(INSTITUTIONS.get(i)))) {
        boolean isOfAnother = words.matches(".*\\b(type|sector|status|number|code|link)\\b.*");
        return isOfAnother ? 0 : INSTITUTIONS.size() - i;
      }
    }
    return 0;
  }

  /** The word for an institution in a heading, in lower case; empty where there is none. */
  static Optional<String> institutionWord(String name) {
    String words = words(name);
    return INSTITUTIONS.stream()
        .map(word -> Pattern.compile("\\b(%s)s?\\b".formatted(word)).matcher(words))
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .findFirst();
  }

  static boolean isKey(String name) {
    return KEY.matcher(words(name)).matches();
  }

  static boolean isPlace(String name) {
    return PLACE.matcher(words(name)).matches();
  }

  static boolean isDayOfInspection(String name) {
    return DAY.matcher(words(name)).matches();
  }

  static boolean isScope(String name) {
    return SCOPE.matcher(words(name)).matches();
  }

  static boolean isQuestion(String name) {
    return QUESTION.matcher(words(name)).matches();
  }

  static boolean isAnswer(String name) {
    return ANSWER.matcher(words(name)).matches();
  }

  /** Whether its values may tell a person, or are sentences. */
  static boolean isPersonal(String name) {
    return PERSONAL.matcher(words(name)).matches();
  }

  static boolean isSynthetic(String name) {
    return List.of("synthetic", "invented").contains(words(name));
  }

  /** A heading as words in lower case, whether it was written with blanks, _ or CamelCase. */
  private static String words(String name) {
    return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ")
        .replaceAll("[_\\s]+", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }
}

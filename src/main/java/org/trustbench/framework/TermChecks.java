package org.trustbench.framework;

import org.trustbench.terms.Term;
import org.trustbench.terms.Terms;

/** Finds terms that would spoil the sentences, headings and names of sheets they stand in. */
final class TermChecks {
  private final Mistakes mistakes;

  TermChecks(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  void check(Terms terms) {
    term("institution", terms.institution());
    term("case", terms.ofCase());
    if (terms.institution().one().equals(terms.ofCase().one())) {
      mistakes.add(
          FrameworkReader.JSON_FILE,
          "case",
          "\"institution\" and \"case\" are both called \"%s\"".formatted(terms.ofCase().one()),
          "give them words that tell them apart");
    }
  }

  private void term(String place, Term term) {
    word(place + ", one", term.one());
    word(place + ", many", term.many());
  }

  private void word(String place, String word) {
    if (word.isBlank()) {
      if (!word.isEmpty()) {
        add(place, "is blank", "write the word, or take \"%s\" out");
      }
    } else if (!word.equals(word.strip())) {
      add(place, "begins or ends with a blank", "take the blank away");
    } else if (word.codePoints().anyMatch(TermChecks::isUnprintable)) {
      add(
          place,
          "has a line break or another character that does not show",
          "write it on one line, in letters");
    } else if (word.codePoints().noneMatch(Character::isLetter)) {
      add(place, "has no letter", "write the word");
    }
  }

  private void add(String place, String wrong, String fix) {
    mistakes.add(
        FrameworkReader.JSON_FILE, place, wrong, fix.formatted(place.replaceFirst(",.*", "")));
  }

  /** Joiners show in the letters beside them; marks that turn the direction of others do not. */
  private static boolean isUnprintable(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE ->
          true;
      case Character.FORMAT -> character != 0x200C && character != 0x200D;
      default -> false;
    };
  }
}

package org.trustbench.ingest.fill;

import java.util.Arrays;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.trustbench.framework.Attribute;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.MissingMarks;
import org.trustbench.framework.Question;
import org.trustbench.framework.Spelling;
import org.trustbench.ingest.reject.FormulaError;
import org.trustbench.ingest.reject.GuardedText;
import org.trustbench.ingest.reject.LostZeros;
import org.trustbench.ingest.reject.SafeQuoting;
import org.trustbench.matrix.JudgementMatrix;

/** Why rows are rejected, in sentences without identifiers that say what to do. */
public final class RejectReasons {
  /** What stands in a message in place of a value that identifies a case. */
  private static final String A_CASE_ID = "({a case} id)";

  private static final int LONGEST_CASE_ID = 200;

  /** As spreadsheet programs show long numbers in narrow columns. */
  private static final Pattern ROUNDED = Pattern.compile("[+-]?\\d([.,]\\d+)?[eE]\\+\\d{2,3}");

  private final Codebook codebook;
  private final JudgementMatrix matrix;

  public RejectReasons(Codebook codebook, JudgementMatrix matrix) {
    this.codebook = codebook;
    this.matrix = matrix;
  }

  public String unknownQuestion(String questionId) {
    return notAQuestion(quoted(questionId)) + meant(questionId, id -> codebook.question(id) >= 0);
  }

  /**
   * Of a column of a header, which may be a person's name.
   *
   * @param column its place, counted from 0
   */
  public String unknownColumn(String name, int column) {
    return notAQuestion("column %d %s".formatted(column + 1, quoted(name)));
  }

  private String notAQuestion(String quoted) {
    return "%s is not a question of %s version %s: correct it, or use the framework it belongs to"
        .formatted(quoted, codebook.framework().id(), codebook.formVersion());
  }

  String unknownAnswer(String answer, Question question) {
    String doubtful = codebook.doubtfulAnswer(answer);
    if (doubtful != null) {
      return doubtful("answer", answer, doubtful);
    }
    return "answer %s is not an answer to question %s: use %s, or a code for not applicable or not recorded%s"
            .formatted(quoted(answer), question.id(), question.answers(), ifMissing(answer))
        + meant(answer, question.answers()::contains);
  }

  String wrongEvidence(Question question, String evidence) {
    return codebook
        .terms()
        .text(
            "question %s is asked of evidence \"%s\", this {case} is of evidence \"%s\": correct"
                + " the question, or the {case's} evidence",
            question.id(), question.evidence(), evidence);
  }

  /**
   * What is wrong with an attribute that was given and has no code.
   *
   * @param ownId the id of the case, which may stand in the attribute too
   */
  String outsideList(Attribute attribute, String given, String ownId) {
    String doubtful = codebook.doubtfulAttributeCode(codebook.attribute(attribute.id()), given);
    if (doubtful != null) {
      return doubtful(attribute.id(), given, doubtful);
    }
    if (attribute.isOpen() && (MissingMarks.isMark(given) || FormulaError.isOne(given))) {
      return "%s %s names nothing: leave it blank%s"
          .formatted(attribute.id(), quoted(given), ifMissing(given));
    }
    if (attribute.isOpen()) {
      return "%s %s is longer than %d characters or not on one line: a name is meant, not a text"
          .formatted(attribute.id(), SafeQuoting.notQuoted(given), Codebook.LONGEST_OPEN_VALUE);
    }
    return "%s %s is not one of %s: correct it, or leave it blank%s"
            .formatted(
                attribute.id(),
                quoted(given, ownId),
                attribute.values().stream().map(Attribute.Value::code).toList(),
                ifMissing(given))
        + meant(
            given, code -> attribute.values().stream().anyMatch(one -> one.code().equals(code)));
  }

  String unknownEvidence(String given, String ownId) {
    return "evidence %s is not one of %s: correct it"
        .formatted(quoted(given, ownId), codebook.framework().evidence());
  }

  /** Of what a program may have written for a missing value, and a person for a code. */
  private static String doubtful(String what, String given, String code) {
    return "%s %s may be %s, or stand for a missing value, as programs write it: write %s for the one and nothing for the other, or have the framework say which (%s as an alias of %s, or in \"missing\")"
        .formatted(what, SafeQuoting.inMarks(given), code, code, SafeQuoting.inMarks(given), code);
  }

  private static String ifMissing(String given) {
    String mark = given.strip();
    boolean isCode =
        mark.length() == 1 && Character.isLetter(mark.charAt(0))
            || MissingMarks.isMark(mark) && mark.charAt(0) != '?';
    return isCode
        ? "; if it stands for a value that is missing, list it in \"missing\" of the framework or"
            + " layout"
        : "";
  }

  /** The known code that a text most likely was before a spreadsheet program; mostly nothing. */
  private static String meant(String given, Predicate<String> isKnown) {
    return LostZeros.told(given, isKnown) + GuardedText.told(given, isKnown);
  }

  /** What is wrong with a case's id; null where nothing is. */
  public static String caseIdFault(String id) {
    if (id.length() > LONGEST_CASE_ID) {
      return "case_id is longer than %d characters: correct it".formatted(LONGEST_CASE_ID);
    }
    if (ROUNDED.matcher(id).matches()) {
      return "case_id is a number that a spreadsheet has rounded, such as 2.014E+11, and digits of"
          + " it are lost: give its column the format Text, and fill in the ids again from"
          + " where they came";
    }
    if (Arrays.stream(id.split("/", -1)).anyMatch(GuardedText::isOne)) {
      return "case_id is written as =\"…\" or '…, to keep its zeros in a spreadsheet program: take away"
          + " the marks around it, here and wherever the id stands";
    }
    return MissingMarks.isMark(id) || FormulaError.isOne(id)
        ? "case_id %s names nothing: fill it in".formatted(SafeQuoting.inMarks(id))
        : null;
  }

  /** Says that an inspector's id is none; no judgement is rejected for it. */
  static String noInspector(String id) {
    return "inspectors who are not known, since programs write such an id for a missing value (leave it blank, or give the inspector another id): inspector_id %s"
        .formatted(SafeQuoting.inMarks(id));
  }

  public String unknownTrust(String given) {
    return "%s is not in the register of %s: correct the name, or add it as an alias to trusts.csv"
            .formatted(quotable().institution(given), codebook.framework().id())
        + meant(given, code -> codebook.register().find(code).isPresent());
  }

  /** Says that a case differs from an id by zeros in front alone; empty where none does. */
  public String lostZeros(String caseId) {
    if (GuardedText.isOne(caseId)) {
      return " (it is written as =\"…\" or '…, to keep its zeros in a spreadsheet program: take away the"
          + " marks around it)";
    }
    return LostZeros.meant(caseId, id -> matrix.caseNumber(id) >= 0).isEmpty()
        ? ""
        : " (one there differs by zeros in front alone, which spreadsheet programs drop from"
            + " numbers)";
  }

  private SafeQuoting quotable() {
    return new SafeQuoting(codebook.words());
  }

  /** A value, unless it might identify a person. */
  private String quoted(String value) {
    if (FormulaError.isOne(value)) {
      return SafeQuoting.inMarks(value) + ", the error of a formula,";
    }
    return matrix.caseNumber(value) >= 0
        ? codebook.terms().text(A_CASE_ID) + SafeQuoting.unseen(value)
        : quotable().word(value);
  }

  private String quoted(String value, String ownId) {
    return Spelling.folded(value).equals(Spelling.folded(ownId))
        ? codebook.terms().text(A_CASE_ID) + SafeQuoting.unseen(value)
        : quoted(value);
  }
}

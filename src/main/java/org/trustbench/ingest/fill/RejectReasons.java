package org.trustbench.ingest.fill;

import org.trustbench.framework.Attribute;
import org.trustbench.framework.Form;
import org.trustbench.framework.Question;
import org.trustbench.framework.Spelling;
import org.trustbench.ingest.reject.SafeQuoting;
import org.trustbench.matrix.JudgementMatrix;

/** Why rows are rejected, in sentences without identifiers that say what to do. */
public final class RejectReasons {
  /** What stands in a message in place of a value that identifies a case. */
  private static final String A_CASE_ID = "(a case id)";

  private static final int LONGEST_CASE_ID = 200;

  private final Form form;
  private final JudgementMatrix matrix;

  public RejectReasons(Form form, JudgementMatrix matrix) {
    this.form = form;
    this.matrix = matrix;
  }

  public String unknownQuestion(String questionId) {
    return notAQuestion(quoted(questionId));
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
        .formatted(quoted, form.framework().id(), form.framework().version());
  }

  String unknownAnswer(String answer, Question question) {
    return "answer %s is not an answer to question %s: use %s, or a code for not applicable or not recorded"
        .formatted(quoted(answer), question.id(), question.answers());
  }

  String wrongEvidence(Question question, String evidence) {
    return "question %s is asked of evidence \"%s\", this case is of evidence \"%s\": correct the question, or the case's evidence"
        .formatted(question.id(), question.evidence(), evidence);
  }

  /**
   * What is wrong with an attribute that was given and has no code.
   *
   * @param ownId the id of the case, which may stand in the attribute too
   */
  String outsideList(Attribute attribute, String given, String ownId) {
    if (attribute.isOpen()) {
      return "%s %s is longer than %d characters or not on one line: a name is meant, not a text"
          .formatted(attribute.id(), SafeQuoting.notQuoted(given), Form.LONGEST_OPEN_VALUE);
    }
    return "%s %s is not one of %s: correct it, or leave it blank"
        .formatted(
            attribute.id(),
            quoted(given, ownId),
            attribute.values().stream().map(Attribute.Value::code).toList());
  }

  String unknownEvidence(String given, String ownId) {
    return "evidence %s is not one of %s: correct it"
        .formatted(quoted(given, ownId), form.framework().evidence());
  }

  /** What is wrong with a case's id; null where nothing is. */
  public static String caseIdFault(String id) {
    return id.length() <= LONGEST_CASE_ID
        ? null
        : "case_id is longer than %d characters: correct it".formatted(LONGEST_CASE_ID);
  }

  public String unknownTrust(String given) {
    return "%s is not in the register of %s: correct the name, or add it as an alias to trusts.csv"
        .formatted(quotable().institution(given), form.framework().id());
  }

  private SafeQuoting quotable() {
    return new SafeQuoting(form.words());
  }

  /** A value, unless it might identify a person. */
  private String quoted(String value) {
    return matrix.caseNumber(value) >= 0
        ? A_CASE_ID + SafeQuoting.unseen(value)
        : quotable().word(value);
  }

  private String quoted(String value, String ownId) {
    return Spelling.folded(value).equals(Spelling.folded(ownId))
        ? A_CASE_ID + SafeQuoting.unseen(value)
        : quoted(value);
  }
}

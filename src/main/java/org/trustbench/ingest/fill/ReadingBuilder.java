package org.trustbench.ingest.fill;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.MissingMarks;
import org.trustbench.framework.Outcome;
import org.trustbench.framework.Question;
import org.trustbench.framework.Spelling;
import org.trustbench.ingest.fill.CellAccounts.Place;
import org.trustbench.ingest.reject.FormulaError;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.reject.RejectRule;
import org.trustbench.matrix.CaseRow;
import org.trustbench.matrix.JudgementMatrix;
import org.trustbench.matrix.JudgementMatrix.Placed;
import org.trustbench.matrix.JudgementMatrix.Repeat;
import org.trustbench.matrix.Reading;
import org.trustbench.terms.Terms;

/**
 * Takes in the judgements of one reading of an inspection's cases. What becomes of a judgement
 * never depends on the order of rows: repeats and conflicts are settled when all are in.
 */
public final class ReadingBuilder {
  /** No inspection has so many inspectors. */
  private static final int MOST_INSPECTORS = 10_000;

  private final Codebook codebook;
  private final Reading reading;
  private final JudgementMatrix matrix;
  private final RejectReasons reasons;
  private final MemoryBudget allowance;
  private final CellAccounts accounts;
  private final List<Misplaced> misplaced = new ArrayList<>();

  /** A judgement of a question that is not asked of its case's evidence. */
  private record Misplaced(int caseNumber, int question, int answer, int file, int line) {}

  /**
   * Begins.
   *
   * @param whole the matrix of the inspection
   */
  ReadingBuilder(
      Codebook codebook,
      Reading reading,
      JudgementMatrix whole,
      RejectReasons reasons,
      MemoryBudget allowance,
      CellAccounts accounts) {
    this.codebook = codebook;
    this.reading = reading;
    this.matrix = whole.of(reading);
    this.reasons = reasons;
    this.allowance = allowance;
    this.accounts = accounts;
  }

  /** Takes in a judgement whose question is known. */
  public void judgement(int caseNumber, int question, String answer, int file, int line)
      throws Refusal {
    if (!judgement(caseNumber, question, codebook.answer(answer), file, line)) {
      unknownAnswer(question, answer, file, line);
    }
  }

  /**
   * The same by the answer's number; false, with nothing done, where it answers no such question.
   */
  public boolean judgement(int caseNumber, int question, int answer, int file, int line)
      throws Refusal {
    Outcome outcome = answer < 0 ? null : codebook.outcome(question, answer);
    if (outcome == null) {
      return false;
    }
    boolean isJudged = outcome == Outcome.SUFFICIENT || outcome == Outcome.INSUFFICIENT;
    if (isJudged && !isAskedOf(question, matrix.cases().get(caseNumber))) {
      allowance.remember(1, accounts.name(file));
      misplaced.add(new Misplaced(caseNumber, question, answer, file, line));
    } else if (matrix.place(caseNumber, question, answer, file, line) != Placed.FIRST) {
      allowance.remember(1, accounts.name(file));
    }
    return true;
  }

  private boolean isAskedOf(int question, CaseRow row) {
    return codebook.framework().questions().get(question).evidence().equals(row.evidence());
  }

  /** Rejects an answer that its question does not have. */
  public void unknownAnswer(int question, String answer, int file, int line) {
    Question asked = codebook.framework().questions().get(question);
    accounts.reject(
        accounts.answerAt(file, line, question),
        RejectRule.UNKNOWN_ANSWER,
        reasons.unknownAnswer(answer, asked),
        1);
  }

  /**
   * The number of an inspector by the id that was given; nobody where it is blank, or what stands
   * for a missing value, which is told.
   */
  public int inspector(String id, int file) {
    if (Spelling.plain(id).isEmpty() || codebook.isMissing(id)) {
      return JudgementMatrix.NOBODY;
    }
    if (MissingMarks.isMark(id) || FormulaError.isOne(id)) {
      accounts.reject(file, 1, RejectRule.NAME_LACKING, RejectReasons.noInspector(id), 0);
      return JudgementMatrix.NOBODY;
    }
    return matrix.inspector(id);
  }

  /** Says who made a judgement that was taken in, where that is known. */
  public void judgedBy(int caseNumber, int question, int inspector, int file) throws Refusal {
    checkInspectors(file);
    if (inspector != JudgementMatrix.NOBODY) {
      matrix.judgedBy(caseNumber, question, inspector);
    }
  }

  /** Fails where there are more inspectors than any inspection has. */
  void checkInspectors(int file) throws Refusal {
    if (matrix.inspectors().size() > MOST_INSPECTORS) {
      throw new Refusal(
          RejectRule.TOO_LARGE,
          accounts.name(file),
          "it names more than %d inspectors: write the same inspector_id for the same inspector"
              .formatted(MOST_INSPECTORS));
    }
  }

  /** Settles repeats, conflicts and judgements of rejected cases. */
  void settle() {
    misplaced.forEach(this::misplaced);
    Map<Long, List<Repeat>> conflicts = new HashMap<>();
    for (Repeat repeat : matrix.repeats()) {
      if (matrix.answer(repeat.caseNumber(), repeat.question()) == JudgementMatrix.CONFLICT) {
        long cell = (long) repeat.caseNumber() * matrix.questions() + repeat.question();
        conflicts.computeIfAbsent(cell, c -> new ArrayList<>()).add(repeat);
      } else {
        accounts.collapsed(repeat.file());
      }
    }
    for (int c = 0; c < matrix.cases().size(); c++) {
      for (int q = 0; q < matrix.questions(); q++) {
        cell(c, q, conflicts);
      }
    }
  }

  /** What evidence a case is of is only known when all its rows are in. */
  private void misplaced(Misplaced given) {
    if (matrix.isRejected(given.caseNumber())) {
      matrix.place(
          given.caseNumber(), given.question(), given.answer(), given.file(), given.line());
      return;
    }
    Question asked = codebook.framework().questions().get(given.question());
    accounts.reject(
        accounts.answerAt(given.file(), given.line(), given.question()),
        RejectRule.WRONG_EVIDENCE,
        reasons.wrongEvidence(asked, matrix.cases().get(given.caseNumber()).evidence()),
        1);
  }

  private void cell(int c, int q, Map<Long, List<Repeat>> conflicts) {
    byte answer = matrix.answer(c, q);
    if (answer == JudgementMatrix.EMPTY) {
      return;
    }
    int file = matrix.file(c, q);
    Place here = accounts.answerAt(file, matrix.line(c, q), q);
    if (answer == JudgementMatrix.CONFLICT) {
      conflict(here, q, conflicts.get((long) c * matrix.questions() + q));
    } else if (matrix.isRejected(c)) {
      CaseRow row = matrix.cases().get(c);
      accounts.reject(
          here,
          RejectRule.UNKNOWN_CASE,
          codebook
              .terms()
              .text(
                  "the {case's} own row was rejected (%s): mend that row",
                  accounts.name(accounts.caseAt(row.file(), row.line()))),
          1);
    } else {
      accounts.accepted(file);
    }
  }

  private void conflict(Place here, int question, List<Repeat> others) {
    PlaceList places = new PlaceList(accounts);
    places.add(here);
    others.forEach(repeat -> places.add(accounts.answerAt(repeat.file(), repeat.line(), question)));
    Terms terms = codebook.terms();
    String reason =
        switch (reading) {
          case FIRST ->
              terms.text(
                  "a question of {a case} is answered differently at %s: keep the right one",
                  places);
          case SECOND ->
              terms.text(
                  "in the second reading a question of {a case} is answered differently at %s:"
                      + " keep one of them, since a third reading is not taken in",
                  places);
        };
    accounts.reject(here, RejectRule.CONFLICTING_JUDGEMENT, reason, 1);
    others.forEach(
        repeat ->
            accounts.reject(
                accounts.answerAt(repeat.file(), repeat.line(), question),
                RejectRule.CONFLICTING_JUDGEMENT,
                reason,
                1));
  }
}

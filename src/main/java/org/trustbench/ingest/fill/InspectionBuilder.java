package org.trustbench.ingest.fill;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.Outcome;
import org.trustbench.framework.Question;
import org.trustbench.framework.Spelling;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.fill.CaseDescriptions.Description;
import org.trustbench.ingest.fill.CellAccounts.Place;
import org.trustbench.ingest.reject.FormulaError;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.reject.Reject;
import org.trustbench.ingest.reject.RejectRule;
import org.trustbench.ingest.rows.CellPlaces;
import org.trustbench.matrix.CaseRow;
import org.trustbench.matrix.FileAccount;
import org.trustbench.matrix.JudgementMatrix;
import org.trustbench.matrix.JudgementMatrix.Placed;
import org.trustbench.matrix.JudgementMatrix.Repeat;
import org.trustbench.terms.Terms;

/**
 * Takes in one inspection row by row and fills its matrix. What becomes of a row never depends on
 * the order of rows: repeats and conflicts are settled when all are in.
 */
public final class InspectionBuilder {
  /** Characters kept of a text that is outside its list. */
  private static final int LONGEST_KEPT = 100;

  /** No inspection has so many inspectors. */
  private static final int MOST_INSPECTORS = 10_000;

  private Codebook codebook;
  private RejectReasons reasons;
  private final JudgementMatrix matrix;
  private final MemoryBudget allowance;
  private final CellAccounts accounts;
  private final CaseDescriptions descriptions;
  private final List<Misplaced> misplaced = new ArrayList<>();

  /** A judgement of a question that is not asked of its case's evidence. */
  private record Misplaced(int caseNumber, int question, int answer, int file, int line) {}

  /**
   * Begins.
   *
   * @param allowance what the inspection may make a task hold
   */
  public InspectionBuilder(Codebook codebook, List<SentFile> files, MemoryBudget allowance) {
    this.codebook = codebook;
    this.allowance = allowance;
    this.matrix = new JudgementMatrix(codebook.framework().questions().size());
    this.reasons = new RejectReasons(codebook, matrix);
    this.accounts = new CellAccounts(files);
    this.descriptions = new CaseDescriptions(accounts, allowance, codebook.terms());
  }

  /** Says what version of the form it is of, before its rows are taken in. */
  public void isOf(Codebook ofForm) {
    codebook = ofForm;
    reasons = new RejectReasons(ofForm, matrix);
  }

  public JudgementMatrix matrix() {
    return matrix;
  }

  /** Why rows of this inspection are rejected. */
  public RejectReasons reasons() {
    return reasons;
  }

  /** What became of the cells read so far, file by file. */
  public CellAccounts accounts() {
    return accounts;
  }

  /** Says where the cells of a file's table stand, before its rows are taken in. */
  public void places(int file, CellPlaces places) {
    accounts.places(file, places);
  }

  public void digest(int file, String sha256) {
    accounts.digest(file, sha256);
  }

  public void read(int file, long cells) {
    accounts.read(file, cells);
  }

  public void outOfScope(int file, long cells) {
    accounts.outOfScope(file, cells);
  }

  public void reject(int file, int line, RejectRule rule, String reason, long cells) {
    accounts.reject(file, line, rule, reason, cells);
  }

  /**
   * Takes note of names by which nothing is taken in, or nothing was sent.
   *
   * @param words what they are, in words; empty where there are none
   */
  public void note(int file, int line, RejectRule rule, List<String> words) {
    words.forEach(some -> reject(file, line, rule, some, 0));
  }

  /**
   * Takes in a case row whose attributes are texts as sent, in the framework's order.
   *
   * @param isRepeatOrdinary whether the shape of the file repeats a case on each of its rows
   * @return the case's number
   */
  public int caseRow(
      String id, String evidence, List<String> texts, int file, int line, boolean isRepeatOrdinary)
      throws Refusal {
    String[] codes = new String[texts.size()];
    String fault = null;
    CellPlaces places = accounts.places(file);
    int faulty = -1;
    for (int i = 0; i < codes.length; i++) {
      String given = texts.get(i);
      boolean isBlank =
          given == null || Spelling.plain(given).isEmpty() || codebook.isMissing(given);
      codes[i] = isBlank || FormulaError.isOne(given) ? null : codebook.attributeCode(i, given);
      if (codes[i] == null && !isBlank && fault == null) {
        fault = reasons.outsideList(codebook.framework().attributes().get(i), given, id);
        faulty = places.attribute(i);
      }
    }
    String kind = codebook.evidence(evidence);
    if (kind == null) {
      kind = shortened(evidence);
      fault = reasons.unknownEvidence(evidence, id);
      faulty = places.evidence();
    }
    CaseRow row = new CaseRow(id, kind, Arrays.asList(codes), file, line);
    int known = matrix.caseNumber(id);
    if (known < 0) {
      allowance.addCase(matrix.questions(), accounts.name(file), codebook.terms());
      known = matrix.addCase(row);
      if (fault != null) {
        descriptions.add(
            known, description(row, texts, isRepeatOrdinary), accounts.caseAt(file, line));
      }
    } else {
      boolean isClear =
          descriptions.addRepeat(
              known,
              matrix.cases().get(known),
              description(row, texts, isRepeatOrdinary),
              accounts.caseAt(file, line),
              isRepeatOrdinary);
      if (!isClear) {
        matrix.reject(known);
      }
    }
    if (fault != null) {
      descriptions.fault(known, fault, new Place(file, line, faulty));
      matrix.reject(known);
    }
    return known;
  }

  private Description description(CaseRow row, List<String> texts, boolean isRepeatOrdinary) {
    List<String> values = new ArrayList<>(row.attributes());
    for (int i = 0; i < values.size(); i++) {
      String given = texts.get(i);
      if (values.get(i) == null
          && given != null
          && !Spelling.plain(given).isEmpty()
          && !codebook.isMissing(given)) {
        values.set(i, "outside the list: " + shortened(given));
      }
    }
    return new Description(
        CaseDescriptions.spelling(row, isRepeatOrdinary), row.evidence(), values);
  }

  /** Takes in a judgement whose question is known. */
  public void judgement(int caseNumber, int question, String answer, int file, int line)
      throws Refusal {
    if (!judgement(caseNumber, question, codebook.answer(answer), file, line)) {
      unknownAnswer(question, answer, file, line);
    }
  }

  /** The number of an inspector by the id that was given; nobody where it is blank. */
  public int inspector(String id) {
    return Spelling.plain(id).isEmpty() || codebook.isMissing(id)
        ? JudgementMatrix.NOBODY
        : matrix.inspector(id);
  }

  /** Says who made a judgement that was taken in, where that is known. */
  public void judgedBy(int caseNumber, int question, int inspector, int file) throws Refusal {
    if (matrix.inspectors().size() > MOST_INSPECTORS) {
      throw new Refusal(
          RejectRule.TOO_LARGE,
          accounts.name(file),
          "it names more than %d inspectors: write the same inspector_id for the same inspector"
              .formatted(MOST_INSPECTORS));
    }
    if (inspector != JudgementMatrix.NOBODY) {
      matrix.judgedBy(caseNumber, question, inspector);
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

  /** What tells one text from another, of however long a one. */
  private static String shortened(String text) {
    String given = text.strip();
    return given.length() <= LONGEST_KEPT
        ? given
        : "%s… %d %d".formatted(given.substring(0, LONGEST_KEPT), given.length(), given.hashCode());
  }

  /** Settles repeats, conflicts and rejected cases, and closes the account. */
  public Taken finish() {
    descriptions.close(matrix);
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
    return new Taken(matrix, accounts.counts(), accounts.rejects());
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
    int line = matrix.line(c, q);
    Place here = accounts.answerAt(file, line, q);
    if (answer == JudgementMatrix.CONFLICT) {
      List<Repeat> others = conflicts.get((long) c * matrix.questions() + q);
      PlaceList places = new PlaceList(accounts);
      places.add(here);
      others.forEach(repeat -> places.add(accounts.answerAt(repeat.file(), repeat.line(), q)));
      String reason =
          codebook
              .terms()
              .text(
                  "a question of {a case} is answered differently at %s: keep the right one",
                  places);
      accounts.reject(here, RejectRule.CONFLICTING_JUDGEMENT, reason, 1);
      others.forEach(
          repeat ->
              accounts.reject(
                  accounts.answerAt(repeat.file(), repeat.line(), q),
                  RejectRule.CONFLICTING_JUDGEMENT,
                  reason,
                  1));
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

  Terms terms() {
    return codebook.terms();
  }

  /** One inspection taken in. */
  public record Taken(JudgementMatrix matrix, List<FileAccount> files, List<Reject> rejects) {}
}

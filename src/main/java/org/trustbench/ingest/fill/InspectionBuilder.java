package org.trustbench.ingest.fill;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.trustbench.framework.Form;
import org.trustbench.framework.Outcome;
import org.trustbench.framework.Question;
import org.trustbench.framework.Spelling;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.reject.Reject;
import org.trustbench.ingest.reject.RejectRule;
import org.trustbench.ingest.sent.FileAccount;
import org.trustbench.matrix.CaseRow;
import org.trustbench.matrix.JudgementMatrix;
import org.trustbench.matrix.JudgementMatrix.Placed;
import org.trustbench.matrix.JudgementMatrix.Repeat;

/**
 * Takes in one inspection row by row: fills its matrix and accounts for every cell. What becomes of
 * a row never depends on the order of rows: repeats and conflicts are settled when all are in.
 */
public final class InspectionBuilder {
  /** Reject rows kept of one inspection; beyond them, cells are counted together. */
  private static final int MOST_REJECTS = 100_000;

  /** Stands for the reasons of rows beyond those that are kept. */
  public static final String NOT_LISTED =
      "further rows rejected by this rule, not listed one by one";

  /** Characters kept of a text that is outside its list. */
  private static final int LONGEST_KEPT = 100;

  private final Form form;
  private final JudgementMatrix matrix;
  private final RejectReasons reasons;
  private final MemoryBudget allowance;
  private final List<Account> accounts = new ArrayList<>();
  private final Map<Key, Long> rejects = new LinkedHashMap<>();
  private final Map<Integer, Doubtful> doubtful = new HashMap<>();
  private final List<Misplaced> misplaced = new ArrayList<>();

  private record Key(int file, int line, RejectRule rule, String reason) {}

  private record Place(int file, int line) {}

  /** A judgement of a question that is not asked of its case's evidence. */
  private record Misplaced(int caseNumber, int question, int answer, int file, int line) {}

  /** A case row as sent: codes, and texts as they are where they are outside their list. */
  private record Description(String spelling, String evidence, List<String> values) {}

  /** A case with a fault in a row of its own, or with several rows. */
  private static final class Doubtful {
    final Map<Description, Place> descriptions = new LinkedHashMap<>();
    final List<Place> rows = new ArrayList<>();
    final Map<String, Place> faults = new LinkedHashMap<>();

    Doubtful(Description first, Place place) {
      descriptions.put(first, place);
      rows.add(place);
    }

    boolean isFirst(Description description) {
      return descriptions.keySet().iterator().next().equals(description);
    }
  }

  private static final class Account {
    final SentFile file;
    String sha256 = "";
    long read;
    long accepted;
    long rejected;
    long collapsed;
    long outOfScope;
    long cases;

    Account(SentFile file) {
      this.file = file;
    }
  }

  /**
   * Makes an intake.
   *
   * @param allowance what the inspection may make a task hold
   */
  public InspectionBuilder(Form form, List<SentFile> files, MemoryBudget allowance) {
    this.form = form;
    this.allowance = allowance;
    this.matrix = new JudgementMatrix(form.framework().questions().size());
    this.reasons = new RejectReasons(form, matrix);
    files.forEach(file -> accounts.add(new Account(file)));
  }

  public JudgementMatrix matrix() {
    return matrix;
  }

  /** Why rows of this inspection are rejected. */
  public RejectReasons reasons() {
    return reasons;
  }

  public void digest(int file, String sha256) {
    accounts.get(file).sha256 = sha256;
  }

  public void read(int file, long cells) {
    accounts.get(file).read += cells;
  }

  public void outOfScope(int file, long cells) {
    accounts.get(file).outOfScope += cells;
  }

  public long cellsRead() {
    return accounts.stream().mapToLong(account -> account.read - account.outOfScope).sum();
  }

  public long cellsRejected() {
    return accounts.stream().mapToLong(account -> account.rejected).sum();
  }

  public void reject(int file, int line, RejectRule rule, String reason, long cells) {
    accounts.get(file).rejected += cells;
    Key key = new Key(file, line, rule, reason);
    if (rejects.size() >= MOST_REJECTS && !rejects.containsKey(key)) {
      key = new Key(file, 0, rule, NOT_LISTED);
    }
    rejects.merge(key, cells, Long::sum);
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
    for (int i = 0; i < codes.length; i++) {
      String given = texts.get(i);
      boolean isBlank = given == null || Spelling.plain(given).isEmpty();
      codes[i] = isBlank ? null : form.attributeCode(i, given);
      if (codes[i] == null && !isBlank && fault == null) {
        fault = reasons.outsideList(form.framework().attributes().get(i), given, id);
      }
    }
    String kind = form.evidence(evidence);
    if (kind == null) {
      kind = shortened(evidence);
      fault = reasons.unknownEvidence(evidence, id);
    }
    CaseRow row = new CaseRow(id, kind, Arrays.asList(codes), file, line);
    int known = matrix.caseNumber(id);
    if (known < 0) {
      allowance.addCase(matrix.questions(), name(file));
      known = matrix.addCase(row);
      if (fault != null) {
        allowance.remember(MemoryBudget.OF_DOUBTFUL_CASE, name(file));
        doubtful.put(
            known, new Doubtful(description(row, texts, isRepeatOrdinary), new Place(file, line)));
      }
    } else {
      repeatedCase(
          known,
          description(row, texts, isRepeatOrdinary),
          new Place(file, line),
          isRepeatOrdinary);
    }
    if (fault != null) {
      doubtful.get(known).faults.putIfAbsent(fault, new Place(file, line));
      matrix.reject(known);
    }
    return known;
  }

  private static Description description(
      CaseRow row, List<String> texts, boolean isRepeatOrdinary) {
    List<String> values = new ArrayList<>(row.attributes());
    for (int i = 0; i < values.size(); i++) {
      String given = texts.get(i);
      if (values.get(i) == null && given != null && !Spelling.plain(given).isEmpty()) {
        values.set(i, "outside the list: " + shortened(given));
      }
    }
    return new Description(spelling(row, isRepeatOrdinary), row.evidence(), values);
  }

  /** Two rows that differ in the case of letters of the id alone may be of two cases. */
  private static String spelling(CaseRow row, boolean isRepeatOrdinary) {
    return isRepeatOrdinary ? "" : Spelling.plain(row.id());
  }

  /** A further row of a case: nothing new, or a case of which it is not clear what it is. */
  private void repeatedCase(
      int caseNumber, Description description, Place place, boolean isRepeatOrdinary)
      throws Refusal {
    CaseRow first = matrix.cases().get(caseNumber);
    Doubtful known = doubtful.get(caseNumber);
    if (known == null) {
      Description before =
          new Description(spelling(first, isRepeatOrdinary), first.evidence(), first.attributes());
      if (isRepeatOrdinary && before.equals(description)) {
        return;
      }
      allowance.remember(MemoryBudget.OF_DOUBTFUL_CASE, name(place.file()));
      known = new Doubtful(before, new Place(first.file(), first.line()));
      doubtful.put(caseNumber, known);
    }
    boolean isNew = known.descriptions.putIfAbsent(description, place) == null;
    if (isNew || !isRepeatOrdinary) {
      allowance.remember(isNew ? MemoryBudget.OF_DOUBTFUL_CASE : 1, name(place.file()));
      known.rows.add(place);
    }
    if (!known.isFirst(description)) {
      matrix.reject(caseNumber);
    }
  }

  /** Takes in a judgement whose question is known. */
  public void judgement(int caseNumber, int question, String answer, int file, int line)
      throws Refusal {
    if (!judgement(caseNumber, question, form.answer(answer), file, line)) {
      unknownAnswer(question, answer, null, file, line);
    }
  }

  /**
   * The same by the answer's number; false, with nothing done, where it answers no such question.
   */
  public boolean judgement(int caseNumber, int question, int answer, int file, int line)
      throws Refusal {
    Outcome outcome = answer < 0 ? null : form.outcome(question, answer);
    if (outcome == null) {
      return false;
    }
    boolean isJudged = outcome == Outcome.SUFFICIENT || outcome == Outcome.INSUFFICIENT;
    if (isJudged && !isAskedOf(question, matrix.cases().get(caseNumber))) {
      allowance.remember(1, name(file));
      misplaced.add(new Misplaced(caseNumber, question, answer, file, line));
    } else if (matrix.place(caseNumber, question, answer, file, line) != Placed.FIRST) {
      allowance.remember(1, name(file));
    }
    return true;
  }

  private boolean isAskedOf(int question, CaseRow row) {
    return form.framework().questions().get(question).evidence().equals(row.evidence());
  }

  /**
   * Rejects an answer that its question does not have.
   *
   * @param place the cell that it stands in, where cells have names; null otherwise
   */
  public void unknownAnswer(int question, String answer, String place, int file, int line) {
    Question asked = form.framework().questions().get(question);
    String reason = reasons.unknownAnswer(answer, asked);
    reject(
        file,
        line,
        RejectRule.UNKNOWN_ANSWER,
        place == null ? reason : "%s: %s".formatted(place, reason),
        1);
  }

  private String name(int file) {
    return accounts.get(file).file.name();
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
    caseRows();
    misplaced.forEach(this::misplaced);
    Map<Long, List<Repeat>> conflicts = new HashMap<>();
    for (Repeat repeat : matrix.repeats()) {
      if (matrix.answer(repeat.caseNumber(), repeat.question()) == JudgementMatrix.CONFLICT) {
        long cell = (long) repeat.caseNumber() * matrix.questions() + repeat.question();
        conflicts.computeIfAbsent(cell, c -> new ArrayList<>()).add(repeat);
      } else {
        accounts.get(repeat.file()).collapsed++;
      }
    }
    for (int c = 0; c < matrix.cases().size(); c++) {
      for (int q = 0; q < matrix.questions(); q++) {
        cell(c, q, conflicts);
      }
    }
    return new Taken(matrix, counts(), rejectRows());
  }

  /** What evidence a case is of is only known when all its rows are in. */
  private void misplaced(Misplaced given) {
    if (matrix.isRejected(given.caseNumber())) {
      matrix.place(
          given.caseNumber(), given.question(), given.answer(), given.file(), given.line());
      return;
    }
    Question asked = form.framework().questions().get(given.question());
    reject(
        given.file(),
        given.line(),
        RejectRule.WRONG_EVIDENCE,
        reasons.wrongEvidence(asked, matrix.cases().get(given.caseNumber()).evidence()),
        1);
  }

  /** What has been read so far, all of it rejected because the submission is refused. */
  List<FileAccount> countsWhenRefused() {
    return accounts.stream()
        .map(
            a ->
                new FileAccount(
                    a.file.name(),
                    a.sha256,
                    a.file.bytes(),
                    a.read,
                    0,
                    a.read - a.outOfScope,
                    0,
                    a.outOfScope,
                    0))
        .toList();
  }

  /** The rejects met so far, in the order of files and lines. */
  List<Reject> rejectRows() {
    List<Reject> listed = new ArrayList<>();
    rejects.forEach(
        (key, cells) ->
            listed.add(
                new Reject(
                    accounts.get(key.file()).file.name(),
                    key.line(),
                    key.rule().id(),
                    key.reason(),
                    cells)));
    listed.sort(null);
    return listed;
  }

  /** The account of each file so far. */
  public List<FileAccount> counts() {
    return accounts.stream()
        .map(
            a ->
                new FileAccount(
                        a.file.name(),
                        a.sha256,
                        a.file.bytes(),
                        a.read,
                        a.accepted,
                        a.rejected,
                        a.collapsed,
                        a.outOfScope,
                        a.cases)
                    .balanced())
        .toList();
  }

  private void cell(int c, int q, Map<Long, List<Repeat>> conflicts) {
    byte answer = matrix.answer(c, q);
    if (answer == JudgementMatrix.EMPTY) {
      return;
    }
    int file = matrix.file(c, q);
    int line = matrix.line(c, q);
    if (answer == JudgementMatrix.CONFLICT) {
      List<Repeat> others = conflicts.get((long) c * matrix.questions() + q);
      Places places = new Places();
      places.add(file, line);
      others.forEach(repeat -> places.add(repeat.file(), repeat.line()));
      String reason =
          "a question of a case is answered differently at %s: keep the right one"
              .formatted(places);
      reject(file, line, RejectRule.CONFLICTING_JUDGEMENT, reason, 1);
      others.forEach(
          repeat ->
              reject(repeat.file(), repeat.line(), RejectRule.CONFLICTING_JUDGEMENT, reason, 1));
    } else if (matrix.isRejected(c)) {
      CaseRow row = matrix.cases().get(c);
      reject(
          file,
          line,
          RejectRule.UNKNOWN_CASE,
          "the case's own row was rejected (%s): mend that row"
              .formatted(place(row.file(), row.line())),
          1);
    } else {
      accounts.get(file).accepted++;
    }
  }

  private void caseRows() {
    for (int c = 0; c < matrix.cases().size(); c++) {
      if (!matrix.isRejected(c)) {
        accounts.get(matrix.cases().get(c).file()).cases++;
        continue;
      }
      Doubtful known = doubtful.get(c);
      known.faults.forEach(
          (fault, place) ->
              reject(place.file(), place.line(), RejectRule.ATTRIBUTE_OUTSIDE_LIST, fault, 0));
      if (known.descriptions.size() > 1) {
        Places places = new Places();
        known.rows.forEach(row -> places.add(row.file(), row.line()));
        String reason =
            "a case is described differently at %s: keep the right one".formatted(places);
        known.rows.forEach(
            row -> reject(row.file(), row.line(), RejectRule.DUPLICATE_CASE, reason, 0));
      }
    }
  }

  /** Places in files as a message names them: in order, the first few. */
  private final class Places {
    private static final int MOST = 5;
    private final TreeSet<Long> places = new TreeSet<>();

    void add(int file, int line) {
      places.add((long) file << 32 | line);
    }

    @Override
    public String toString() {
      String named =
          places.stream()
              .limit(MOST)
              .map(place -> place((int) (place >> 32), place.intValue()))
              .collect(Collectors.joining(" and "));
      return places.size() > MOST ? named + " and elsewhere" : named;
    }
  }

  private String place(int file, int line) {
    return "%s line %d".formatted(name(file), line);
  }

  /** One inspection taken in. */
  public record Taken(JudgementMatrix matrix, List<FileAccount> files, List<Reject> rejects) {}
}

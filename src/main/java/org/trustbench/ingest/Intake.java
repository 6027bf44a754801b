package org.trustbench.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.trustbench.framework.Attribute;
import org.trustbench.framework.Form;
import org.trustbench.framework.Outcome;
import org.trustbench.framework.Question;
import org.trustbench.ingest.Submission.SentFile;
import org.trustbench.matrix.CaseRow;
import org.trustbench.matrix.JudgementMatrix;
import org.trustbench.matrix.JudgementMatrix.Repeat;

/**
 * Takes in one inspection row by row: fills its matrix and accounts for every cell. What becomes of
 * a row never depends on the order of rows: repeats and conflicts are settled when all are in.
 */
final class Intake {
  /** Reject rows kept of one inspection; beyond them, cells are counted together. */
  private static final int MOST_REJECTS = 100_000;

  private final Form form;
  private final JudgementMatrix matrix;
  private final List<Account> accounts = new ArrayList<>();
  private final Map<Key, Long> rejects = new LinkedHashMap<>();
  private final List<RepeatedCase> repeatedCases = new ArrayList<>();
  private final Map<Integer, Key> caseRejects = new HashMap<>();

  private record Key(int file, int line, Rule rule, String reason) {}

  private record RepeatedCase(int caseNumber, int file, int line) {}

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

  Intake(Form form, List<SentFile> files) {
    this.form = form;
    this.matrix = new JudgementMatrix(form.framework().questions().size());
    files.forEach(file -> accounts.add(new Account(file)));
  }

  JudgementMatrix matrix() {
    return matrix;
  }

  void digest(int file, String sha256) {
    accounts.get(file).sha256 = sha256;
  }

  void read(int file, long cells) {
    accounts.get(file).read += cells;
  }

  void outOfScope(int file, long cells) {
    accounts.get(file).outOfScope += cells;
  }

  long cellsRead() {
    return accounts.stream().mapToLong(account -> account.read - account.outOfScope).sum();
  }

  long cellsRejected() {
    return accounts.stream().mapToLong(account -> account.rejected).sum();
  }

  void reject(int file, int line, Rule rule, String reason, long cells) {
    accounts.get(file).rejected += cells;
    Key key = new Key(file, line, rule, reason);
    if (rejects.size() >= MOST_REJECTS && !rejects.containsKey(key)) {
      key = new Key(file, 0, rule, "further rows rejected by this rule, not listed one by one");
    }
    rejects.merge(key, cells, Long::sum);
  }

  /**
   * Takes in a case row whose attributes are texts as sent, in the framework's order.
   *
   * @param isRepeatOrdinary whether the shape of the file repeats a case on each of its rows
   * @return the case's number
   */
  int caseRow(
      String id,
      String evidence,
      List<String> texts,
      int file,
      int line,
      boolean isRepeatOrdinary) {
    List<String> codes = new ArrayList<>();
    String fault = null;
    for (int i = 0; i < texts.size(); i++) {
      String given = texts.get(i);
      String code = given == null || given.isBlank() ? null : form.attributeCode(i, given);
      if (code == null && given != null && !given.isBlank()) {
        fault = fault == null ? outsideList(form.framework().attributes().get(i), given) : fault;
      }
      codes.add(code);
    }
    String kind = evidence.isBlank() ? form.framework().defaultEvidence() : evidence;
    if (!form.framework().evidence().contains(kind)) {
      fault =
          "evidence \"%s\" is not one of %s: correct it"
              .formatted(Quoted.text(kind), form.framework().evidence());
    }
    CaseRow row = new CaseRow(id, kind, codes, file, line);
    int known = matrix.caseNumber(id);
    if (known < 0) {
      known = matrix.addCase(row);
      if (fault != null) {
        matrix.reject(known);
        caseRejects.put(known, new Key(file, line, Rule.ATTRIBUTE_OUTSIDE_LIST, fault));
      }
      return known;
    }
    CaseRow first = matrix.cases().get(known);
    boolean isSame =
        first.attributes().equals(codes) && first.evidence().equals(kind) && fault == null;
    if (!isSame || !isRepeatOrdinary) {
      repeatedCases.add(new RepeatedCase(known, file, line));
    }
    if (!isSame) {
      matrix.reject(known);
    }
    return known;
  }

  /** Takes in a judgement whose question is known. */
  void judgement(int caseNumber, int question, String answer, int file, int line) {
    int code = form.answer(answer);
    Outcome outcome = code < 0 ? null : form.outcome(question, code);
    if (outcome == null) {
      reject(
          file,
          line,
          Rule.UNKNOWN_ANSWER,
          "answer \"%s\" is not an answer to question %s: use %s, or a code for not applicable or not recorded"
              .formatted(
                  Quoted.text(answer),
                  form.framework().questions().get(question).id(),
                  form.framework().questions().get(question).answers()),
          1);
      return;
    }
    Question asked = form.framework().questions().get(question);
    String evidence = matrix.cases().get(caseNumber).evidence();
    boolean isJudged = outcome == Outcome.SUFFICIENT || outcome == Outcome.INSUFFICIENT;
    if (isJudged && !asked.evidence().equals(evidence)) {
      reject(
          file,
          line,
          Rule.WRONG_EVIDENCE,
          "question %s is asked of evidence \"%s\", this case is of evidence \"%s\": correct the question, or the case's evidence"
              .formatted(asked.id(), asked.evidence(), Quoted.text(evidence)),
          1);
      return;
    }
    matrix.place(caseNumber, question, code, file, line);
  }

  /** Settles repeats, conflicts and rejected cases, and closes the account. */
  Taken finish() {
    caseRows();
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

  /** Counts what another intake of the same files has read as this one's. */
  void takeOver(Intake other) {
    for (int file = 0; file < accounts.size(); file++) {
      accounts.get(file).read += other.accounts.get(file).read;
    }
  }

  /** What has been read so far, all of it rejected because the submission is refused. */
  List<FileCount> countsWhenRefused() {
    return accounts.stream()
        .map(
            a ->
                new FileCount(
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

  private List<FileCount> counts() {
    return accounts.stream()
        .map(
            a ->
                new FileCount(
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
      reject(file, line, Rule.CONFLICTING_JUDGEMENT, reason, 1);
      others.forEach(
          repeat -> reject(repeat.file(), repeat.line(), Rule.CONFLICTING_JUDGEMENT, reason, 1));
    } else if (matrix.isRejected(c)) {
      CaseRow row = matrix.cases().get(c);
      reject(
          file,
          line,
          Rule.UNKNOWN_CASE,
          "the case's own row was rejected (%s): mend that row"
              .formatted(place(row.file(), row.line())),
          1);
    } else {
      accounts.get(file).accepted++;
    }
  }

  private void caseRows() {
    Map<Integer, List<RepeatedCase>> repeats =
        repeatedCases.stream().collect(Collectors.groupingBy(RepeatedCase::caseNumber));
    for (int c = 0; c < matrix.cases().size(); c++) {
      CaseRow row = matrix.cases().get(c);
      if (!matrix.isRejected(c)) {
        accounts.get(row.file()).cases++;
        continue;
      }
      Key fault = caseRejects.get(c);
      if (fault != null) {
        reject(fault.file(), fault.line(), fault.rule(), fault.reason(), 0);
      }
      List<RepeatedCase> others = repeats.getOrDefault(c, List.of());
      if (!others.isEmpty()) {
        Places places = new Places();
        places.add(row.file(), row.line());
        others.forEach(other -> places.add(other.file(), other.line()));
        String reason =
            "a case is described differently at %s: keep the right one".formatted(places);
        reject(row.file(), row.line(), Rule.DUPLICATE_CASE, reason, 0);
        others.forEach(other -> reject(other.file(), other.line(), Rule.DUPLICATE_CASE, reason, 0));
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
    return "%s line %d".formatted(accounts.get(file).file.name(), line);
  }

  private static String outsideList(Attribute attribute, String given) {
    return "%s \"%s\" is not one of %s: correct it, or leave it blank"
        .formatted(
            attribute.id(),
            Quoted.text(given),
            attribute.values().stream().map(Attribute.Value::code).toList());
  }

  /** One inspection taken in. */
  record Taken(JudgementMatrix matrix, List<FileCount> files, List<Reject> rejects) {}
}

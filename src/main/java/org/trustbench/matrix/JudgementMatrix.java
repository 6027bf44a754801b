package org.trustbench.matrix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.trustbench.framework.Spelling;

/**
 * One inspection in memory: cases × questions, one byte an answer, with the file and line each came
 * from. Duplicates are found as it fills. Two different answers for one cell make it {@link
 * #CONFLICT}, whatever the order they come in; the first answer and every repeat keep their lines.
 */
public final class JudgementMatrix {
  /** No judgement was given for the cell. */
  public static final byte EMPTY = -1;

  /** Different answers were given for the cell. */
  public static final byte CONFLICT = -2;

  private final int questions;
  private final List<CaseRow> cases;
  private final Map<String, Integer> caseNumbers;
  private byte[] answers = {};
  private byte[] files = {};
  private int[] lines = {};
  private final BitSet rejected;

  /** For each cell a number of {@link #inspectors}; empty until one is told. */
  private int[] judgedBy = {};

  private final List<String> inspectors;
  private final Map<String, Integer> inspectorNumbers;
  private final List<Repeat> repeats = new ArrayList<>();

  /** The second readings of the same cases; null where there are none. */
  private JudgementMatrix second;

  /** A judgement for a cell that had one already. */
  public record Repeat(int caseNumber, int question, int file, int line) {}

  /** Nobody is known to have made the judgement. */
  public static final int NOBODY = -1;

  /** Different inspectors are said to have made the judgement. */
  private static final int SEVERAL = -2;

  /** What became of a judgement. */
  public enum Placed {
    FIRST,
    REPEATED,
    CONFLICTING
  }

  public JudgementMatrix(int questions) {
    this.questions = questions;
    this.cases = new ArrayList<>();
    this.caseNumbers = new HashMap<>();
    this.rejected = new BitSet();
    this.inspectors = new ArrayList<>();
    this.inspectorNumbers = new HashMap<>();
  }

  /** Other judgements of the same cases, by inspectors of the same numbers. */
  private JudgementMatrix(JudgementMatrix first) {
    this.questions = first.questions;
    this.cases = first.cases;
    this.caseNumbers = first.caseNumbers;
    this.rejected = first.rejected;
    this.inspectors = first.inspectors;
    this.inspectorNumbers = first.inspectorNumbers;
  }

  /** The judgements of a reading: this matrix, or another over the same cases and inspectors. */
  public JudgementMatrix of(Reading reading) {
    if (reading == Reading.FIRST) {
      return this;
    }
    if (second == null) {
      second = new JudgementMatrix(this);
    }
    return second;
  }

  /** Whether cases were read a second time. */
  public boolean hasSecond() {
    return second != null;
  }

  public int questions() {
    return questions;
  }

  /** The cases in the order they were added; a case's number is its place here. */
  public List<CaseRow> cases() {
    return cases;
  }

  /** The number of a case, however its id is spelt; -1 if there is none of that id. */
  public int caseNumber(String id) {
    return caseNumbers.getOrDefault(Spelling.folded(id), -1);
  }

  /** Adds a case that is not there yet and gives its number. */
  public int addCase(CaseRow row) {
    int number = cases.size();
    cases.add(row);
    caseNumbers.put(Spelling.folded(row.id()), number);
    return number;
  }

  /** Gives every case another id. No two cases may come to have the same. */
  public void rename(UnaryOperator<String> name) {
    caseNumbers.clear();
    for (int c = 0; c < cases.size(); c++) {
      CaseRow row = cases.get(c);
      String id = name.apply(row.id());
      cases.set(c, new CaseRow(id, row.evidence(), row.attributes(), row.file(), row.line()));
      caseNumbers.put(Spelling.folded(id), c);
    }
  }

  /** Sets a case aside: it stays here to account for its judgements, and is no case otherwise. */
  public void reject(int caseNumber) {
    rejected.set(caseNumber);
  }

  public boolean isRejected(int caseNumber) {
    return rejected.get(caseNumber);
  }

  /** Puts a judgement into its cell. */
  public Placed place(int caseNumber, int question, int answer, int file, int line) {
    int cell = caseNumber * questions + question;
    if (cell >= answers.length) {
      grow();
    }
    byte before = answers[cell];
    if (before == EMPTY) {
      answers[cell] = (byte) answer;
      files[cell] = (byte) file;
      lines[cell] = line;
      return Placed.FIRST;
    }
    repeats.add(new Repeat(caseNumber, question, file, line));
    if (before == answer) {
      return Placed.REPEATED;
    }
    answers[cell] = CONFLICT;
    return Placed.CONFLICTING;
  }

  /** The number of an inspector, however the id is spelt; a new one where it was not met before. */
  public int inspector(String id) {
    return inspectorNumbers.computeIfAbsent(
        Spelling.folded(id),
        folded -> {
          inspectors.add(folded);
          return inspectors.size() - 1;
        });
  }

  /**
   * Says who made a judgement that was placed. Where two are said to have made it, nobody is: whose
   * it is then depends on no order of rows.
   */
  public void judgedBy(int caseNumber, int question, int inspector) {
    int cell = caseNumber * questions + question;
    if (cell >= judgedBy.length) {
      int before = judgedBy.length;
      judgedBy = Arrays.copyOf(judgedBy, Math.max(answers.length, cell + 1));
      Arrays.fill(judgedBy, before, judgedBy.length, NOBODY);
    }
    judgedBy[cell] = judgedBy[cell] == NOBODY || judgedBy[cell] == inspector ? inspector : SEVERAL;
  }

  /** Says who made every judgement of a case that nobody is said to have made. */
  public void judgedOtherwiseBy(int caseNumber, int inspector) {
    for (int question = 0; question < questions; question++) {
      int cell = caseNumber * questions + question;
      boolean isSaid = cell < judgedBy.length && judgedBy[cell] != NOBODY;
      if (answer(caseNumber, question) != EMPTY && !isSaid) {
        judgedBy(caseNumber, question, inspector);
      }
    }
  }

  /** The number of the inspector who made a judgement, or {@link #NOBODY}. */
  public int judgedBy(int caseNumber, int question) {
    int cell = caseNumber * questions + question;
    return cell < judgedBy.length ? Math.max(NOBODY, judgedBy[cell]) : NOBODY;
  }

  /** The inspectors' ids, by number; empty where none were sent. */
  public List<String> inspectors() {
    return inspectors;
  }

  /** Gives every inspector another id. */
  public void renameInspectors(UnaryOperator<String> name) {
    inspectors.replaceAll(name);
    inspectorNumbers.clear();
    for (int i = 0; i < inspectors.size(); i++) {
      inspectorNumbers.put(inspectors.get(i), i);
    }
  }

  /** Makes room for all cases: at once where they come before their judgements. */
  private void grow() {
    int before = answers.length;
    int needed = Math.multiplyExact(cases.size(), questions);
    int cells = (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(needed, before * 3L / 2));
    answers = Arrays.copyOf(answers, cells);
    files = Arrays.copyOf(files, cells);
    lines = Arrays.copyOf(lines, cells);
    Arrays.fill(answers, before, cells, EMPTY);
  }

  /** The answer code's number, {@link #EMPTY} or {@link #CONFLICT}. */
  public byte answer(int caseNumber, int question) {
    int cell = caseNumber * questions + question;
    return cell < answers.length ? answers[cell] : EMPTY;
  }

  /** The number of the file that the first judgement of a cell came from. */
  public int file(int caseNumber, int question) {
    return files[caseNumber * questions + question];
  }

  /** The line that the first judgement of a cell came from. */
  public int line(int caseNumber, int question) {
    return lines[caseNumber * questions + question];
  }

  /** Judgements given for cells that had one, in the order they came. */
  public List<Repeat> repeats() {
    return repeats;
  }
}

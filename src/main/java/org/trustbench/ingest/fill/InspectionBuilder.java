package org.trustbench.ingest.fill;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.trustbench.framework.Codebook;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.fill.AttributeTexts.Code;
import org.trustbench.ingest.fill.AttributeTexts.Meaning;
import org.trustbench.ingest.fill.AttributeTexts.OutsideList;
import org.trustbench.ingest.fill.CaseDescriptions.Description;
import org.trustbench.ingest.fill.CellAccounts.Place;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.reject.Reject;
import org.trustbench.ingest.reject.RejectRule;
import org.trustbench.ingest.rows.CellPlaces;
import org.trustbench.matrix.CaseRow;
import org.trustbench.matrix.FileAccount;
import org.trustbench.matrix.JudgementMatrix;
import org.trustbench.matrix.Reading;
import org.trustbench.terms.Terms;

/**
 * Takes in one inspection row by row and fills its matrix. What becomes of a row never depends on
 * the order of rows: repeats and conflicts are settled when all are in.
 */
public final class InspectionBuilder {
  /** Characters kept of a text that is outside its list. */
  private static final int LONGEST_KEPT = 100;

  private Codebook codebook;
  private RejectReasons reasons;
  private AttributeTexts attributeTexts;
  private final JudgementMatrix matrix;
  private final MemoryBudget allowance;
  private final CellAccounts accounts;
  private final CaseDescriptions descriptions;
  private ReadingBuilder first;

  /** Null until there is a second reading. */
  private ReadingBuilder second;

  /** Who judged each case, by what is said of the case. */
  private final Map<Integer, Integer> judges = new TreeMap<>();

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
    this.attributeTexts = new AttributeTexts(codebook);
    this.accounts = new CellAccounts(files);
    this.descriptions = new CaseDescriptions(accounts, allowance, codebook.terms());
    this.first = reading(Reading.FIRST);
  }

  /** Says what version of the form it is of, before its rows are taken in. */
  public void isOf(Codebook ofForm) {
    codebook = ofForm;
    reasons = new RejectReasons(ofForm, matrix);
    attributeTexts = new AttributeTexts(ofForm);
    first = reading(Reading.FIRST);
    second = null;
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

  /** A reason with the name of its cell in front, where it has one. */
  public String told(int file, int column, int line, String reason) {
    return accounts.places(file).told(column, line, reason);
  }

  /** Takes up room for a row that waits for the last. */
  public void remember(int file) throws Refusal {
    allowance.remember(1, accounts.name(file));
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
      Meaning meaning = attributeTexts.meaning(i, texts.get(i));
      if (meaning instanceof Code known) {
        codes[i] = known.code();
      } else if (meaning instanceof OutsideList && fault == null) {
        fault = reasons.outsideList(codebook.framework().attributes().get(i), texts.get(i), id);
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
      if (attributeTexts.meaning(i, texts.get(i)) instanceof OutsideList) {
        values.set(i, "outside the list: " + shortened(texts.get(i)));
      }
    }
    return new Description(
        CaseDescriptions.spelling(row, isRepeatOrdinary), row.evidence(), values);
  }

  /** Takes in the judgements of a reading of the cases. */
  public ReadingBuilder of(Reading reading) {
    if (reading == Reading.FIRST) {
      return first;
    }
    if (second == null) {
      second = reading(Reading.SECOND);
    }
    return second;
  }

  private ReadingBuilder reading(Reading reading) {
    return new ReadingBuilder(codebook, reading, matrix, reasons, allowance, accounts);
  }

  /**
   * Says who judged a case, which counts where a judgement itself says nothing else.
   *
   * @param inspector the id that was given; blank where it is not known
   */
  public void caseJudgedBy(int caseNumber, String inspector, int file) throws Refusal {
    int by = first.inspector(inspector, file);
    first.checkInspectors(file);
    if (by != JudgementMatrix.NOBODY) {
      // Where two are said to have judged it, nobody is, whatever the order of rows.
      judges.merge(caseNumber, by, (a, b) -> a.equals(b) ? a : JudgementMatrix.NOBODY);
    }
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
    first.settle();
    if (second != null) {
      second.settle();
    }
    judges.forEach(
        (caseNumber, by) -> {
          if (by != JudgementMatrix.NOBODY) {
            matrix.judgedOtherwiseBy(caseNumber, by);
          }
        });
    return new Taken(matrix, accounts.counts(), accounts.rejects());
  }

  Terms terms() {
    return codebook.terms();
  }

  /** One inspection taken in. */
  public record Taken(JudgementMatrix matrix, List<FileAccount> files, List<Reject> rejects) {}
}

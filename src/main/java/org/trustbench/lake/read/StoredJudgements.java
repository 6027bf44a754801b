package org.trustbench.lake.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.Outcome;
import org.trustbench.lake.table.CasesTable;
import org.trustbench.lake.table.JudgementsTable;
import org.trustbench.matrix.CaseRow;
import org.trustbench.matrix.JudgementMatrix;
import org.trustbench.matrix.JudgementMatrix.Placed;
import org.trustbench.matrix.Reading;
import org.trustbench.table.parquet.DictionaryRows;

/**
 * The judgements of one submission as they were read back from where they are stored: the matrix
 * that they fill with the stored cases, and those that are odd.
 *
 * @param files names of the files that the matrix refers to by number
 * @param count how many judgements there are, odd ones too, and second readings
 * @param repeated judgements of a case and question that had one
 * @param ofNoCase judgements of a case that is not stored; they are not in the matrix
 * @param notOfForm judgements whose question the form does not have, or whose answer it does not
 *     know, or that mean something else; in the matrix only if their outcome alone is wrong
 */
public record StoredJudgements(
    JudgementMatrix matrix,
    List<String> files,
    long count,
    List<Place> repeated,
    List<Place> ofNoCase,
    List<Place> notOfForm) {

  /** Where a judgement came from. */
  public record Place(String file, int line, String questionId) {}

  /** The numbers that texts stand for, found once for each text. */
  private static final class Numbers {
    private final ToIntFunction<String> number;
    private int[] numbers = {DictionaryRows.NONE};

    Numbers(ToIntFunction<String> number) {
      this.number = number;
    }

    void learn(List<String> texts) {
      int known = numbers.length - 1;
      if (known < texts.size()) {
        numbers = Arrays.copyOf(numbers, texts.size() + 1);
        for (int place = known; place < texts.size(); place++) {
          numbers[place + 1] = number.applyAsInt(texts.get(place));
        }
      }
    }

    int of(int place) {
      return numbers[place + 1];
    }
  }

  /** Fills a matrix with the stored cases of one submission and, file by file, its judgements. */
  public static final class Filling {
    private static final int PAGE = 1 << 12;
    private static final Outcome[] OUTCOMES = Outcome.values();

    private final Codebook codebook;
    private final JudgementMatrix matrix;
    private final Map<String, Integer> files = new LinkedHashMap<>();
    private final List<Place> repeated = new ArrayList<>();
    private final List<Place> ofNoCase = new ArrayList<>();
    private final List<Place> notOfForm = new ArrayList<>();
    private long count;
    private String lastInspector = "";
    private int lastInspectorNumber;

    public Filling(Codebook codebook, List<CasesTable.Row> cases) {
      this.codebook = codebook;
      matrix = new JudgementMatrix(codebook.framework().questions().size());
      for (CasesTable.Row stored : cases) {
        CaseRow row = stored.row();
        int file = fileNumber(stored.fileName());
        if (matrix.caseNumber(row.id()) < 0) {
          matrix.addCase(new CaseRow(row.id(), row.evidence(), row.attributes(), file, row.line()));
        }
      }
    }

    private int fileNumber(String name) {
      return files.computeIfAbsent(name, added -> files.size());
    }

    /**
     * Takes in the judgements of one file, all of one reading.
     *
     * @param rows {@link JudgementsTable#VARYING} and the submission's hash; those of other
     *     submissions than the given are left out
     * @param fillings by submission hash
     */
    public static void add(
        DictionaryRows rows, Codebook codebook, Reading reading, Map<String, Filling> fillings) {
      Numbers questions = new Numbers(codebook::question);
      Numbers answers = new Numbers(codebook::answer);
      Numbers outcomes = new Numbers(Filling::outcome);
      int hash = JudgementsTable.VARYING.size();
      int[][] page = new int[hash + 1][PAGE];
      for (int found = rows.next(page); found > 0; found = rows.next(page)) {
        List<List<String>> texts = rows.texts();
        questions.learn(texts.get(1));
        answers.learn(texts.get(2));
        outcomes.learn(texts.get(3));
        for (int from = 0, to; from < found; from = to) {
          to = from + 1;
          while (to < found && page[hash][to] == page[hash][from]) {
            to++;
          }
          Filling filling = fillings.get(text(texts.get(hash), page[hash][from]));
          if (filling != null) {
            filling.add(reading, page, from, to, texts, questions, answers, outcomes);
          }
        }
      }
    }

    private void add(
        Reading reading,
        int[][] page,
        int from,
        int to,
        List<List<String>> texts,
        Numbers questions,
        Numbers answers,
        Numbers outcomes) {
      JudgementMatrix judged = matrix.of(reading);
      int caseNumber = -1;
      int file = -1;
      for (int i = from; i < to; i++) {
        // Rows come by case, and cases by file.
        if (i == from || page[0][i] != page[0][i - 1]) {
          caseNumber = matrix.caseNumber(text(texts.get(0), page[0][i]));
        }
        if (i == from || page[4][i] != page[4][i - 1]) {
          file = fileNumber(text(texts.get(4), page[4][i]));
        }
        int question = questions.of(page[1][i]);
        int answer = answers.of(page[2][i]);
        Outcome outcome = question < 0 || answer < 0 ? null : codebook.outcome(question, answer);
        boolean isOfForm = outcome != null && outcome.ordinal() == outcomes.of(page[3][i]);
        if (caseNumber < 0) {
          ofNoCase.add(place(page, i, texts));
        } else if (outcome != null) {
          if (judged.place(caseNumber, question, answer, file, page[5][i]) != Placed.FIRST) {
            repeated.add(place(page, i, texts));
          }
          if (page[6][i] != DictionaryRows.NONE) {
            judged.judgedBy(caseNumber, question, inspector(texts.get(6), page[6][i]));
          }
        }
        if (!isOfForm) {
          notOfForm.add(place(page, i, texts));
        }
      }
      count += to - from;
    }

    /** The inspector of the row, who mostly is that of the row before. */
    private int inspector(List<String> texts, int place) {
      String id = text(texts, place);
      if (!id.equals(lastInspector)) {
        lastInspector = id;
        lastInspectorNumber = matrix.inspector(id);
      }
      return lastInspectorNumber;
    }

    private static int outcome(String id) {
      for (Outcome outcome : OUTCOMES) {
        if (outcome.id().equals(id)) {
          return outcome.ordinal();
        }
      }
      return DictionaryRows.NONE;
    }

    private static Place place(int[][] page, int row, List<List<String>> texts) {
      return new Place(
          text(texts.get(4), page[4][row]), page[5][row], text(texts.get(1), page[1][row]));
    }

    private static String text(List<String> texts, int place) {
      return place == DictionaryRows.NONE ? "" : texts.get(place);
    }

    /** What has been taken in. */
    public StoredJudgements filled() {
      return new StoredJudgements(
          matrix, List.copyOf(files.keySet()), count, repeated, ofNoCase, notOfForm);
    }
  }
}

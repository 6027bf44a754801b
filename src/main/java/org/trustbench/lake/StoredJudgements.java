package org.trustbench.lake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.trustbench.framework.Form;
import org.trustbench.framework.Outcome;
import org.trustbench.matrix.CaseRow;
import org.trustbench.matrix.JudgementMatrix;
import org.trustbench.matrix.JudgementMatrix.Placed;
import org.trustbench.table.CodedRows;

/**
 * The judgements of one submission as they were read back from where they are stored: the matrix
 * that they fill with the stored cases, and those that are odd.
 *
 * @param files names of the files that the matrix refers to by number
 * @param count how many judgements there are, odd ones too
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
    private int[] numbers = {CodedRows.NONE};

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

  /** Fills a matrix with stored cases and, source by source, their judgements. */
  public static final class Filling {
    private static final int PAGE = 1 << 12;
    private static final Outcome[] OUTCOMES = Outcome.values();

    private final Form form;
    private final JudgementMatrix matrix;
    private final Map<String, Integer> files = new LinkedHashMap<>();
    private final List<Place> repeated = new ArrayList<>();
    private final List<Place> ofNoCase = new ArrayList<>();
    private final List<Place> notOfForm = new ArrayList<>();
    private long count;

    public Filling(Form form, List<CasesTable.Row> cases) {
      this.form = form;
      matrix = new JudgementMatrix(form.framework().questions().size());
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
     * Takes in judgements.
     *
     * @param rows case_id, question_id, answer, outcome, file and line
     */
    public void add(CodedRows rows) {
      List<Numbers> numbers =
          List.of(
              new Numbers(matrix::caseNumber),
              new Numbers(form::question),
              new Numbers(form::answer),
              new Numbers(Filling::outcome),
              new Numbers(this::fileNumber));
      int[][] page = new int[JudgementsTable.VARYING.size()][PAGE];
      for (int found = rows.next(page); found > 0; found = rows.next(page)) {
        List<List<String>> texts = rows.texts();
        for (int i = 0; i < numbers.size(); i++) {
          numbers.get(i).learn(texts.get(i));
        }
        add(page, found, numbers, texts);
        count += found;
      }
    }

    private void add(int[][] page, int found, List<Numbers> numbers, List<List<String>> texts) {
      Numbers cases = numbers.get(0);
      Numbers questions = numbers.get(1);
      Numbers answers = numbers.get(2);
      Numbers outcomes = numbers.get(3);
      Numbers fileNumbers = numbers.get(4);
      for (int i = 0; i < found; i++) {
        int caseNumber = cases.of(page[0][i]);
        int question = questions.of(page[1][i]);
        int answer = answers.of(page[2][i]);
        Outcome outcome = question < 0 || answer < 0 ? null : form.outcome(question, answer);
        boolean isOfForm = outcome != null && outcome.ordinal() == outcomes.of(page[3][i]);
        if (caseNumber < 0) {
          ofNoCase.add(place(page, i, texts));
        } else if (outcome != null) {
          int file = fileNumbers.of(page[4][i]);
          if (matrix.place(caseNumber, question, answer, file, page[5][i]) != Placed.FIRST) {
            repeated.add(place(page, i, texts));
          }
        }
        if (!isOfForm) {
          notOfForm.add(place(page, i, texts));
        }
      }
    }

    private static int outcome(String id) {
      for (Outcome outcome : OUTCOMES) {
        if (outcome.id().equals(id)) {
          return outcome.ordinal();
        }
      }
      return CodedRows.NONE;
    }

    private static Place place(int[][] page, int row, List<List<String>> texts) {
      return new Place(
          text(texts.get(4), page[4][row]), page[5][row], text(texts.get(1), page[1][row]));
    }

    private static String text(List<String> texts, int place) {
      return place == CodedRows.NONE ? "" : texts.get(place);
    }

    /** What has been taken in. */
    public StoredJudgements filled() {
      return new StoredJudgements(
          matrix, List.copyOf(files.keySet()), count, repeated, ofNoCase, notOfForm);
    }
  }
}

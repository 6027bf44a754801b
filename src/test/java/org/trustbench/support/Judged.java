package org.trustbench.support;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.Question;
import org.trustbench.matrix.CaseRow;
import org.trustbench.matrix.JudgementMatrix;
import org.trustbench.tally.Tallier;

/**
 * Inspections of {@link TinyFramework} from a small table: for each question how many of the late
 * and of the early lessons were found sufficient, of how many judged. In whatever lesson is left
 * the question is not applicable. Of interviews there are as many as were judged, all late.
 */
public final class Judged {
  private static final Pattern LINE =
      Pattern.compile("(\\w+) +(\\d+)/(\\d+) +(\\d+)/(\\d+)", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Codebook CODEBOOK = TinyFramework.codebook();

  private Judged() {}

  /**
   * One inspection, called after its trust.
   *
   * @param table a line a question: {@code plan 3/7 20/30}, late lessons before early ones
   */
  public static InspectionTallies inspection(String trust, String table) {
    return inspection(CODEBOOK, trust, table);
  }

  /** The same of a form of schools with more trusts. */
  public static InspectionTallies inspection(Codebook codebook, String trust, String table) {
    Map<String, int[]> judged = new LinkedHashMap<>();
    for (String line : table.strip().lines().toList()) {
      Matcher cells = LINE.matcher(line.strip());
      if (!cells.matches()) {
        throw new IllegalArgumentException(line);
      }
      int[] numbers = new int[4];
      for (int i = 0; i < numbers.length; i++) {
        numbers[i] = Integer.parseInt(cells.group(i + 2));
      }
      judged.put(cells.group(1), numbers);
    }
    JudgementMatrix matrix = new JudgementMatrix(codebook.framework().questions().size());
    add(codebook, matrix, judged, "lesson", "late", 0);
    add(codebook, matrix, judged, "lesson", "early", 2);
    add(codebook, matrix, judged, "interview", "late", 0);
    return new InspectionTallies(
        trust + "-2014",
        codebook.framework().trust(trust),
        null,
        LocalDate.of(2014, 1, 1),
        LocalDate.of(2014, 1, 31),
        LocalDate.of(2014, 3, 1),
        400L,
        (long) matrix.cases().size(),
        (long) matrix.cases().size(),
        true,
        InspectionTallies.grouped(new Tallier(codebook).tally(trust + "-2014", matrix)));
  }

  /** Cases of one kind and stage, of which each question is asked of the first so many. */
  private static void add(
      Codebook codebook,
      JudgementMatrix matrix,
      Map<String, int[]> judged,
      String evidence,
      String stage,
      int from) {
    Map<String, Question> questions = new LinkedHashMap<>();
    for (Question question : codebook.framework().questions()) {
      if (question.evidence().equals(evidence) && judged.containsKey(question.id())) {
        questions.put(question.id(), question);
      }
    }
    int cases =
        questions.keySet().stream().mapToInt(id -> judged.get(id)[from + 1]).max().orElse(0);
    for (int c = 0; c < cases; c++) {
      int number =
          matrix.addCase(
              new CaseRow(
                  evidence + stage + c,
                  evidence,
                  java.util.Arrays.asList(stage, "low", null),
                  0,
                  c + 2));
      for (Question question : questions.values()) {
        int[] numbers = judged.get(question.id());
        String answer = c < numbers[from] ? "yes" : c < numbers[from + 1] ? "no" : "na";
        String graded = answer.equals("yes") ? "1" : answer.equals("no") ? "4" : answer;
        boolean isGraded = question.id().equals("safe");
        matrix.place(
            number,
            codebook.question(question.id()),
            codebook.answer(isGraded ? graded : answer),
            0,
            c + 2);
      }
    }
  }
}

package org.trustbench.feedback;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.trustbench.feedback.InspectionProblems.Remark;
import org.trustbench.framework.Attribute;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.Outcome;
import org.trustbench.framework.Question;
import org.trustbench.matrix.CaseRow;
import org.trustbench.matrix.JudgementMatrix;

/** Finds in one inspection what is lawful and yet lacking or unlikely. */
final class UnlikelyValues {
  static final String NEVER_ANSWERED = "questions never answered";
  static final String NEVER_GIVEN = "attributes never given";
  static final String ALWAYS_THE_SAME = "questions always answered the same";
  static final String ONLY_NOT_APPLICABLE = "{cases} with nothing but not applicable";
  static final String TWICE = "{cases} alike in everything";

  /** Answers that are the same by chance, where there are fewer. */
  static final int FEWEST = 10;

  private final Codebook codebook;
  private final JudgementMatrix matrix;
  private final List<String> files;
  private final List<Integer> cases;
  private final List<Remark> remarks = new ArrayList<>();

  private UnlikelyValues(Codebook codebook, JudgementMatrix matrix, List<String> files) {
    this.codebook = codebook;
    this.matrix = matrix;
    this.files = files;
    this.cases =
        IntStream.range(0, matrix.cases().size())
            .filter(c -> !matrix.isRejected(c))
            .boxed()
            .toList();
  }

  /**
   * The remarks on an inspection.
   *
   * @param files names of its files, by the numbers that the matrix has
   */
  static List<Remark> of(Codebook codebook, JudgementMatrix matrix, List<String> files) {
    UnlikelyValues unlikely = new UnlikelyValues(codebook, matrix, files);
    for (int q = 0; q < matrix.questions(); q++) {
      unlikely.question(q);
    }
    unlikely.attributes();
    unlikely.cases.forEach(unlikely::onlyNotApplicable);
    unlikely.alike();
    return unlikely.remarks;
  }

  /** The share of judgements asked for that are not recorded; NaN where none are asked for. */
  static double notRecorded(Codebook codebook, JudgementMatrix matrix) {
    UnlikelyValues values = new UnlikelyValues(codebook, matrix, List.of());
    long asked = 0;
    long missing = 0;
    for (int c : values.cases) {
      for (int q = 0; q < matrix.questions(); q++) {
        if (values.isAsked(c, q)) {
          asked++;
          missing += values.outcome(c, q) == Outcome.NOT_RECORDED ? 1 : 0;
        }
      }
    }
    return asked == 0 ? Double.NaN : (double) missing / asked;
  }

  private void question(int q) {
    Question question = codebook.framework().questions().get(q);
    Map<Byte, Long> answers = new HashMap<>();
    boolean isAsked = false;
    for (int c : cases) {
      isAsked |= isAsked(c, q);
      if (isAsked(c, q) && outcome(c, q) != Outcome.NOT_RECORDED) {
        answers.merge(matrix.answer(c, q), 1L, Long::sum);
      }
    }
    if (isAsked && answers.isEmpty()) {
      remark(NEVER_ANSWERED, question.id());
    }
    answers.forEach(
        (answer, times) -> {
          if (answers.size() == 1 && times >= FEWEST) {
            remark(
                ALWAYS_THE_SAME,
                codebook
                    .terms()
                    .text(
                        "%s: %s in all %s",
                        question.id(),
                        codebook.answerCode(answer),
                        codebook.terms().counted(times, "{case}", "{cases}")));
          }
        });
  }

  private void attributes() {
    List<Attribute> attributes = codebook.framework().attributes();
    for (int a = 0; a < attributes.size(); a++) {
      int attribute = a;
      boolean isNever =
          cases.stream().allMatch(c -> matrix.cases().get(c).attributes().get(attribute) == null);
      if (isNever && !cases.isEmpty()) {
        remark(NEVER_GIVEN, attributes.get(a).id());
      }
    }
  }

  private void onlyNotApplicable(int c) {
    Set<Outcome> outcomes = new HashSet<>();
    for (int q = 0; q < matrix.questions(); q++) {
      if (isAsked(c, q)) {
        outcomes.add(outcome(c, q));
      }
    }
    outcomes.remove(Outcome.NOT_RECORDED);
    if (outcomes.equals(Set.of(Outcome.NOT_APPLICABLE))) {
      remark(ONLY_NOT_APPLICABLE, place(c));
    }
  }

  /** Cases of other ids with the same attributes and the same answers, if these are not few. */
  private void alike() {
    Map<List<Object>, Integer> first = new HashMap<>();
    for (int c : cases) {
      CaseRow row = matrix.cases().get(c);
      List<Object> key = new ArrayList<>(row.attributes());
      key.add(row.evidence());
      long judged = 0;
      for (int q = 0; q < matrix.questions(); q++) {
        key.add(matrix.answer(c, q));
        judged += outcome(c, q) == Outcome.NOT_RECORDED ? 0 : 1;
      }
      Integer before = judged < FEWEST ? null : first.putIfAbsent(key, c);
      if (before != null) {
        remark(TWICE, "%s and %s".formatted(place(before), place(c)));
      }
    }
  }

  private boolean isAsked(int c, int q) {
    Question question = codebook.framework().questions().get(q);
    return codebook.question(question.id()) >= 0
        && question.evidence().equals(matrix.cases().get(c).evidence());
  }

  /** What a cell comes to; what is empty or in conflict is not recorded. */
  private Outcome outcome(int c, int q) {
    byte answer = matrix.answer(c, q);
    return answer < 0 ? Outcome.NOT_RECORDED : codebook.outcome(q, answer);
  }

  private String place(int c) {
    CaseRow row = matrix.cases().get(c);
    return "%s line %d".formatted(files.get(row.file()), row.line());
  }

  private void remark(String kind, String text) {
    remarks.add(new Remark(codebook.terms().text(kind), text));
  }
}

package org.trustbench.disclosure.adversary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Trust;
import org.trustbench.matrix.CaseRow;
import org.trustbench.matrix.JudgementMatrix;
import org.trustbench.publish.Programmes;
import org.trustbench.support.TinyFramework;
import org.trustbench.tally.Tallier;

/**
 * Made-up programmes of small trusts: sections that share a question, measures on nested
 * conditions, interviews, cells in which all is sufficient or nothing.
 */
public final class SmallProgrammes {
  private static final String NESTED =
      """
      "measures": [
        { "id": "safe-any", "kind": "safety", "label": "Safe, late or at high risk",
          "questions": ["safe"], "when": { "any": [
            { "attribute": "stage", "in": ["late"] }, { "attribute": "risk", "in": ["high"] }] } },
        { "id": "taught-late", "kind": "safety", "label": "Taught in late classes",
          "questions": ["pace", "marked"], "when": { "attribute": "stage", "in": ["late"] } },
      """;
  private static final String COMPARATORS =
      """
      "comparators": [{ "id": "programme", "label": "All schools" },
        { "id": "tranche", "label": "Tranche", "by": "tranche" }],
      """;

  private SmallProgrammes() {}

  /** The small framework with nested measures, a comparator by tranche, and as many schools. */
  public static Framework framework(int trusts) {
    Framework tiny =
        TinyFramework.read(
            json ->
                json.replace("\"measures\": [", NESTED)
                    .replaceFirst("\"comparators\": \\[.*\\],\n", COMPARATORS));
    List<Trust> schools = new ArrayList<>();
    for (int t = 0; t < trusts; t++) {
      schools.add(
          new Trust(
              "S%02d".formatted(t),
              "School %d".formatted(t),
              List.of(),
              new TreeMap<>(Map.of("tranche", Integer.toString(1 + t % 3), "county", "Kent"))));
    }
    return Programmes.withTrusts(tiny, schools);
  }

  /**
   * The judgements of one inspection of each trust, some of them small.
   *
   * @param largest cases of the largest trust; the smallest has 2
   */
  public static List<JudgementMatrix> matrices(Framework framework, int largest, long seed) {
    Codebook codebook = new Codebook(framework);
    Random random = new Random(seed);
    List<JudgementMatrix> matrices = new ArrayList<>();
    for (int t = 0; t < framework.trusts().size(); t++) {
      matrices.add(matrix(codebook, 2 + random.nextInt(largest - 1), random));
    }
    return matrices;
  }

  private static JudgementMatrix matrix(Codebook codebook, int cases, Random random) {
    Framework framework = codebook.framework();
    int questions = framework.questions().size();
    JudgementMatrix matrix = new JudgementMatrix(questions);
    double[] quality = random.doubles(questions).map(SmallProgrammes::stretched).toArray();
    double late = random.nextDouble();
    double blank = random.nextDouble() * .4;
    int interviews = random.nextInt(16);
    for (int c = 0; c < cases + interviews; c++) {
      boolean isInterview = c >= cases;
      List<String> attributes = new ArrayList<>();
      attributes.add(random.nextDouble() < late ? "late" : "early");
      attributes.add(random.nextDouble() < .3 ? "high" : random.nextDouble() < .9 ? "low" : null);
      attributes.add(null);
      String evidence = isInterview ? "interview" : "lesson";
      matrix.addCase(new CaseRow("C" + c, evidence, attributes, 0, c + 2));
      for (int q = 0; q < questions; q++) {
        if (framework.questions().get(q).evidence().equals(evidence)) {
          judge(codebook, matrix, c, q, random, blank, quality[q]);
        }
      }
    }
    return matrix;
  }

  /** A share that is often none or all. */
  private static double stretched(double share) {
    return Math.min(1, Math.max(0, share * 1.4 - .2));
  }

  private static void judge(
      Codebook codebook,
      JudgementMatrix matrix,
      int c,
      int q,
      Random random,
      double blank,
      double share) {
    var question = codebook.framework().questions().get(q);
    if (random.nextDouble() < blank) {
      if (random.nextBoolean()) {
        matrix.place(c, q, codebook.answer("na"), 0, c + 2);
      }
      return;
    }
    boolean isSufficient = random.nextDouble() < share;
    String answer =
        question.answers().stream()
            .filter(code -> question.sufficient().contains(code) == isSufficient)
            .findFirst()
            .orElseThrow();
    matrix.place(c, q, codebook.answer(answer), 0, c + 2);
  }

  /** The programme that these judgements make. */
  public static List<InspectionTallies> inspected(
      Framework framework, List<JudgementMatrix> matrices) {
    Tallier tallier = new Tallier(new Codebook(framework));
    List<InspectionTallies> inspected = new ArrayList<>();
    for (int t = 0; t < matrices.size(); t++) {
      Trust trust = framework.trusts().get(t);
      String id = trust.code() + "-2014";
      long cases = matrices.get(t).cases().size();
      inspected.add(
          new InspectionTallies(
              id,
              trust,
              trust.dimensions().get("tranche"),
              LocalDate.of(2014, 1, 1),
              LocalDate.of(2014, 1, 31),
              LocalDate.of(2014, 3, 1),
              400L,
              cases,
              cases,
              true,
              InspectionTallies.grouped(tallier.tally(id, matrices.get(t)))));
    }
    return inspected;
  }

  /** The same judgements, one case of which was judged again by someone else. */
  public static JudgementMatrix rejudged(Framework framework, JudgementMatrix matrix, long seed) {
    Codebook codebook = new Codebook(framework);
    Random random = new Random(seed);
    int which = random.nextInt(matrix.cases().size());
    int questions = framework.questions().size();
    JudgementMatrix again = new JudgementMatrix(questions);
    for (int c = 0; c < matrix.cases().size(); c++) {
      CaseRow row = matrix.cases().get(c);
      again.addCase(row);
      for (int q = 0; q < questions; q++) {
        int answer = matrix.answer(c, q);
        boolean isAsked = framework.questions().get(q).evidence().equals(row.evidence());
        if (c == which && isAsked) {
          judge(codebook, again, c, q, random, .3, .5);
        } else if (answer >= 0) {
          again.place(c, q, answer, 0, c + 2);
        }
      }
    }
    return again;
  }
}

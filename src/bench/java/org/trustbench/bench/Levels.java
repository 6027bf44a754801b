package org.trustbench.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AhrensDieterMarsagliaTsangGammaSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateContinuousSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.trustbench.stats.DesignEffect;
import org.trustbench.stats.Difference;
import org.trustbench.stats.LeaveOneOut;
import org.trustbench.stats.Normal;
import org.trustbench.stats.Proportion;
import org.trustbench.stats.RankEstimate;
import org.trustbench.stats.Ranks;
import org.trustbench.stats.Sums;
import org.trustbench.stats.Verdict;

/**
 * Whether intervals, verdicts, rank sets and tiers keep their level, by the product's own classes:
 * programmes of trusts that are all alike, so that every difference found is not there. Cases have
 * a probability of their own, Beta distributed around p, by which two judgements of a case are
 * correlated. Where cases are unequal a trust has half, once or twice as many as the cell says, and
 * a case from one question to nearly twice as many.
 */
final class Levels {
  private static final int[] CASES = {2, 3, 5, 8, 12, 19, 20, 21, 40};
  private static final int[] QUESTIONS = {1, 3, 10, 60};
  private static final double[] CORRELATIONS = {.05, .2, .4};
  private static final double[] SCORES = {.5, .8, .9, .98};
  private static final int[] TRUSTS = {4, 12, 35, 150};
  private static final double LEAST_COVERAGE = .93;
  private static final double MOST_FOUND = .06;

  /** Rank sets of more trusts take too long to be made a hundred thousand times. */
  private static final int MOST_RANKED = 12;

  /** What programmes are drawn by. */
  private record Cell(
      int trusts, int cases, int questions, double correlation, double p, boolean isEqual) {}

  /**
   * How often each went wrong.
   *
   * @param covered share of intervals that hold the truth
   * @param apart share of verdicts that are not similar
   * @param narrowed share of rank sets that leave out a rank, where all are alike
   * @param tiered share of programmes with a second tier
   */
  private record Found(Cell cell, double covered, double apart, double narrowed, double tiered) {
    /** Beyond what so many trusts, or programmes, leave to chance. */
    boolean isBroken(int trustsDrawn) {
      double ofProgrammes =
          2.5 * Math.sqrt(MOST_FOUND * (1 - MOST_FOUND) * cell.trusts / trustsDrawn);
      double ofTrusts = 2.5 * Math.sqrt(MOST_FOUND * (1 - MOST_FOUND) / trustsDrawn);
      return covered < LEAST_COVERAGE - ofTrusts
          || apart > MOST_FOUND + ofTrusts
          || narrowed > MOST_FOUND + ofProgrammes
          || tiered > MOST_FOUND + ofProgrammes;
    }

    double worst() {
      return Math.max(apart, Math.max(narrowed, tiered));
    }

    String row() {
      return String.format(
          Locale.ROOT,
          "| %d | %d | %d | %s | %s | %s | %.3f | %.3f | %.3f | %.3f |%n",
          cell.trusts,
          cell.cases,
          cell.questions,
          cell.questions == 1 ? "" : cell.correlation,
          cell.p,
          cell.isEqual ? "equal" : "unequal",
          covered,
          apart,
          narrowed,
          tiered);
    }
  }

  private final int trustsDrawn;
  private final long seed;

  /**
   * Makes a simulation.
   *
   * @param trustsDrawn of each cell
   */
  Levels(int trustsDrawn, long seed) {
    this.trustsDrawn = trustsDrawn;
    this.seed = seed;
  }

  String measure() {
    List<Found> found = cells().parallelStream().map(this::found).toList();
    StringBuilder text = new StringBuilder("## Levels of intervals, verdicts, ranks and tiers\n\n");
    text.append("%d cells of %d trusts or more each.%n".formatted(found.size(), trustsDrawn));
    table(
        text,
        "Outside .93 and .06",
        found.stream().filter(one -> one.isBroken(trustsDrawn)).toList());
    for (boolean isSingle : new boolean[] {false, true}) {
      List<Found> some =
          found.stream().filter(one -> (one.cell.questions == 1) == isSingle).toList();
      String of = isSingle ? ", single questions" : ", several questions";
      table(
          text,
          "Least coverage" + of,
          some.stream().sorted(Comparator.comparing(Found::covered)).limit(8).toList());
      table(
          text,
          "Most found that is not there" + of,
          some.stream().sorted(Comparator.comparing(Found::worst).reversed()).limit(8).toList());
    }
    return text.toString();
  }

  private static void table(StringBuilder text, String title, List<Found> rows) {
    text.append(
        "%n%s: %d%n%n| trusts | cases | questions | correlation | p | | covered | verdicts | rank sets | tiers |%n|---|---|---|---|---|---|---|---|---|---|%n"
            .formatted(title, rows.size()));
    rows.forEach(row -> text.append(row.row()));
  }

  private static List<Cell> cells() {
    List<Cell> cells = new ArrayList<>();
    for (int trusts : TRUSTS) {
      for (int cases : CASES) {
        for (int questions : QUESTIONS) {
          for (double p : SCORES) {
            for (double correlation : questions == 1 ? new double[] {0} : CORRELATIONS) {
              cells.add(new Cell(trusts, cases, questions, correlation, p, true));
              cells.add(new Cell(trusts, cases, questions, correlation, p, false));
            }
          }
        }
      }
    }
    return cells;
  }

  private Found found(Cell cell) {
    UniformRandomProvider random =
        RandomSource.XO_SHI_RO_256_PP.create(seed * 1_000_003 + cell.hashCode());
    int programmes = (trustsDrawn + cell.trusts - 1) / cell.trusts;
    int[] wrong = new int[4];
    for (int programme = 0; programme < programmes; programme++) {
      List<Sums> sums =
          IntStream.range(0, cell.trusts).mapToObj(t -> drawn(random, cell, t)).toList();
      count(cell, sums, wrong);
    }
    double all = (double) programmes * cell.trusts;
    return new Found(
        cell, 1 - wrong[0] / all, wrong[1] / all, wrong[2] / all, (double) wrong[3] / programmes);
  }

  private static void count(Cell cell, List<Sums> sums, int[] wrong) {
    OptionalDouble pooled = DesignEffect.pooled(sums);
    double[] deff =
        sums.stream()
            .mapToDouble(
                one ->
                    cell.questions == 1
                        ? DesignEffect.INDEPENDENT
                        : DesignEffect.chosen(one, pooled))
            .toArray();
    LeaveOneOut others = new LeaveOneOut(sums, deff);
    List<Proportion> ranked = new ArrayList<>();
    for (int t = 0; t < deff.length; t++) {
      Proportion own = Proportion.of(sums.get(t), deff[t]).orElseThrow();
      wrong[0] += own.interval(Normal.Z95).excludes(cell.p) ? 1 : 0;
      if (sums.get(t).k() >= DesignEffect.FEWEST_CASES) {
        ranked.add(own);
        Proportion rest = others.pooled(t).orElseThrow();
        wrong[1] += Difference.verdict(own, rest).at95() == Verdict.SIMILAR ? 0 : 1;
      }
    }
    if (ranked.size() < 2 || cell.trusts > MOST_RANKED) {
      return;
    }
    int lowest = 1;
    for (RankEstimate one : Ranks.of(ranked, Normal.ALPHA95)) {
      wrong[2] += one.lower() > 1 || one.upper() < ranked.size() ? 1 : 0;
      lowest = Math.max(lowest, one.tier());
    }
    wrong[3] += lowest > 1 ? 1 : 0;
  }

  private static Sums drawn(UniformRandomProvider random, Cell cell, int trust) {
    int cases = cell.cases;
    if (!cell.isEqual) {
      cases = trust % 3 == 0 ? Math.max(2, cases / 2) : trust % 3 == 1 ? cases : 2 * cases;
    }
    double together = cell.questions == 1 ? 1 : 1 / cell.correlation - 1;
    SharedStateContinuousSampler good = gamma(random, cell.p * together);
    SharedStateContinuousSampler bad = gamma(random, (1 - cell.p) * together);
    Sums sums = Sums.NONE;
    for (int c = 0; c < cases; c++) {
      double g = good.sample();
      double own = cell.questions == 1 ? cell.p : g / (g + bad.sample());
      int questions =
          cell.isEqual || cell.questions == 1
              ? cell.questions
              : 1 + random.nextInt(2 * cell.questions - 1);
      int y = 0;
      for (int q = 0; q < questions; q++) {
        y += random.nextDouble() < own ? 1 : 0;
      }
      sums = sums.plus(Sums.ofCase(y, questions));
    }
    return sums;
  }

  private static SharedStateContinuousSampler gamma(UniformRandomProvider random, double shape) {
    return AhrensDieterMarsagliaTsangGammaSampler.of(random, shape, 1);
  }
}

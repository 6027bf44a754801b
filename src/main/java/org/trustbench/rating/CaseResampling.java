package org.trustbench.rating;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.trustbench.tally.CaseSums;

/**
 * How often each rating comes out when the cases of an inspection are drawn again: as many of each
 * kind of evidence as there were, with replacement (the nonparametric bootstrap of Efron 1979, by
 * the case as cluster). All measures of a draw rest on the same cases, so what hangs together stays
 * together.
 *
 * <p>It tells of the draw of cases alone: not of how inspectors differ, nor of cases that could not
 * have been drawn. With few cases it understates the spread by a factor of about (k − 1)/k in
 * variance.
 *
 * @param draws how many draws were made
 * @param times by rule, then by place in the scale, the last for no rating; together {@code draws}
 */
public record CaseResampling(String inspectionId, int draws, int[][] times)
    implements Serializable {
  /** Monte Carlo error of a share at most 1.1 percentage points, as a standard error. */
  public static final int DRAWS = 2_000;

  private static final Comparator<CaseSums> ORDER =
      Comparator.comparing(CaseSums::evidence)
          .thenComparing(CaseSums::sufficient, Arrays::compare)
          .thenComparing(CaseSums::assessed, Arrays::compare);

  /** Draws the cases of an inspection again. Their order makes no difference. */
  public static CaseResampling of(
      RatingDecision decision, String inspectionId, List<CaseSums> cases) {
    List<List<CaseSums>> kinds =
        new ArrayList<>(
            cases.stream()
                .sorted(ORDER)
                .collect(
                    Collectors.groupingBy(CaseSums::evidence, TreeMap::new, Collectors.toList()))
                .values());
    UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed(inspectionId));
    int rules = decision.rules().rules().size();
    int none = decision.rules().scale().size();
    int[][] times = new int[rules][none + 1];
    double[] percent = new double[decision.measures().size()];
    for (int draw = 0; draw < DRAWS; draw++) {
      draw(kinds, random, percent);
      int[] places = decision.places(percent);
      for (int r = 0; r < rules; r++) {
        times[r][places[r] == RatingDecision.NONE ? none : places[r]]++;
      }
    }
    return new CaseResampling(inspectionId, DRAWS, times);
  }

  private static void draw(
      List<List<CaseSums>> kinds, UniformRandomProvider random, double[] percent) {
    long[] y = new long[percent.length];
    long[] n = new long[percent.length];
    for (List<CaseSums> kind : kinds) {
      for (int i = 0; i < kind.size(); i++) {
        CaseSums one = kind.get(random.nextInt(kind.size()));
        for (int m = 0; m < y.length; m++) {
          y[m] += one.sufficient()[m];
          n[m] += one.assessed()[m];
        }
      }
    }
    for (int m = 0; m < y.length; m++) {
      percent[m] = percent(y[m], n[m]);
    }
  }

  /** How often each rating of a rule came out, in proportion, the last for no rating. */
  public List<Double> shares(int rule) {
    return Arrays.stream(times[rule]).mapToObj(count -> (double) count / draws).toList();
  }

  /** A score in percent; NaN where nothing was assessed. A whole number comes out as one. */
  public static double percent(long sufficient, long assessed) {
    return assessed == 0 ? Double.NaN : 100.0 * sufficient / assessed;
  }

  /** The same inspection is drawn alike in every run. */
  private static long seed(String inspectionId) {
    CRC32 crc = new CRC32();
    crc.update(inspectionId.getBytes(StandardCharsets.UTF_8));
    return crc.getValue();
  }
}

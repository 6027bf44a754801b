package org.trustbench.benchmark;

import java.util.function.Function;
import org.trustbench.framework.Measure;
import org.trustbench.stats.BetaBinomial;
import org.trustbench.stats.OverDispersion;
import org.trustbench.stats.Spread;

/**
 * One measure of one comparator group, all its trusts together.
 *
 * @param base the counts that are published, all trusts together
 * @param availability whether there is a score, and why not
 * @param trustsSuppressed trusts whose own figures are withheld, and which are no part of these
 * @param figures null when nothing was assessed
 * @param overDispersion null below ten trusts, and once content is for the public
 * @param shrinkage what scores are shrunken to; null when no trust has a score, and once content is
 *     for the public
 * @param rankedTrusts trusts that have a rank
 */
public record ComparatorScore(
    ComparatorGroup comparatorGroup,
    Measure measure,
    Base base,
    Availability availability,
    int trustsSuppressed,
    GroupFigures figures,
    OverDispersion overDispersion,
    BetaBinomial shrinkage,
    int rankedTrusts) {

  public ComparatorScore {
    if (availability.isShown() != (figures != null)) {
      throw new IllegalArgumentException("figures %s are %s".formatted(figures, availability));
    }
  }

  /** A figure of the group; null when nothing was assessed. */
  public <T> T figure(Function<GroupFigures, T> figure) {
    return figures == null ? null : figure.apply(figures);
  }

  /** Lowest, median and highest score; null when no trust has one. */
  public Spread spread() {
    return figure(GroupFigures::spread);
  }
}

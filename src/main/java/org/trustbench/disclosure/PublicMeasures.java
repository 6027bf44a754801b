package org.trustbench.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.trustbench.framework.CountingRule;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Measure;

/**
 * The measures that a public release can have: those whose counts are sums of judgements, of which
 * disclosure control can reckon what leads to what. An outcome of a case follows from several
 * judgements of that case together, and the cuts of a scale are parts of one another; what these
 * tell beside the others is not reckoned with, so they are left out whole.
 *
 * <p>So is the adjustment for case mix: what is expected of one institution is a sum over strata of
 * its own cases and of all others' judgements there, each stratum a figure that nobody has asked
 * whether it may be shown. A few adjusted scores of one measure give such figures back: with four
 * institutions mostly to one or two values, though scores are whole percents.
 *
 * @param leftOut what is left out, in sentences
 */
record PublicMeasures(Framework framework, List<String> leftOut) {

  static PublicMeasures of(Framework framework) {
    List<String> leftOut = new ArrayList<>();
    String composites = labels(framework, measure -> measure.isComposite() && !measure.isCut());
    if (!composites.isEmpty()) {
      leftOut.add(
          framework
              .terms()
              .text(
                  "Not shown to the public: outcomes of a whole {case} (%s), which could tell of"
                      + " single {cases} beside the figures of the judgements that they follow"
                      + " from.",
                  composites));
    }
    if (!framework.scales().isEmpty()) {
      leftOut.add(
          "Not shown to the public: how judgements are spread over the grades of a scale; each"
              + " measure is shown at its own cut.");
    }
    if (!framework.caseMix().isEmpty()) {
      leftOut.add(
          framework
              .terms()
              .text(
                  "Not shown to the public: scores adjusted for case mix, which rest on the {cases}"
                      + " of each kind apart, also where these are few, and could tell of them."));
    }
    return new PublicMeasures(
        framework
            .withMeasures(
                framework.measures().stream().filter(PublicMeasures::isOfJudgements).toList())
            .withoutCaseMix(),
        leftOut);
  }

  private static String labels(Framework framework, Predicate<Measure> which) {
    return framework.measures().stream()
        .filter(which)
        .map(Measure::label)
        .collect(Collectors.joining("; "));
  }

  private static boolean isOfJudgements(Measure measure) {
    return measure.counting() instanceof CountingRule.Judgements || measure.isPathwayStep();
  }
}

package org.trustbench.jobs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trustbench.PipelineException;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Measure;
import org.trustbench.framework.NearestWord;
import org.trustbench.jobs.settings.Arguments;
import org.trustbench.plan.Assumptions;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The flags by which somebody says what cases will be like: {@code 75}, or {@code theme-1=75}. */
final class PlanAssumptions {
  @Option(
      names = "--score",
      paramLabel = "[MEASURE=]PERCENT",
      description = "the score to expect, of every measure or of one; may be given again")
  private List<String> scores = List.of();

  @Option(
      names = "--icc",
      paramLabel = "[MEASURE=]CORRELATION",
      description =
          "how alike judgements of one case are, 0 to 1 (intra-case correlation); may be given"
              + " again")
  private List<String> correlations = List.of();

  @Option(
      names = "--applicable",
      paramLabel = "[MEASURE=]SHARE",
      description =
          "share, 0 to 1, of a measure's questions that is assessed in a case where any is; may be"
              + " given again")
  private List<String> applicable = List.of();

  @Option(
      names = "--called-for",
      paramLabel = "[MEASURE=]SHARE",
      description =
          "share, 0 to 1, of the cases sampled in which anything is assessed; may be given again")
  private List<String> calledFor = List.of();

  Assumptions of(Framework framework) {
    return new Assumptions(
        figures(framework, "--score", scores, 100),
        figures(framework, "--icc", correlations, 1),
        figures(framework, "--applicable", applicable, 1),
        figures(framework, "--called-for", calledFor, 1));
  }

  /** Figures between 0 and the most, as shares of it, by measure. */
  private static Map<String, Double> figures(
      Framework framework, String flag, List<String> given, double most) {
    Map<String, Double> figures = new LinkedHashMap<>();
    for (String one : given) {
      int equals = one.lastIndexOf('=');
      String measure = equals < 0 ? Assumptions.EVERY_MEASURE : one.substring(0, equals);
      if (equals >= 0) {
        checkMeasure(framework, flag, measure);
      }
      double figure = number(flag, one.substring(equals + 1));
      boolean isCorrelation = flag.equals("--icc");
      if (isCorrelation && !(figure >= 0 && figure <= most)) {
        throw PipelineException.usage("%s %s is not from 0 to 1".formatted(flag, figure));
      } else if (!isCorrelation) {
        between(flag, figure, 0, most);
      }
      if (figures.put(measure, figure / most) != null) {
        throw PipelineException.usage(
            "%s is given twice for %s"
                .formatted(flag, measure.isEmpty() ? "every measure" : measure));
      }
    }
    return figures;
  }

  private static void checkMeasure(Framework framework, String flag, String measure) {
    List<String> known = framework.measures().stream().map(Measure::id).toList();
    if (!known.contains(measure)) {
      throw PipelineException.usage(
          "%s names measure \"%s\", which the framework does not have%s"
              .formatted(
                  flag,
                  measure,
                  NearestWord.to(measure, known).map("; did you mean %s?"::formatted).orElse("")));
    }
  }

  private static double number(String flag, String text) {
    try {
      return Arguments.number(text);
    } catch (TypeConversionException e) {
      throw PipelineException.usage("%s %s is not a number".formatted(flag, text));
    }
  }

  /** Refuses a figure that is not above the least, or above the most. */
  static void between(String flag, double figure, double least, double most) {
    if (!(figure > least && figure <= most)) {
      throw PipelineException.usage(
          "%s %s is not above %.0f and at most %.0f".formatted(flag, figure, least, most));
    }
  }
}

package org.trustbench.summary;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.trustbench.inspector.InspectorSpread;
import org.trustbench.inspector.InspectorSpread.NotTold;
import org.trustbench.inspector.InspectorSpread.Told;
import org.trustbench.inspector.SeverityVerdict;
import org.trustbench.message.Counted;
import org.trustbench.stats.Interval;
import org.trustbench.stats.Severity;
import org.trustbench.summary.grid.Cell;
import org.trustbench.summary.grid.CellText;
import org.trustbench.terms.Terms;

/** How far inspectors differ in severity, in words. */
final class SeverityWords {
  private SeverityWords() {}

  /** The spread, or why it is not told. */
  static List<String> spread(InspectorSpread spread, Terms terms) {
    return spread.finding() instanceof Told told
        ? told(spread, told.severity(), terms)
        : List.of(
            "How far inspectors differ in severity is not told: "
                + why((NotTold) spread.finding(), spread, terms)
                + ".");
  }

  private static List<String> told(InspectorSpread spread, Severity severity, Terms terms) {
    Interval at95 = severity.inspectorAt95();
    List<String> said = new ArrayList<>();
    said.add(
        terms.text(
            "The severity of %s inspectors, who judged %s of %s, has a standard"
                + " deviation of %s on the scale of log odds. Two of them drawn by chance would differ"
                + " on the same work by %s points or more every second time.",
            CellText.grouped(spread.inspectors()),
            terms.grouped(spread.cases(), "{case}", "{cases}"),
            Counted.grouped(spread.inspections(), "inspection"),
            Prose.points(
                new Cell.Estimate(Cell.coefficient(severity.inspectorDeviation()), at95, true), ""),
            pair(severity)));
    if (at95.low() == 0) {
      said.add("That they do not differ at all cannot be ruled out at 95\u00a0%.");
    }
    if (spread.ofUnknown() > 0) {
      said.add(
          "%s of the same inspections %s by nobody who is known, and no part of this."
              .formatted(
                  Counted.grouped(spread.ofUnknown(), "judgement"),
                  Counted.word(spread.ofUnknown(), "is", "are")));
    }
    return said;
  }

  /** In points: {@code 7 (5 to 10)}. */
  private static String pair(Severity severity) {
    Interval at95 = severity.inspectorAt95();
    return String.format(
        Locale.ROOT,
        "%s (%s\u00a0to\u00a0%s)",
        Formatting.percent(severity.pairDifference(severity.inspectorDeviation())),
        Formatting.percent(severity.pairDifference(at95.low())),
        Formatting.percent(severity.pairDifference(at95.high())));
  }

  private static String why(NotTold reason, InspectorSpread spread, Terms terms) {
    return switch (reason) {
      case FEW_INSPECTORS ->
          "%s, and of fewer than %d it would be about persons"
              .formatted(
                  Counted.of(spread.inspectors(), "inspector is there", "inspectors are there"),
                  Severity.FEWEST_INSPECTORS);
      case INSPECTORS_OF_ONE_INSTITUTION ->
          terms.text(
              "hardly any of the %s inspectors judged beside another, so that their severity cannot"
                  + " be told from the work of their {institutions}",
              CellText.grouped(spread.inspectors()));
      case TOO_MANY_CASES ->
          terms.text(
              "no model is fitted to more than %s {cases}, and these are %s",
              CellText.grouped(InspectorSpread.MOST_CASES), CellText.grouped(spread.cases()));
      case TOO_MANY_INSPECTORS ->
          "no model is fitted to more than %s inspectors, and these are %s"
              .formatted(
                  CellText.grouped(Severity.MOST_INSPECTORS),
                  CellText.grouped(spread.inspectors()));
    };
  }

  /** How verdicts change, of institutions against one comparator. */
  static String verdicts(List<SeverityVerdict> rows, Terms terms) {
    List<SeverityVerdict> told = rows.stream().filter(row -> row.allowed().isPresent()).toList();
    int withheld = rows.size() - told.size();
    String rest =
        withheld == 0
            ? ""
            : terms.text(
                " Of %s it is not told: fewer than %d inspectors are known, one made"
                    + " more than half of the judgements, or more than half are by nobody known.",
                terms.grouped(withheld, "{institution}", "{institutions}"),
                SeverityVerdict.FEWEST_INSPECTORS);
    if (told.isEmpty()) {
      return "What verdicts would be with severity allowed for is told of nobody." + rest;
    }
    List<SeverityVerdict> changed = told.stream().filter(SeverityVerdict::isChanged).toList();
    return "With severity allowed for, %s of %s verdicts on “%s” would be another%s."
            .formatted(
                changed.isEmpty() ? "none" : CellText.grouped(changed.size()),
                CellText.grouped(told.size()),
                rows.get(0).comparison().score().measure().label(),
                changes(changed))
        + rest;
  }

  private static String changes(List<SeverityVerdict> changed) {
    Map<String, Long> counts =
        changed.stream()
            .collect(
                Collectors.groupingBy(
                    SeverityWords::change, LinkedHashMap::new, Collectors.counting()));
    return counts.isEmpty()
        ? ""
        : counts.entrySet().stream()
            .map(one -> CellText.grouped(one.getValue()) + " " + one.getKey())
            .collect(Collectors.joining(", ", ": ", ""));
  }

  private static String change(SeverityVerdict row) {
    return "from %s to %s"
        .formatted(
            row.comparison().verdict95().label(), row.allowed().orElseThrow().verdict().label());
  }

  /** How the figures are made, and what they do not say. */
  static List<String> rules(Terms terms) {
    return List.of(
        terms.text(
            "Severity: a logistic model of the first readings with normal effects of inspectors,"
                + " {institutions} and {cases}, by maximum likelihood with the Laplace approximation,"
                + " as glmer of R's lme4 fits it; the interval is by profile likelihood. It tells"
                + " severity from the work only as far as inspectors judged {cases} that were theirs"
                + " by chance: who was given the harder ones looks severe."),
        terms.text(
            "Severity allowed for: score and benchmark as the model has them had an inspector in the"
                + " middle made all judgements; judgements by nobody who is known stay as they are."
                + " The interval counts what is not known of severity beside the draw of {cases}, as"
                + " if the two were independent, so that it is wider than the published one and"
                + " a verdict may become similar by that alone. Published verdicts stay as they are. It"
                + " is not told of {an institution} with fewer than %d inspectors, or of which one"
                + " made more than half of the judgements.",
            SeverityVerdict.FEWEST_INSPECTORS));
  }
}

package org.trustbench.summary;

import java.util.ArrayList;
import java.util.List;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.inspector.InspectorSpread;
import org.trustbench.inspector.MeasureAgreement;
import org.trustbench.inspector.SeverityVerdict;
import org.trustbench.inspector.WhoJudged;
import org.trustbench.message.Counted;
import org.trustbench.reading.SecondReadingCounts;
import org.trustbench.stats.Agreement;
import org.trustbench.stats.Agreement.Coefficient;
import org.trustbench.summary.grid.Cell;
import org.trustbench.summary.grid.CellText;
import org.trustbench.terms.Terms;

/** Sentences on how inspectors agree and differ, about all of them together and never about one. */
public final class WhoJudgedWords {
  private WhoJudgedWords() {}

  /** What was found; empty where nothing is known of who judged. */
  public static List<String> findings(ReleaseContent content) {
    WhoJudged judged = content.whoJudged();
    Terms terms = content.terms();
    List<String> said = new ArrayList<>();
    if (judged.secondReadings().sent() > 0) {
      said.add(account(judged.secondReadings(), terms));
      judged.overall().ifPresent(overall -> said.add(agreement(overall, terms)));
    }
    judged.spread().ifPresent(spread -> said.addAll(SeverityWords.spread(spread, terms)));
    List<SeverityVerdict> verdicts = SeverityTable.rows(content);
    if (!verdicts.isEmpty()) {
      said.add(SeverityWords.verdicts(verdicts, terms));
    }
    return said;
  }

  private static String account(SecondReadingCounts readings, Terms terms) {
    List<String> parts = new ArrayList<>();
    add(parts, readings.calledForByOne(), "that one of the two held not applicable");
    add(parts, readings.calledForByNone(), "that both held not applicable");
    add(parts, readings.notRecorded(), "that one or both left open");
    add(parts, readings.withoutFirst(), "that have no first judgement");
    add(parts, readings.ofUnknown(), "of which it is not known who made them");
    add(parts, readings.ofSame(), "by the inspector of the first reading");
    return terms.text(
        "%s read a second time. %s of them %s made by two different inspectors"
            + " who both assessed the work, and are compared%s.",
        Counted.grouped(readings.sent(), "judgement was", "judgements were"),
        CellText.grouped(readings.compared()),
        Counted.word(readings.compared(), "was", "were"),
        parts.isEmpty() ? "" : "; the others are not: " + String.join(", ", parts));
  }

  private static void add(List<String> parts, long count, String what) {
    if (count > 0) {
      parts.add(CellText.grouped(count) + " " + what);
    }
  }

  private static String agreement(MeasureAgreement overall, Terms terms) {
    if (overall.isWithheld()) {
      return withheld(terms);
    }
    Agreement agreement = overall.agreement().orElseThrow();
    return terms.text(
        "Of the judgements of “%s” that are compared, %s are alike in both readings; AC1 is %s. They"
            + " are of %s and by %s.",
        overall.measure().label(),
        Prose.percent(estimate(agreement.percent(), Cell.percent(agreement.percent().value()))),
        Prose.points(estimate(agreement.ac1(), Cell.coefficient(agreement.ac1().value())), ""),
        terms.grouped(agreement.cases(), "{case}", "{cases}"),
        Counted.grouped(overall.inspectors(), "inspector"));
  }

  private static Cell estimate(Coefficient of, Cell.Figure figure) {
    return new Cell.Estimate(figure, of.at95().orElse(null), true);
  }

  private static String withheld(Terms terms) {
    return terms.text(
        "How far readings agree is not told of fewer than %d {cases} or %d inspectors.",
        MeasureAgreement.FEWEST_CASES, MeasureAgreement.FEWEST_READERS);
  }

  /** How the figures are made, and what they do not say. */
  public static List<String> rules(ReleaseContent content) {
    WhoJudged judged = content.whoJudged();
    List<String> rules = new ArrayList<>();
    if (judged.secondReadings().sent() > 0) {
      rules.add(
          content
              .terms()
              .text(
                  "Compared is what two different inspectors judged of the same question of the"
                      + " same {case}, where both are known and both assessed the work. AC1 (Gwet"
                      + " 2008) and kappa (Cohen 1960) say how much of the agreement that chance"
                      + " does not bring about is there: 1 is all of it, 0 none. Where nearly all"
                      + " judgements are sufficient kappa is low however well readings agree, and"
                      + " AC1 is not. Intervals are at 95 %, with {cases} as clusters; there is none"
                      + " where all {cases} tell the same."));
      rules.add(
          content
                  .terms()
                  .text(
                      "It tells of the {cases} that were chosen to be read twice, and of all others"
                          + " only if they were chosen by chance; and nothing of which reading is"
                          + " right. Measures that class a {case} as a whole, and other cuts of a scale,"
                          + " are left out. ")
              + withheld(content.terms()));
    }
    if (judged.spread().flatMap(InspectorSpread::severity).isPresent()) {
      rules.addAll(SeverityWords.rules(content.terms()));
    }
    return rules;
  }
}

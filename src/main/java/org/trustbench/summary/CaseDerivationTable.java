package org.trustbench.summary;

import java.util.ArrayList;
import java.util.List;
import org.trustbench.framework.CaseRuleText;
import org.trustbench.framework.CountingRule;
import org.trustbench.framework.Framework;
import org.trustbench.framework.GradeDistribution;
import org.trustbench.framework.Measure;
import org.trustbench.framework.Outcome;
import org.trustbench.framework.Scale.Grade;
import org.trustbench.summary.grid.Cell;
import org.trustbench.summary.grid.Grid;
import org.trustbench.tally.CaseDerivation;
import org.trustbench.tally.CaseDerivation.Classed;
import org.trustbench.terms.Terms;

/** What a figure about whole cases was counted from: one row per class, or one per case. */
public final class CaseDerivationTable {
  private static final List<String> COUNTED = List.of("Class", "Rule", "{Cases}", "Counted as");
  private static final List<String> LISTED = List.of("{Case}", "Sent at", "Class", "Counted as");
  private static final String NONE = "none of these";

  private final Terms terms;
  private final CountingRule.Composite composite;
  private final List<String> labels;

  /** The tables of a measure that is an outcome of cases. */
  public CaseDerivationTable(
      Framework framework, Measure measure, CountingRule.Composite composite) {
    this.terms = framework.terms();
    this.composite = composite;
    this.labels =
        framework.distributions().stream()
            .filter(one -> one.cuts().contains(measure.id()))
            .map(GradeDistribution::grades)
            .findFirst()
            .map(classes -> classes.stream().map(Grade::label).toList())
            .orElse(List.of("met", "not met"));
  }

  /** Cases by class, with the rule of each; a case is in the first class whose rule it meets. */
  public Grid counted(String title, CaseDerivation derivation) {
    List<List<Cell>> rows = new ArrayList<>();
    for (int place = 0; place < labels.size(); place++) {
      boolean isLast = place == composite.classes().size();
      rows.add(
          List.of(
              Cell.text(labels.get(place)),
              Cell.text(isLast ? NONE : CaseRuleText.of(composite.classes().get(place))),
              new Cell.Number(derivation.in(place)),
              Cell.text(
                  (place <= composite.upTo() ? Outcome.SUFFICIENT : Outcome.INSUFFICIENT).id())));
    }
    rows.add(without(Outcome.NOT_APPLICABLE, derivation.counts().notApplicable()));
    rows.add(without(Outcome.NOT_RECORDED, derivation.counts().notRecorded()));
    return Grid.of(title, COUNTED.stream().map(terms::text).toList(), rows);
  }

  private static List<Cell> without(Outcome outcome, long cases) {
    return List.of(Cell.EMPTY, Cell.EMPTY, new Cell.Number(cases), Cell.text(outcome.id()));
  }

  /** Tells a case by its pseudonym, and where it was sent. */
  public interface CasePlace {
    /** The pseudonym, and the file and line. */
    List<String> of(int caseNumber);
  }

  /** Cases one by one. */
  public Grid listed(String title, CaseDerivation derivation, CasePlace place) {
    return Grid.of(
        title,
        LISTED.stream().map(terms::text).toList(),
        derivation.cases().stream().map(one -> row(one, place.of(one.caseNumber()))).toList());
  }

  private List<Cell> row(Classed classed, List<String> place) {
    return List.of(
        Cell.text(place.get(0)),
        Cell.text(place.get(1)),
        classed.place() < 0 ? Cell.EMPTY : Cell.text(labels.get(classed.place())),
        Cell.text(classed.outcome().id()));
  }
}

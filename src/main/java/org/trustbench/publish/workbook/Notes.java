package org.trustbench.publish.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.trustbench.benchmark.AnalysisRules;
import org.trustbench.benchmark.Availability;
import org.trustbench.benchmark.OneSidedFigure;
import org.trustbench.benchmark.Rounding;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.stats.DesignEffect;
import org.trustbench.stats.Verdict;
import org.trustbench.summary.BenchmarkWords;
import org.trustbench.summary.ChangeWords;
import org.trustbench.summary.GradeTable;
import org.trustbench.summary.grid.Cell;
import org.trustbench.summary.grid.FigureColumn;
import org.trustbench.terms.Terms;

/** The numbered notes of a workbook, and the shorthand for figures that are not there. */
final class Notes {
  private record Note(Set<String> figures, String text) {}

  private static final List<Availability> SHORTHAND =
      List.of(
          Availability.SUPPRESSED,
          Availability.NOT_APPLICABLE,
          Availability.NOT_AVAILABLE,
          Availability.UNRELIABLE);

  private final Terms terms;
  private final List<Note> notes;
  private final List<String> audits;
  private final List<String> protection;
  private final List<String> history;

  private Notes(
      Terms terms,
      List<Note> notes,
      List<String> audits,
      List<String> protection,
      List<String> history) {
    this.terms = terms;
    this.notes = notes;
    this.audits = audits;
    this.protection = protection;
    this.history = history;
  }

  static Notes of(ReleaseContent content) {
    AnalysisRules rules = content.results().rules();
    Terms terms = content.terms();
    List<Note> notes = new ArrayList<>();
    notes.addAll(onScores(rules, terms));
    notes.addAll(onRanks(terms));
    notes.addAll(onComparisons(rules, terms));
    notes.addAll(onBases(terms));
    if (content.isGraded()) {
      List<String> grades = GradeTable.rules(terms);
      notes.add(new Note(Set.of("own_cut", "verdict_at_cut"), grades.get(0)));
      notes.add(
          new Note(Set.of("at_least_lower95_percent", "at_least_upper95_percent"), grades.get(1)));
      notes.add(new Note(Set.of("graded"), grades.get(2)));
    }
    return new Notes(
        terms,
        notes,
        OneSidedFigure.lines(OneSidedFigure.of(content.results())),
        content.protectionNotes(),
        ChangeWords.rules(content));
  }

  /** Notes on scores, their intervals and how reliable they are. */
  private static List<Note> onScores(AnalysisRules rules, Terms terms) {
    return List.of(
        new Note(
            Set.of("score_percent"),
            "Score rule: %s. Sufficient judgements in each hundred that were assessed; not applicable and not recorded are outside the base."
                .formatted(rules.scoreRule())),
        new Note(
            Set.of("score_lower95_percent", "score_upper95_percent"),
            terms.text(
                "The ends of the score's 95 % interval, which allows for the judgements of {a case}"
                    + " hanging together.")),
        new Note(
            Set.of("score_status"),
            terms.text(
                "Whether the score can be read: low reliability [u] is a base of fewer than %d"
                    + " {cases}.",
                rules.reliableFrom())));
  }

  /** Notes on tiers and ranks. */
  private static List<Note> onRanks(Terms terms) {
    return List.of(
        new Note(
            Set.of("tier"),
            terms.text(
                "{Institutions} of one tier are statistical ties: none of them is shown to be"
                    + " better than another of it, all pairs of {institutions} allowed for at once."
                    + " A verdict, against the others together, answers another question.")),
        new Note(
            Set.of("rank", "rank_lower", "rank_upper"),
            "Rank 1 is best. A rank is never to be read without the ranks from and to, which are"
                + " those not ruled out at 95 %. Where a table holds several groups, ranks are"
                + " within the group."));
  }

  /** Notes on benchmarks, differences, verdicts and adjustments. */
  private static List<Note> onComparisons(AnalysisRules rules, Terms terms) {
    return List.of(
        new Note(
            Set.of("benchmark_percent"),
            terms.text(
                "The benchmark: %s. The figure rests on as many other {institutions} as the row"
                    + " says.",
                BenchmarkWords.caption(rules.benchmarkRule(), terms))),
        new Note(
            Set.of("lowest_percent", "highest_percent"),
            terms.text(
                "Of all {institutions} of the group that have a score, this {institution} among"
                    + " them.")),
        new Note(
            Set.of("difference_points", "difference_lower95_points", "difference_upper95_points"),
            "Score less benchmark in percentage points, with the ends of its 95 % interval. "
                + Rounding.NOTE),
        new Note(
            Set.of("verdict95", "verdict998"),
            terms.text(
                "Higher or lower where the difference from the benchmark is not chance at that"
                    + " level; not compared with fewer than %d others or %d {cases}. Verdict rule:"
                    + " %s.",
                Verdict.FEWEST_OTHERS, DesignEffect.FEWEST_CASES, rules.verdictRule().label())),
        new Note(
            Set.of("is_robust"),
            "Yes where every lawful verdict rule gives the same verdict at 95 %; no where another"
                + " would change it."),
        new Note(
            Set.of("adjusted_percent"),
            terms.text(
                "The score as it would be if the {institution} had the comparator's mix of {cases};"
                    + " it may exceed 100.")),
        new Note(
            Set.of("flag"),
            "May be chance: the verdict does not stand when allowance is made for how many measures"
                + " were compared (Benjamini-Hochberg). Once adjusted: the verdict after adjustment"
                + " for case mix."));
  }

  /** Notes on bases, pathways and the account of what was sent. */
  private static List<Note> onBases(Terms terms) {
    return List.of(
        new Note(
            Set.of("base", "not_recorded"),
            "Base: judgements of work that was called for. Not recorded: judgements left blank,"
                + " which are outside the score."),
        new Note(
            Set.of("remaining_percent", "others_percent"),
            terms.text(
                "{Cases} left after the step, of those that started; the others are the other"
                    + " {institutions} of the group pooled.")),
        new Note(
            Set.of("read"),
            "Read = accepted + rejected + collapsed (identical repeats) + out of scope."));
  }

  /** A column's heading with the tags of its notes. */
  String heading(FigureColumn<?> figure) {
    StringBuilder heading = new StringBuilder(figure.heading());
    for (int i = 0; i < notes.size(); i++) {
      if (notes.get(i).figures().contains(figure.column().name())) {
        heading.append(' ').append(tag(i));
      }
    }
    return heading.toString();
  }

  /** One row per note and shorthand. */
  List<List<Cell>> rows() {
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i < notes.size(); i++) {
      rows.add(WorkbookSheet.texts(tag(i), notes.get(i).text()));
    }
    for (Availability shorthand : SHORTHAND) {
      rows.add(WorkbookSheet.texts(shorthand.symbol(), terms.text(shorthand.meaning())));
    }
    rows.add(
        WorkbookSheet.texts("0", "A true zero is shown as 0, and is a figure like any other."));
    for (int i = 0; i < history.size(); i++) {
      rows.add(WorkbookSheet.texts("Change %d".formatted(i + 1), history.get(i)));
    }
    audits.forEach(line -> rows.add(WorkbookSheet.texts("Audit", line)));
    for (int i = 0; i < protection.size(); i++) {
      rows.add(WorkbookSheet.texts("Protection %d".formatted(i + 1), protection.get(i)));
    }
    rows.add(
        WorkbookSheet.texts(
            "Percent",
            "Percentages are whole, rounded half up at the very end, as in the report. Where more"
                + " digits may be shown they are in tables/*.csv beside this workbook."));
    return rows;
  }

  private static String tag(int note) {
    return "[note %d]".formatted(note + 1);
  }
}

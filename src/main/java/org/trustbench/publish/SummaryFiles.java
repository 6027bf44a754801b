package org.trustbench.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.trustbench.benchmark.Choices;
import org.trustbench.benchmark.Comparison;
import org.trustbench.benchmark.Results;
import org.trustbench.benchmark.Yardstick;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Measure;
import org.trustbench.summary.BenchmarkTable;
import org.trustbench.summary.CoverageTable;
import org.trustbench.summary.LeagueTable;
import org.trustbench.summary.RevisionTable;
import org.trustbench.summary.Standpoint;
import org.trustbench.summary.SummaryTable;

/**
 * The tables for people as files: their figures, by the definitions of which they are the words.
 */
final class SummaryFiles {
  private SummaryFiles() {}

  /** A definition and its rows. */
  record Summary<R>(SummaryTable<R> table, List<R> rows) {}

  /** The standpoint of the choices that a release was made by. */
  static Standpoint standpoint(Results results) {
    Choices choices = results.choices();
    return Standpoint.of(
        results,
        choices.focus(),
        choices.comparator() == null
            ? results.framework().comparators().get(0).id()
            : choices.comparator());
  }

  /** All of a release; what is about the trust in focus only where one is compared. */
  static List<Summary<?>> of(ReleaseContent content, Standpoint standpoint) {
    Results results = content.results();
    List<Summary<?>> summaries = new ArrayList<>();
    List<Yardstick> groups = new ArrayList<>(standpoint.groups());
    standpoint
        .everyone()
        .filter(all -> groups.stream().noneMatch(group -> group.key().equals(all.key())))
        .ifPresent(groups::add);
    summaries.add(
        new Summary<>(
            LeagueTable.definition(results.framework(), false),
            LeagueTable.rows(standpoint.comparisons(), groups, standpoint.leagueMeasures())));
    if (standpoint.ownGroup().isPresent()) {
      List<Comparison> overall = standpoint.rows(Set.of(Measure.OVERALL, Measure.THEME));
      summaries.add(new Summary<>(BenchmarkTable.overall("benchmark", overall), overall));
      for (Framework.Named kind : standpoint.detailedKinds()) {
        List<Comparison> rows = standpoint.rows(Set.of(kind.id()));
        summaries.add(new Summary<>(BenchmarkTable.detailed(kind.id(), rows), rows));
      }
    }
    summaries.add(new Summary<>(CoverageTable.accounts(), CoverageTable.accounts(content)));
    summaries.add(new Summary<>(RevisionTable.definition(content), content.revisions()));
    return summaries;
  }
}

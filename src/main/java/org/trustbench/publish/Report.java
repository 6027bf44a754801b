package org.trustbench.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.trustbench.SoftwareVersion;
import org.trustbench.benchmark.Choices;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Measure;
import org.trustbench.summary.BenchmarkTable;
import org.trustbench.summary.BenchmarkWords;
import org.trustbench.summary.HtmlTable;
import org.trustbench.summary.Standing;
import org.trustbench.summary.Standing.Paragraph;
import org.trustbench.summary.Standpoint;

/**
 * All that the report page shows, in its order and words; the template lays it out.
 *
 * @param standing where the trust in focus stands, in sentences
 * @param sureness how far the figures can be relied on
 * @param benchmark the tables of the trust in focus; empty without one
 * @param leagues one section per group of the comparator
 */
record Report(
    String title,
    String audience,
    boolean isSynthetic,
    Framework framework,
    Choices choices,
    String software,
    List<Paragraph> standing,
    List<Paragraph> sureness,
    List<PageTable> benchmark,
    List<PageLeagues> leagues,
    PageCoverage coverage) {

  static Report of(ReleaseContent content, Standpoint standpoint) {
    return new Report(
        title(standpoint),
        content.audience().label(),
        content.isSynthetic(),
        content.results().framework(),
        content.results().choices(),
        SoftwareVersion.current(),
        Standing.of(standpoint),
        Standing.sureness(standpoint),
        benchmark(standpoint),
        PageLeagues.all(standpoint),
        PageCoverage.of(content));
  }

  private static String title(Standpoint standpoint) {
    String programme = standpoint.results().framework().title();
    if (standpoint.inspected().isEmpty()) {
      return programme + ": league tables";
    }
    String name = standpoint.focus().name();
    return standpoint
        .ownGroup()
        .map(group -> name + " against " + group.label())
        .orElse(name + ": " + programme);
  }

  private static List<PageTable> benchmark(Standpoint standpoint) {
    List<PageTable> tables = new ArrayList<>();
    if (standpoint.ownGroup().isEmpty()) {
      return tables;
    }
    String group = standpoint.ownGroup().get().label();
    String name = standpoint.focus().name();
    tables.add(
        PageTable.of(
            "benchmark",
            HtmlTable.of(
                BenchmarkTable.of(
                    name + " against " + group,
                    standpoint.rows(Set.of(Measure.OVERALL, Measure.THEME)),
                    false)),
            "Measure",
            "Lowest and highest: of all trusts of %s. %s"
                .formatted(
                    group,
                    BenchmarkWords.note(standpoint.results().choices().benchmarkRule(), group))));
    for (Framework.Named kind : standpoint.detailedKinds()) {
      tables.add(
          PageTable.of(
              "measures-" + kind.id(),
              HtmlTable.of(
                  BenchmarkTable.of(
                      kind.label() + ": " + name + " against " + group,
                      standpoint.rows(Set.of(kind.id())),
                      true)),
              "Measure",
              "Base: judgements of work that was called for. Not recorded: judgements left blank, which are outside the score."));
    }
    return tables.stream().filter(table -> !table.table().rows().isEmpty()).toList();
  }
}

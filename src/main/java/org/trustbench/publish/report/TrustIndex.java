package org.trustbench.publish.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.trustbench.benchmark.ComparatorGroup;
import org.trustbench.disclosure.Audience;
import org.trustbench.environment.SoftwareVersion;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Measure;
import org.trustbench.framework.Trust;

/**
 * The index page of a report with a page for every trust: leagues whose trusts are links, the
 * trusts that are in no league, and the account of what was sent.
 *
 * @param leagues of each group, first that of the overall score
 * @param files the path of each trust's page, by its code
 * @param unlisted trusts that no league names
 * @param levels the levels of groups
 */
record TrustIndex(
    Audience audience,
    boolean isSynthetic,
    String inferred,
    Framework framework,
    String software,
    PageCoverage coverage,
    List<List<League>> leagues,
    Map<String, String> files,
    List<Trust> unlisted,
    List<LevelPage> levels) {

  static String page(
      PageCache pages, PageCoverage coverage, String comparator, Map<String, String> files) {
    List<Measure> measures = pages.leagueMeasures();
    List<List<League>> leagues = new ArrayList<>();
    if (!measures.isEmpty()) {
      for (ComparatorGroup group : pages.groups(comparator)) {
        leagues.add(measures.stream().map(one -> pages.league(group, one, null)).toList());
      }
    }
    Set<String> listed =
        leagues.stream()
            .flatMap(List::stream)
            .flatMap(league -> league.table().trusts().stream())
            .collect(Collectors.toSet());
    List<Trust> unlisted =
        pages.trusts().stream().filter(trust -> !listed.contains(trust.code())).toList();
    return ReportPage.rendered(
        "index.jte",
        new TrustIndex(
            pages.content().audience(),
            pages.content().isSynthetic(),
            pages.content().inferred(),
            pages.results().framework(),
            SoftwareVersion.current(),
            coverage,
            leagues,
            files,
            unlisted,
            pages.levels()));
  }

  String printed() {
    return audience.id() + (isSynthetic ? "-synthetic" : "");
  }
}

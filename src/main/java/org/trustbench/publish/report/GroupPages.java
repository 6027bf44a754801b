package org.trustbench.publish.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.trustbench.benchmark.ComparatorGroup;
import org.trustbench.benchmark.Comparison;
import org.trustbench.benchmark.Finding;
import org.trustbench.benchmark.GroupTallies;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.benchmark.LevelResults;
import org.trustbench.benchmark.Results;
import org.trustbench.change.GroupChange;
import org.trustbench.disclosure.Audience;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.environment.SoftwareVersion;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Level;
import org.trustbench.framework.Measure;
import org.trustbench.summary.BenchmarkTable;
import org.trustbench.summary.GroupHistoryTable;
import org.trustbench.summary.LeagueTable;
import org.trustbench.summary.ListExcerpt;

/**
 * The pages of groups: a group beside the others of its level, and what it is made of, the groups
 * of the level below or its institutions.
 */
final class GroupPages {
  /** So many institutions stand on a page in full. */
  private static final int MOST = 2000;

  private static final int END = 250;
  private static final Set<String> KINDS = Set.of(Measure.OVERALL, Measure.THEME);

  private final ReleaseContent content;
  private final List<LevelPage> levels;
  private final Map<String, String> trustPages;
  private final Map<String, Comparison> first = new HashMap<>();
  private final Map<String, List<Finding>> findings = new HashMap<>();
  private final Map<String, List<GroupChange>> changes;

  /**
   * Makes what all pages share.
   *
   * @param trustPages paths of institutions' own pages from the release's folder, by code; empty
   *     where they have none
   */
  GroupPages(ReleaseContent content, List<LevelPage> levels, Map<String, String> trustPages) {
    this.content = content;
    this.levels = levels;
    this.trustPages = trustPages;
    for (LevelPage level : levels) {
      for (Finding finding : level.level().findings()) {
        findings.computeIfAbsent(key(level, finding), group -> new ArrayList<>()).add(finding);
      }
    }
    changes =
        GroupHistoryTable.rows(content).stream()
            .collect(
                Collectors.groupingBy(
                    one -> SafeId.of(one.levelId()) + ":" + one.group().group().code()));
    String measure = content.results().framework().measures().get(0).id();
    String comparator = content.results().framework().comparators().get(0).id();
    for (Comparison c : content.results().comparisons()) {
      boolean isFirst = c.comparatorGroup().comparatorId().equals(comparator);
      if (isFirst && c.score().measure().id().equals(measure)) {
        first.putIfAbsent(c.score().inspection().inspectionId(), c);
      }
    }
  }

  /**
   * A page.
   *
   * @param figures the group beside the others of its level
   * @param history what changed in it since the inspections before; empty where there is nothing
   * @param changed the same in a sentence; empty likewise
   * @param parts the groups or institutions it is made of
   * @param findings the surest first, strengths before concerns
   * @param files the pages of those, by code
   * @param above the group of the next level that it lies in; null for none
   */
  record Page(
      Audience audience,
      boolean isSynthetic,
      List<String> protectionNotes,
      Framework framework,
      String software,
      LevelPage level,
      GroupTallies group,
      String inspected,
      PageTable figures,
      PageTable history,
      Optional<String> changed,
      PageTable parts,
      List<Finding> findings,
      Map<String, String> files,
      Link above) {

    /** Where another page lies, and what it is about. */
    record Link(String name, String path) {}

    /** Strengths or concerns. */
    public List<Finding> findings(Finding.Kind kind) {
      return findings.stream().filter(finding -> finding.kind() == kind).toList();
    }

    /** From so many institutions on a group has findings. */
    public int reliableFrom() {
      return level.level().results().rules().reliableFrom();
    }

    String printed() {
      return audience.id() + (isSynthetic ? "-synthetic" : "");
    }
  }

  private static String key(LevelPage level, Finding finding) {
    return key(level, finding.score().inspection().inspectionId());
  }

  private static String key(LevelPage level, String group) {
    return level.folder() + ":" + group;
  }

  void write(ReportPage.Files files) throws IOException {
    for (int i = 0; i < levels.size(); i++) {
      LevelPage level = levels.get(i);
      for (GroupTallies group : level.level().groups().values()) {
        files.take(
            level.groups().get(group.group().code()),
            ReportPage.rendered("group.jte", page(i, group)));
      }
    }
  }

  private Page page(int at, GroupTallies group) {
    LevelPage level = levels.get(at);
    boolean isLowest = at == 0;
    List<GroupChange> ofGroup = changes.getOrDefault(key(level, group.group().code()), List.of());
    PageTable parts = isLowest ? institutions(group) : groups(levels.get(at - 1), level, group);
    return new Page(
        content.audience(),
        content.isSynthetic(),
        content.protectionNotes(),
        content.results().framework(),
        SoftwareVersion.current(),
        level,
        group,
        LevelPage.inspected(content.terms().institution(), group),
        figures(level, group),
        history(group, ofGroup),
        GroupHistoryTable.sentence(ofGroup, content.terms()),
        parts,
        findings.getOrDefault(key(level, group.group().code()), List.of()),
        upwards(isLowest ? trustPages : levels.get(at - 1).groups()),
        at + 1 == levels.size() ? null : above(levels.get(at + 1), group));
  }

  private static Map<String, String> upwards(Map<String, String> paths) {
    Map<String, String> upwards = new LinkedHashMap<>();
    paths.forEach((code, path) -> upwards.put(code, "../../" + path));
    return upwards;
  }

  private static Page.Link above(LevelPage above, GroupTallies group) {
    String name = group.group().dimensions().get(above.level().level().by());
    return name == null ? null : new Page.Link(name, "../../" + above.groups().get(name));
  }

  private static PageTable figures(LevelPage level, GroupTallies group) {
    Results results = level.level().results();
    String name = group.group().code();
    List<Comparison> rows = BenchmarkTable.rows(results, name, Level.ALL, KINDS);
    String title = "%s against all other %s".formatted(name, level.level().level().group().many());
    return PageTable.of(
        "figures",
        BenchmarkTable.of(title, rows, false, results.terms()),
        "Measure",
        "Lowest, highest: scores of the level. Difference: in percentage points, with its 95\u00a0%"
            + " interval.");
  }

  private PageTable history(GroupTallies group, List<GroupChange> changes) {
    return PageTable.of(
        "change",
        GroupHistoryTable.definition(content.terms())
            .without(Set.of("level_id", "group_name"))
            .grid(
                content.terms().text("{Institutions} of %s inspected again", group.group().name()),
                changes),
        "Measure",
        GroupHistoryTable.rule(content.terms()));
  }

  /** Best first, as in a league; ranks are of all institutions, not of these alone. */
  private PageTable institutions(GroupTallies group) {
    List<Comparison> rows =
        LeagueTable.sorted(
            group.members().stream()
                .map(InspectionTallies::inspectionId)
                .filter(first::containsKey)
                .map(first::get)
                .toList());
    ListExcerpt<Comparison> excerpt = ListExcerpt.of(rows, MOST, END, c -> false);
    String measure = content.results().framework().measures().get(0).label();
    String comparator = content.results().framework().comparators().get(0).label();
    return PageTable.inBlocks(
        "parts",
        LeagueTable.definition(content.results().framework(), false)
            .grid(
                content.terms().text("%s: the {institutions} of %s", measure, group.group().name()),
                excerpt.shown()),
        content.terms().text("{Institution}"),
        content
                .terms()
                .text("Rank, tier and verdict: within the own group of each of %s.", comparator)
            + (excerpt.isCut()
                ? content
                    .terms()
                    .text(
                        " Shown: the first and the last %d of %s; every one is in"
                            + " tables/comparisons.csv.",
                        END,
                        content.terms().counted(rows.size(), "{institution}", "{institutions}"))
                : ""),
        codes(excerpt.shown()));
  }

  /** The groups of the level below, as the league within this group has them. */
  private static PageTable groups(LevelPage below, LevelPage level, GroupTallies group) {
    LevelResults results = below.level();
    String by = level.level().level().by();
    Measure measure = results.results().framework().measures().get(0);
    List<Comparison> rows = new ArrayList<>();
    for (ComparatorGroup one : results.results().comparatorGroups()) {
      if (one.comparatorId().equals(by) && one.group().equals(group.group().code())) {
        rows.addAll(LeagueTable.sorted(results.results().league(one, measure.id())));
      }
    }
    return PageTable.inBlocks(
        "parts",
        LeagueTable.definition(results.results().framework(), false)
            .grid(
                "%s: the %s of %s"
                    .formatted(
                        measure.label(), results.level().group().many(), group.group().name()),
                rows),
        results.results().terms().text("{Institution}"),
        "Rank, tier and verdict: among these alone.",
        codes(rows));
  }

  private static List<String> codes(List<Comparison> rows) {
    return rows.stream().map(c -> c.score().inspection().trust().code()).toList();
  }
}

package org.trustbench.publish.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trustbench.benchmark.ComparatorGroup;
import org.trustbench.benchmark.Comparison;
import org.trustbench.benchmark.GroupTallies;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.benchmark.LevelResults;
import org.trustbench.benchmark.Results;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Level;
import org.trustbench.framework.Measure;
import org.trustbench.framework.Trust;
import org.trustbench.message.Counted;
import org.trustbench.summary.LeagueTable;
import org.trustbench.terms.Term;
import org.trustbench.terms.Terms;

/**
 * A level of groups on the pages of a report: its league, where its own page lies, and the pages of
 * its groups.
 *
 * @param league of all its groups on the first measure
 * @param groups paths of the groups' pages from the release's folder, by name
 */
record LevelPage(LevelResults level, PageTable league, Map<String, String> groups) {
  private static final String FOLDER = "groups/";

  /** The pages of all levels, the lowest first. */
  static List<LevelPage> all(List<LevelResults> levels, Framework framework) {
    return levels.stream().map(level -> of(level, framework)).toList();
  }

  private static LevelPage of(LevelResults level, Framework framework) {
    List<Trust> groups = level.groups().values().stream().map(GroupTallies::group).toList();
    Map<String, String> paths = new LinkedHashMap<>();
    ReportPage.fileNames(groups)
        .forEach((name, file) -> paths.put(name, FOLDER + folder(level.level()) + "/" + file));
    return new LevelPage(level, league(level, framework), paths);
  }

  /** The id of the level on pages. */
  String folder() {
    return folder(level.level());
  }

  private static String folder(Level level) {
    return SafeId.of(level.by());
  }

  private static PageTable league(LevelResults level, Framework framework) {
    Results results = level.results();
    Measure measure = results.framework().measures().get(0);
    List<ComparatorGroup> all = results.comparatorGroups();
    List<Comparison> rows =
        all.isEmpty() ? List.of() : LeagueTable.sorted(results.league(all.get(0), measure.id()));
    return PageTable.inBlocks(
        "level-" + folder(level.level()),
        LeagueTable.definition(results.framework(), false)
            .grid("%s: all %s".formatted(measure.label(), level.level().group().many()), rows),
        results.terms().text("{Institution}"),
        note(framework.terms(), results.terms()),
        rows.stream().map(c -> c.score().inspection().trust().code()).toList());
  }

  /** What an interval of a group is about, also where every institution of it was inspected. */
  static String note(Terms institutions, Terms groups) {
    return groups.text(
            "Rank: 1 is best, in brackets the ranks not ruled out at 95\u00a0%. {Institutions} of"
                + " one tier are statistical ties. ")
        + institutions.text(
            "The interval of a group rests on its {institutions} as clusters: on how much they"
                + " differ, and not on judgements alone. Where all {institutions} of a group were"
                + " inspected it still allows for chance, in what was seen of each and in which"
                + " {institutions} there happen to be; it is wider than what chance in the {cases}"
                + " alone would make it.");
  }

  /** What there is of institutions and not of groups, and why. */
  static String absent(Terms institutions) {
    return institutions.text(
        "Figures of groups are not adjusted for case mix, and groups are held to no target: what"
            + " would be expected of a group has an error over its {institutions} and over the"
            + " others' in every stratum at once, which is not worked out here, and a target is one"
            + " for the work of each. Both stand on the pages of {institutions}.");
  }

  /** How a group's interval is made. */
  static String method(Terms groups) {
    return groups.text(
        "Wilson’s interval at 95 %, widened because the judgements of one {case} are not"
            + " independent, however many they are and whatever the measure: {cases} are the"
            + " clusters, which holds whatever hangs together within them. It says how well the"
            + " {cases} that were seen stand for the work of {an institution} in general, also"
            + " where all of them were inspected.");
  }

  /** What is withheld of groups. */
  static String suppressed(Terms groups) {
    return groups.text(
        "Suppressed: the figures of all its {cases} are. A figure of {an institution} is made of"
            + " the {cases} whose own figures are shown, and of no other.");
  }

  /** What a group's page says of a group. */
  static String inspected(Term institution, GroupTallies group) {
    boolean isAll = group.members().size() == group.registered();
    String registered = Counted.of(group.registered(), institution.one(), institution.many());
    return isAll
        ? "All %s that the register has in %s %s an inspection that counts."
            .formatted(
                registered, group.group().name(), Counted.word(group.registered(), "has", "have"))
        : "%d of the %s that the register has in %s %s an inspection that counts."
            .formatted(
                group.members().size(),
                registered,
                group.group().name(),
                Counted.word(group.members().size(), "has", "have"));
  }

  /** How many of a group's institutions count, in sentences. */
  List<String> inspected(InspectionTallies of) {
    GroupTallies group = level.groups().get(of.inspectionId());
    return List.of(inspected(level.results().terms().ofCase(), group));
  }

  /** The page of the level, beside the release's first. */
  String path() {
    return "groups-" + folder(level.level()) + ".html";
  }

  /** What several of its groups are called, as a heading begins. */
  String heading() {
    return level.results().terms().text("{Institutions}");
  }
}

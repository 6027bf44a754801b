package org.trustbench.publish;

import static org.trustbench.table.Column.integer;
import static org.trustbench.table.Column.orEmpty;
import static org.trustbench.table.Column.text;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.trustbench.benchmark.Comparison;
import org.trustbench.benchmark.Finding;
import org.trustbench.benchmark.GroupTallies;
import org.trustbench.benchmark.InspectionScore;
import org.trustbench.benchmark.LevelResults;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.framework.Level;
import org.trustbench.table.Column;
import org.trustbench.table.Table;
import org.trustbench.terms.Term;
import org.trustbench.terms.Terms;

/** Groups of institutions as published: which there are, their scores, and their comparisons. */
final class GroupTables {
  /** The CSV file of {@link #dimGroup}. */
  static final String GROUPS = "groups";

  /** In the figures of a level groups stand for institutions, and institutions for cases. */
  private final Terms ofGroups;

  private final Terms terms;
  private final List<LevelResults> levels;

  private GroupTables(Terms terms, List<LevelResults> levels) {
    this.terms = terms;
    this.levels = levels;
    this.ofGroups = new Terms(Term.of("group", "groups"), terms.institution());
  }

  /** Tables of groups, where there are levels. */
  static Optional<GroupTables> of(ReleaseContent content) {
    return content.levels().isEmpty()
        ? Optional.empty()
        : Optional.of(new GroupTables(content.terms(), content.levels()));
  }

  /** The same tables of a programme without levels, which have no rows. */
  static GroupTables withoutRows(Terms terms) {
    return new GroupTables(terms, List.of());
  }

  /** A group of a level. */
  record Group(LevelResults level, GroupTallies tallies) {
    String key() {
      return GroupTables.key(level.level(), tallies.group().code());
    }

    /** The key of the group of the next level that it lies in; null if it is in none. */
    String parent(List<LevelResults> levels) {
      int next = levels.indexOf(level) + 1;
      if (next == levels.size()) {
        return null;
      }
      Level above = levels.get(next).level();
      String parent = tallies.group().dimensions().get(above.by());
      return parent == null ? null : GroupTables.key(above, parent);
    }
  }

  /** The score of a group on a measure. */
  record Score(LevelResults level, InspectionScore score) {
    String key() {
      return GroupTables.key(level.level(), score.inspection().inspectionId());
    }

    GroupTallies.Total total() {
      return level.total(score);
    }
  }

  /** What a group is compared with on a measure. */
  record Compared(LevelResults level, Comparison comparison) {
    String key() {
      return GroupTables.key(level.level(), comparison.score().inspection().inspectionId());
    }
  }

  /** What is found of a group on a measure. */
  record Found(LevelResults level, Finding finding) {
    String key() {
      return GroupTables.key(level.level(), finding.score().inspection().inspectionId());
    }
  }

  /** One id for level and group together. */
  static String key(Level level, String group) {
    return key(level.by(), group);
  }

  /** The same by the id of a level. */
  static String key(String levelId, String group) {
    return levelId + ":" + group;
  }

  List<Group> groups() {
    return levels.stream()
        .flatMap(level -> level.groups().values().stream().map(group -> new Group(level, group)))
        .toList();
  }

  List<Score> scores() {
    return levels.stream()
        .flatMap(level -> level.results().scores().stream().map(s -> new Score(level, s)))
        .toList();
  }

  List<Compared> comparisons() {
    return levels.stream()
        .flatMap(level -> level.results().comparisons().stream().map(c -> new Compared(level, c)))
        .toList();
  }

  List<Found> findings() {
    return levels.stream()
        .flatMap(level -> level.findings().stream().map(finding -> new Found(level, finding)))
        .toList();
  }

  Table<Group> dimGroup() {
    return new Table<>(
            "dim_group",
            "One row per group of a level that has {an institution} inspected.",
            List.of("group_key"),
            List.of(
                text("group_key", "level and group", Group::key),
                text(
                    "level_id",
                    "the level, a column of dim_trust that names the group of each {institution}",
                    group -> group.level().level().by()),
                text("group_name", "name of the group", group -> group.tallies().group().name()),
                text(
                    "parent_group_key",
                    "the group of the level above that it lies in; empty at the highest level",
                    group -> group.parent(levels)),
                integer(
                    "trusts_registered",
                    "{institutions}",
                    "{institutions} of the register that belong to it",
                    group -> group.tallies().registered()),
                integer(
                    "trusts_inspected",
                    "{institutions}",
                    "{institutions} of it whose inspection counts",
                    group -> group.tallies().members().size())))
        .in(terms);
  }

  Table<Score> factScore() {
    return new Table<>(
        "fact_group_score",
        "One row per group and measure.",
        List.of("group_key", "measure_id"),
        Stream.of(scoreIds(), counts(), estimate()).flatMap(List::stream).toList());
  }

  private List<Column<Score>> scoreIds() {
    return List.of(
        text("group_key", "level and group", Score::key),
        text("level_id", "the level", score -> score.level().level().by()),
        text("group_name", "name of the group", score -> score.score().inspection().trust().name()),
        text("measure_id", "the measure", score -> score.score().measure().id()),
        text("measure_label", "the measure in words", score -> score.score().measure().label()));
  }

  private List<Column<Score>> counts() {
    return Stream.<Column<Score>>of(
            integer(
                "trusts_assessed",
                "{institutions}",
                "{institutions} with a judgement assessed: the clusters that the interval rests on",
                score -> score.total().institutions()),
            integer(
                "trusts_suppressed",
                "{institutions}",
                "{institutions} whose own figures are suppressed, and which are no part of these",
                score -> score.total().suppressed()),
            integer(
                "cases_assessed",
                "{cases}",
                "{cases} with an assessed judgement",
                orEmpty(score -> score.total().base().casesAssessed())),
            integer(
                "assessed",
                "judgements",
                "judgements sufficient or insufficient: the base of the score",
                orEmpty(score -> score.total().base().assessed())),
            integer(
                "sufficient",
                "judgements",
                "sufficient judgements",
                orEmpty(score -> score.total().base().sufficient())),
            integer(
                "not_recorded",
                "judgements",
                "questions without a recorded judgement in {a case} in scope",
                orEmpty(score -> score.total().base().notRecorded())))
        .map(column -> column.in(terms))
        .toList();
  }

  private List<Column<Score>> estimate() {
    return ScoreTables.ESTIMATE.stream()
        .map(
            column ->
                column.name().equals("score_status")
                    ? Column.<InspectionScore>text(
                        column.name(),
                        terms.text(
                            "shown; low reliability, shown on too few {institutions} to be read"
                                + " alone; suppressed to protect {cases}; or why there is none"),
                        score -> score.availability().label())
                    : column.in(ofGroups))
        .map(column -> column.within(Score::score))
        .toList();
  }

  /** The columns of institutions' findings, but for those of case mix, and keys of comparators. */
  Table<Found> factFinding() {
    List<Column<Found>> ids =
        List.of(
            text("group_key", "level and group", Found::key),
            text("level_id", "the level", found -> found.level().level().by()),
            text(
                "group_name",
                "name of the group",
                f -> f.finding().score().inspection().trust().name()));
    return new Table<>(
        "fact_group_finding",
        "One row per group and measure that makes a finding.",
        List.of("group_key", "measure_id"),
        Stream.concat(
                ids.stream(),
                FindingTables.FINDINGS.columns().stream()
                    .filter(
                        column ->
                            !column
                                .name()
                                .matches(
                                    "inspection_id|trust_id|comparator_key|adjusted_verdict95"))
                    .map(column -> column.in(ofGroups).within(Found::finding)))
            .toList());
  }

  Table<Compared> factComparison() {
    List<Column<Compared>> ids =
        List.of(
            text("group_key", "level and group", Compared::key),
            text("level_id", "the level", compared -> compared.level().level().by()),
            text(
                "group_name",
                "name of the group",
                compared -> compared.comparison().score().inspection().trust().name()),
            text("measure_id", "the measure", c -> c.comparison().score().measure().id()),
            text(
                "comparator_id",
                "whom it is compared with: all groups of its level, or those of one group of a"
                    + " level above",
                compared -> compared.comparison().comparatorGroup().comparatorId()));
    Function<Compared, Comparison> comparison = Compared::comparison;
    return new Table<>(
        "fact_group_comparison",
        "One row per group, measure and comparator.",
        List.of("group_key", "measure_id", "comparator_id"),
        Stream.concat(
                ids.stream(),
                ComparisonTables.FIGURES.stream()
                    .map(c -> c.named(c.name().replace("trusts", "groups")).in(ofGroups))
                    .map(column -> column.within(comparison)))
            .toList());
  }
}

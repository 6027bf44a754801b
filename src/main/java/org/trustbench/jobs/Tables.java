package org.trustbench.jobs;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.trustbench.benchmark.Comparison;
import org.trustbench.benchmark.Results;
import org.trustbench.benchmark.Yardstick;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Measure;
import org.trustbench.summary.BenchmarkTable;
import org.trustbench.summary.LeagueTable;
import org.trustbench.summary.TerminalTable;

/** Prints the league and benchmark tables of the focus trust. */
final class Tables {
  private static final int NARROWEST = 100;

  private Tables() {}

  static void print(Session session, Results results) {
    prepare();
    String focus = session.settings().focus;
    String comparator = session.settings().comparator;
    Yardstick yardstick = yardstick(results, focus, comparator);
    if (results.inspections().stream().anyMatch(inspection -> inspection.isSynthetic())) {
      session.say("");
      session.say("SYNTHETIC DATA: invented judgements, no figure here is of a real trust.");
    }
    for (Measure measure : results.framework().measures()) {
      if (measure.kind().equals(Measure.OVERALL)) {
        print(session, LeagueTable.of(results, yardstick, measure));
        session.say(
            "Rank 1 is best; in brackets the ranks not ruled out at 95 %. Trusts of one tier are statistical ties. Score rule: "
                + results.choices().scoreRule()
                + ".");
      }
    }
    if (focus == null) {
      session.say("No trust is in focus: name one by --focus to see its benchmark.");
      return;
    }
    if (results.inspectionOf(focus).isEmpty()) {
      session.say("%s is in focus and has no inspection among those compared.".formatted(focus));
      return;
    }
    String name = session.framework().trust(focus).name();
    String against = " against " + yardstick.label() + " (the others pooled)";
    print(
        session,
        BenchmarkTable.of(
            name + against,
            BenchmarkTable.rows(results, focus, comparator, Set.of(Measure.OVERALL, Measure.THEME)),
            false));
    Set<String> own =
        session.framework().measureKinds().stream()
            .map(Framework.Named::id)
            .collect(Collectors.toSet());
    for (Framework.Named kind : session.framework().measureKinds()) {
      List<Comparison> rows = BenchmarkTable.rows(results, focus, comparator, Set.of(kind.id()));
      print(session, BenchmarkTable.of(kind.label() + ": " + name + against, rows, true));
    }
    if (own.isEmpty()) {
      print(
          session,
          BenchmarkTable.of(
              "Questions: " + name + against,
              BenchmarkTable.rows(results, focus, comparator, Set.of(Measure.QUESTION)),
              true));
    }
  }

  /**
   * Tablesaw looks for its file formats through the whole class path when it is first used, which
   * takes a second over Spark's jars. They are all in the jar that holds it.
   */
  static void prepare() {
    String classPath = System.getProperty("java.class.path");
    String own =
        tech.tablesaw.table.Relation.class
            .getProtectionDomain()
            .getCodeSource()
            .getLocation()
            .getPath();
    System.setProperty("java.class.path", own);
    tech.tablesaw.api.Table.create();
    System.setProperty("java.class.path", classPath);
  }

  private static void print(Session session, tech.tablesaw.api.Table table) {
    session.say("");
    TerminalTable.lines(table, width()).forEach(session::say);
  }

  /** The focus trust's group of the comparator, or its first. */
  static Yardstick yardstick(Results results, String focus, String comparator) {
    List<Yardstick> groups =
        results.comparators().stream()
            .map(score -> score.yardstick())
            .filter(yardstick -> yardstick.comparatorId().equals(comparator))
            .distinct()
            .toList();
    Optional<Yardstick> own =
        results.comparisons().stream()
            .filter(c -> c.score().inspection().trust().code().equals(focus))
            .map(Comparison::yardstick)
            .filter(yardstick -> yardstick.comparatorId().equals(comparator))
            .findFirst();
    return own.orElseGet(
        () -> groups.isEmpty() ? results.comparators().get(0).yardstick() : groups.get(0));
  }

  private static int width() {
    String columns = System.getenv("COLUMNS");
    return columns != null && columns.matches("[0-9]{2,4}")
        ? Math.max(NARROWEST, Integer.parseInt(columns))
        : 150;
  }
}

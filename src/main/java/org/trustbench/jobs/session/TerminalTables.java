package org.trustbench.jobs.session;

import static org.trustbench.jobs.settings.FocusSettings.COMPARATOR;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Stream;
import org.trustbench.benchmark.ComparatorGroup;
import org.trustbench.benchmark.Comparison;
import org.trustbench.benchmark.PairDifference;
import org.trustbench.benchmark.Results;
import org.trustbench.benchmark.Rounding;
import org.trustbench.diff.FigureDifference;
import org.trustbench.diff.RevisionStep;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Measure;
import org.trustbench.message.Counted;
import org.trustbench.summary.BenchmarkTable;
import org.trustbench.summary.BenchmarkWords;
import org.trustbench.summary.ChangesTable;
import org.trustbench.summary.LeagueTable;
import org.trustbench.summary.ListExcerpt;
import org.trustbench.summary.PairTable;
import org.trustbench.summary.ReportFocus;
import org.trustbench.summary.SummarySentences;
import org.trustbench.summary.grid.Grid;
import org.trustbench.summary.grid.TerminalTable;
import org.trustbench.terms.Terms;

/** Prints the league and benchmark tables of the focus trust. */
public final class TerminalTables {
  private static final int NARROWEST = 60;
  private static final int MOST_HEADLINES = 20;

  /** A league of more rows is cut to so many at either end. */
  private static final int MOST_ROWS = 100;

  private static final int END = 10;

  /** What the headings of a benchmark mean. */
  private static final String COLUMNS =
      "Lowest, highest: scores within the group. Verdict: higher or lower where the difference is more"
          + " than chance at 95 %%, or as marked. Robust: no other lawful rule gives another verdict."
          + "%s Flag: what else to know; \"may be chance\" where so many comparisons bring one like it"
          + " by themselves.";

  private static final String ADJUSTED =
      " Adjusted: the score as it would be with the same mix of {cases} as the group.";

  private TerminalTables() {}

  public static void print(Session session, Results results) {
    ReportFocus reportFocus =
        ReportFocus.of(
            results, session.settings().focusTrust(), session.settings().get(COMPARATOR));
    if (reportFocus.groups().isEmpty()) {
      session.say("No inspection belongs to a group of this comparator: there is no league.");
      return;
    }
    ComparatorGroup comparatorGroup = reportFocus.groups().get(0);
    sayIfSynthetic(session, results);
    for (Measure measure : results.framework().measures()) {
      if (measure.kind().equals(Measure.OVERALL)) {
        printLeague(session, reportFocus, comparatorGroup, measure);
        session.say(
            (comparatorGroup.isFixed()
                    ? "Against a fixed value there are no ranks."
                    : session
                        .framework()
                        .terms()
                        .text(
                            "Rank 1 is best; in brackets the ranks not ruled out at 95 %. {Institutions} of one"
                                + " tier are statistical ties: none is shown better than another of it, all"
                                + " pairs allowed for at once. A verdict sets one {institution} against"
                                + " the others together, so it may part from rank and tier."))
                + " Score rule: "
                + results.rules().scoreRule()
                + ".");
      }
    }
    if (reportFocus.focus() == null) {
      sayWithoutFocus(session, reportFocus);
      return;
    }
    if (reportFocus.ownGroup().isEmpty()) {
      SummarySentences.of(reportFocus).forEach(paragraph -> session.say(paragraph.text()));
      return;
    }
    String against =
        "%s against %s (%s)"
            .formatted(
                reportFocus.focus().name(),
                comparatorGroup.label(),
                comparatorGroup.isFixed()
                    ? "a fixed value"
                    : BenchmarkWords.caption(results.rules().benchmarkRule(), results.terms()));
    List<Comparison> rows = reportFocus.rows(Set.of(Measure.OVERALL, Measure.THEME));
    print(session, BenchmarkTable.of(against, rows, false, results.terms()));
    String adjusted = BenchmarkTable.isAdjusted(rows) ? ADJUSTED : "";
    session.say(results.terms().text(COLUMNS.formatted(adjusted)));
    for (Framework.Named kind : reportFocus.detailedKinds()) {
      print(
          session,
          BenchmarkTable.of(
              kind.label() + ": " + against,
              reportFocus.rows(Set.of(kind.id())),
              true,
              results.terms()));
    }
    session.say(Rounding.NOTE);
  }

  private static void sayWithoutFocus(Session session, ReportFocus reportFocus) {
    int groups = reportFocus.groups().size();
    if (groups > 1) {
      session.say(
          "This is %s, the first of %s; the report and summary/league.csv of a release have all."
              .formatted(reportFocus.groups().get(0).label(), Counted.of(groups, "group")));
    }
    session.say(
        session.settings().isEveryTrustInFocus()
            ? session
                .framework()
                .terms()
                .text("Every {institution} is in focus: a release has a page for each of them.")
            : session
                .framework()
                .terms()
                .text("No {institution} is in focus: name one by --focus to see its benchmark."));
  }

  /** Says where the pages of a release are that were made for one trust each. */
  public static void sayPages(Session session, Path release) {
    Terms terms = session.framework().terms();
    if (session.settings().isEveryTrustInFocus()) {
      sayCount(
          session,
          release.resolve("trusts"),
          count ->
              terms.text(
                  "pages: %s has %d, one for each {institution}, with its draft findings as .md and .odt beside it; the report leads to them",
                  release.resolve("trusts"), count));
    }
    Path all = release.resolve("briefs/all.print.html");
    if (Files.isRegularFile(all)) {
      sayCount(
          session,
          all.getParent(),
          count ->
              terms.text(
                  "briefs: %s has %d, one for each {institution} inspected; all as a PDF: chromium --headless --no-pdf-header-footer --print-to-pdf=briefs.pdf %s",
                  all.getParent(), count - 1, all));
    }
  }

  private static void sayCount(Session session, Path folder, LongFunction<String> words) {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> pages = Files.list(folder)) {
        session.say(words.apply(pages.filter(page -> page.toString().endsWith(".html")).count()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A league in full, or, where it is long, its ends and the trust in focus. */
  private static void printLeague(
      Session session, ReportFocus reportFocus, ComparatorGroup group, Measure measure) {
    ListExcerpt<Comparison> league =
        ListExcerpt.of(
            LeagueTable.sorted(reportFocus.comparisons().league(group, measure.id())),
            MOST_ROWS,
            END,
            c -> c.score().inspection().trust().equals(reportFocus.focus()));
    print(session, LeagueTable.of(reportFocus.results(), group, measure, league.shown()));
    if (league.isCut()) {
      session.say(
          String.format(
              Locale.ROOT,
              "The first %d and the last %d of %s%s. All are in summary/league.csv of a release, and its report finds any by name or code.",
              END,
              END,
              Counted.grouped(
                  league.all(),
                  session.framework().terms().institution().one(),
                  session.framework().terms().institution().many()),
              league.shown().size() > 2 * END ? ", and those around the one in focus" : ""));
    }
  }

  /** Prints the differences of two trusts. */
  public static void print(
      Session session, Results results, String title, List<PairDifference> differences) {
    sayIfSynthetic(session, results);
    print(session, PairTable.of(title, differences));
    session.say(
        "First less second, Newcombe's interval; p adjusted by Benjamini and Hochberg over all"
            + " measures of the two; a verdict that does not stand then may be chance. "
            + Rounding.NOTE);
  }

  /** Prints what differs between two releases, the framework's first measure before the others. */
  public static void print(
      Session session, List<RevisionStep> steps, List<FigureDifference> changes) {
    if (!steps.isEmpty()) {
      print(session, ChangesTable.revisions(steps));
    }
    if (changes.isEmpty()) {
      session.say("");
      session.say("No figure differs.");
      return;
    }
    Measure measure = session.framework().measures().get(0);
    Grid headlines =
        ChangesTable.headlines(
            "%s: largest changes of score, verdict and rank".formatted(measure.label()),
            changes,
            measure.id(),
            session.settings().get(COMPARATOR),
            MOST_HEADLINES);
    if (!headlines.isEmpty()) {
      print(session, headlines);
    }
    print(session, ChangesTable.counts(changes));
  }

  private static void sayIfSynthetic(Session session, Results results) {
    if (results.inspections().stream().anyMatch(inspection -> inspection.isSynthetic())) {
      session.say("");
      session.say(
          session
              .framework()
              .terms()
              .text(
                  "SYNTHETIC DATA: invented judgements, no figure here is of a real {institution}."));
    }
  }

  /** Prints a table whole, however wide. */
  public static void printWide(Session session, Grid table) {
    session.say("");
    TerminalTable.lines(table, Integer.MAX_VALUE).forEach(session::say);
  }

  public static void print(Session session, Grid table) {
    session.say("");
    TerminalTable.lines(table, width()).forEach(session::say);
  }

  public static int width() {
    String columns = System.getenv("COLUMNS");
    return columns != null && columns.matches("[0-9]{2,4}")
        ? Math.max(NARROWEST, Integer.parseInt(columns))
        : 150;
  }
}

package org.trustbench.publish.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trustbench.benchmark.InspectionScore;
import org.trustbench.benchmark.InspectionTallies;
import org.trustbench.benchmark.OneSidedFigure;
import org.trustbench.disclosure.Audience;
import org.trustbench.disclosure.FileCoverage;
import org.trustbench.disclosure.PublishedRevision;
import org.trustbench.disclosure.RejectedRow;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.framework.Trust;
import org.trustbench.message.Counted;
import org.trustbench.summary.CoverageTable;
import org.trustbench.summary.CoverageTable.Account;
import org.trustbench.summary.RevisionTable;
import org.trustbench.terms.Terms;

/**
 * The chapter of a report page on coverage and data quality.
 *
 * @param account the sum of all judgements sent
 * @param tables inspections, refusals and rules; those without a row are left out
 * @param uninspected names of the register's trusts without an inspection
 * @param audits what somebody has to look at before the figures are read
 * @param severalInspections a sentence for each trust inspected more than once
 */
record PageCoverage(
    String account,
    List<PageTable> tables,
    boolean hasRefusals,
    boolean hasRejects,
    List<String> audits,
    List<String> uninspected,
    List<String> severalInspections) {

  /** Of lists longer than {@link PageLimits#MOST} so many rows are shown. */
  private static final int SHOWN = 50;

  static PageCoverage of(ReleaseContent content) {
    List<PageTable> tables = new ArrayList<>();
    tables.add(inspections(CoverageTable.accounts(content), content.terms()));
    List<RejectedRow> refused = CoverageTable.refusedRows(content);
    tables.add(
        PageTable.of(
            "refusals",
            CoverageTable.refusals(content, cut(refused)),
            "Sent",
            "Nothing of these is in any figure." + note(refused, "tables/rejects.csv")));
    PageTable rules =
        PageTable.of(
            "rejects",
            CoverageTable.rules(content),
            "Rule",
            "Each row is listed with its line and reason in tables/rejects.csv.");
    tables.add(rules);
    List<RejectedRow> names = CoverageTable.nameRows(content);
    tables.add(
        PageTable.of(
            "names",
            CoverageTable.sentNames(cut(names)),
            "Sent",
            content
                    .terms()
                    .text(
                        "Nothing of what was passed over is in any figure; what is lacking is not known of any {case}.")
                + note(names, "tables/rejects.csv")));
    List<PublishedRevision> again = RevisionTable.sentAgain(content);
    tables.add(
        PageTable.of(
            "revisions",
            RevisionTable.of(content, cut(again)),
            "Inspection",
            "The last one counts. Judgements differing: from those sent before."
                + note(again, "summary/revisions.csv")));
    return new PageCoverage(
        account(content),
        tables.stream().filter(table -> !table.table().rows().isEmpty()).toList(),
        !refused.isEmpty(),
        !rules.table().rows().isEmpty(),
        OneSidedFigure.lines(OneSidedFigure.of(content.results())),
        uninspected(content),
        cut(severalInspections(content)));
  }

  /** Of very many those that lost most come first. */
  private static PageTable inspections(List<Account> accounts, Terms terms) {
    List<Account> shown = accounts;
    if (isCut(accounts)) {
      shown = new ArrayList<>(accounts);
      shown.sort(Comparator.comparingLong(account -> -account.rejectedOrNone()));
      shown = cut(shown);
    }
    return PageTable.of(
        "coverage",
        CoverageTable.inspections(shown, terms),
        "Inspection",
        "Read = accepted + rejected + collapsed (identical repeats) + out of scope."
            + (isCut(accounts) ? " Those with most judgements rejected come first." : "")
            + note(accounts, "summary/coverage.csv"));
  }

  boolean isUninspectedCut() {
    return isCut(uninspected);
  }

  /** The names that there is room for. */
  List<String> uninspectedShown() {
    return cut(uninspected);
  }

  private static boolean isCut(List<?> rows) {
    return PageLimits.areTooMany(rows.size());
  }

  private static <T> List<T> cut(List<T> rows) {
    return isCut(rows) ? rows.subList(0, SHOWN) : rows;
  }

  private static String note(List<?> rows, String file) {
    return isCut(rows)
        ? " Shown: %d of %s; all are in %s."
            .formatted(SHOWN, Counted.grouped(rows.size(), "row"), file)
        : "";
  }

  private static String account(ReleaseContent content) {
    boolean isPublic = content.audience() == Audience.PUBLIC;
    long told = content.coverage().stream().filter(file -> file.read() != null).count();
    long withheld = content.coverage().size() - told;
    long read = FileCoverage.sum(content.coverage(), FileCoverage::read);
    String account =
        "%s for judgements %s read in %s, the blank ones of files with a column for each question among them: %s accepted, %s rejected, %s collapsed as identical repeats, %s out of scope."
            .formatted(
                Counted.grouped(read, "cell"),
                Counted.word(read, "was", "were"),
                isPublic
                    ? "the files of " + Counted.grouped(told, "inspection")
                    : Counted.grouped(told, "file"),
                sum(content, FileCoverage::accepted),
                sum(content, FileCoverage::rejected),
                sum(content, FileCoverage::collapsed),
                sum(content, FileCoverage::outOfScope));
    String unknown =
        "What was sent of %s is withheld: beside the figures that are shown of them it could tell one that is not."
            .formatted(Counted.grouped(withheld, "inspection"));
    return withheld == 0 ? account : told == 0 ? unknown : account + " " + unknown;
  }

  private static String sum(ReleaseContent content, Function<FileCoverage, Long> value) {
    return String.format(Locale.ROOT, "%,d", FileCoverage.sum(content.coverage(), value));
  }

  private static List<String> uninspected(ReleaseContent content) {
    Set<String> inspected =
        content.results().inspections().stream()
            .map(inspection -> inspection.trust().code())
            .collect(Collectors.toSet());
    return content.results().framework().trusts().stream()
        .filter(trust -> !inspected.contains(trust.code()))
        .map(Trust::name)
        .toList();
  }

  private static List<String> severalInspections(ReleaseContent content) {
    Map<String, Set<String>> byTrust = new TreeMap<>();
    for (InspectionScore score : content.results().scores()) {
      byTrust
          .computeIfAbsent(score.inspection().trust().code(), code -> new TreeSet<>())
          .add(score.inspection().inspectionId());
    }
    List<String> sentences = new ArrayList<>();
    for (InspectionTallies compared : content.results().inspections()) {
      Set<String> all = byTrust.getOrDefault(compared.trust().code(), Set.of());
      if (all.size() > 1) {
        sentences.add(
            "%s was inspected %s (%s): the latest, %s, is compared."
                .formatted(
                    compared.trust().name(),
                    Counted.of(all.size(), "time"),
                    String.join(", ", all),
                    compared.inspectionId()));
      }
    }
    return sentences;
  }
}

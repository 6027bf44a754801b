package org.trustbench.summary;

import static org.trustbench.summary.grid.SummaryColumn.count;
import static org.trustbench.summary.grid.SummaryColumn.kept;
import static org.trustbench.summary.grid.SummaryColumn.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trustbench.benchmark.Availability;
import org.trustbench.disclosure.FileCoverage;
import org.trustbench.disclosure.RejectedRow;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.framework.Trust;
import org.trustbench.summary.grid.Grid;
import org.trustbench.summary.grid.SummaryColumn;
import org.trustbench.summary.grid.SummaryTable;
import org.trustbench.terms.Terms;

/**
 * Tables of the files that were sent: judgements read, accepted and rejected, and what was refused.
 */
public final class CoverageTable {
  /** How the rules begin that no row is rejected by. */
  private static final String OF_NAMES = "name-";

  private CoverageTable() {}

  /**
   * The account of one inspection, over all its files.
   *
   * @param trust its name
   * @param isCompared whether its scores are compared with others'
   */
  public record Account(
      String inspectionId,
      String trustId,
      String trust,
      boolean isCompared,
      List<FileCoverage> files) {

    private Long sum(Function<FileCoverage, Long> value) {
      return files.stream().map(value).anyMatch(Objects::isNull)
          ? null
          : (Long) files.stream().mapToLong(value::apply).sum();
    }

    private String words(Function<FileCoverage, String> value) {
      return areCasesWithheld() && FileCoverage.together(files, value) == null
          ? null
          : Objects.requireNonNullElse(FileCoverage.together(files, value), "none");
    }

    /** Judgements rejected; 0 where that is withheld. */
    public long rejectedOrNone() {
      Long rejected = sum(FileCoverage::rejected);
      return rejected == null ? 0 : rejected;
    }

    /** Whether what was sent is withheld: because a figure is, or because cases are few. */
    private boolean isWithheld() {
      return files.stream().anyMatch(file -> file.read() == null);
    }

    private boolean areCasesWithheld() {
      return isWithheld() && files.stream().allMatch(file -> file.cases() == null);
    }

    private Long neverAsked() {
      return areCasesWithheld() ? null : FileCoverage.mostNeverAsked(files).orElse(0L);
    }
  }

  /** The rows that one rule rejected. */
  public record RuleCount(String rule, List<RejectedRow> rejects) {}

  /** One row per inspection: its files, and the account of its judgements. */
  public static Grid inspections(List<Account> some, Terms terms) {
    return accounts(terms).grid("Judgements of each inspection", some);
  }

  /** One row per refusal: what was sent, and why nothing of it was taken. */
  public static Grid refusals(ReleaseContent content, List<RejectedRow> some) {
    return refused(content).grid("Submissions refused", some);
  }

  /** One row per rule by which rows were rejected, of submissions that were not refused whole. */
  public static Grid rules(ReleaseContent content) {
    return rules().grid("Rows rejected, by rule", ruleRows(content));
  }

  /** One row per file and reason: names that were passed over as foreign, or are lacking. */
  public static Grid sentNames(List<RejectedRow> some) {
    return sentNames().grid("Names passed over or lacking", some);
  }

  /** What the table of names shows and keeps. */
  public static SummaryTable<RejectedRow> sentNames() {
    return new SummaryTable<>(
        "names",
        "One row per file and reason: columns, fields or files that were passed over, or are lacking.",
        List.of("file", "reason"),
        List.of(
            text("Sent", "file", "what was sent", RejectedRow::file),
            text("Names", "reason", "what was passed over, or is lacking", RejectedRow::reason)),
        name -> Availability.NOT_AVAILABLE);
  }

  /** What was passed over as foreign, or is lacking, in what counts. */
  public static List<RejectedRow> nameRows(ReleaseContent content) {
    return content.rejects().stream()
        .filter(CoverageTable::isOfNames)
        .filter(name -> !name.isOfRefusal())
        .toList();
  }

  private static boolean isOfNames(RejectedRow reject) {
    return reject.rule().startsWith(OF_NAMES);
  }

  /** What the account shows and keeps. */
  public static SummaryTable<Account> accounts(Terms terms) {
    return new SummaryTable<>(
            "coverage",
            "One row per inspection accepted: its files, and what became of their judgements.",
            List.of("inspection_id"),
            List.of(
                text("Inspection", "inspection_id", "the inspection", Account::inspectionId),
                kept("Code", "trust_id", "code of the {institution}", Account::trustId),
                text("{Institution}", "trust", "name of the {institution}", Account::trust),
                text(
                    "Compared",
                    "is_compared",
                    "yes where its scores are compared with others'",
                    account -> account.isCompared() ? "yes" : "no"),
                sum("{Cases}", "cases", "{cases}", "{cases} accepted", FileCoverage::cases),
                sum(
                    "Read",
                    "read",
                    "judgements",
                    "judgements read; of a file with a column for each question every cell, blank or not",
                    FileCoverage::read),
                sum(
                    "Accepted",
                    "accepted",
                    "judgements",
                    "of these stored, or blank",
                    FileCoverage::accepted),
                sum(
                    "Rejected",
                    "rejected",
                    "judgements",
                    "of these rejected",
                    FileCoverage::rejected),
                sum(
                    "Collapsed",
                    "collapsed",
                    "judgements",
                    "identical repeats",
                    FileCoverage::collapsed),
                sum(
                    "Out of scope",
                    "out_of_scope",
                    "judgements",
                    "judgements that the layout excludes",
                    FileCoverage::outOfScope),
                count(
                    "Questions never asked",
                    "questions_never_asked",
                    "questions",
                    "questions without a single judgement",
                    Account::neverAsked),
                text(
                    "Passed over",
                    "names_passed_over",
                    "columns, fields and files that no format has; yes for any in a public release",
                    account -> account.words(FileCoverage::passedOver)),
                text(
                    "Lacking",
                    "names_lacking",
                    "columns and fields that were not sent",
                    account -> account.words(FileCoverage::lacking))),
            account ->
                ComparisonCells.missing(
                    account.isWithheld() ? Availability.SUPPRESSED : Availability.SHOWN))
        .in(terms);
  }

  private static SummaryColumn<Account> sum(
      String heading,
      String name,
      String unit,
      String description,
      Function<FileCoverage, Long> value) {
    return count(heading, name, unit, description, account -> account.sum(value));
  }

  /** The account of every inspection that was accepted. */
  public static List<Account> accounts(ReleaseContent content) {
    Map<String, List<FileCoverage>> byInspection =
        FileCoverage.acceptedByInspection(content.coverage());
    Set<String> compared =
        content.results().inspections().stream()
            .map(inspection -> inspection.inspectionId())
            .collect(Collectors.toSet());
    Map<String, String> names = names(content);
    List<Account> accounts = new ArrayList<>();
    byInspection.forEach(
        (id, files) -> {
          String trust = files.get(0).trustId();
          accounts.add(
              new Account(
                  id, trust, names.getOrDefault(trust, trust), compared.contains(id), files));
        });
    return accounts;
  }

  /** What the table of refusals shows and keeps. */
  public static SummaryTable<RejectedRow> refused(ReleaseContent content) {
    Map<String, String> names = names(content);
    return new SummaryTable<>(
            "refused",
            "One row per submission refused: what was sent, and why nothing of it was taken.",
            List.of("file", "reason"),
            List.of(
                text("Sent", "file", "what was sent", RejectedRow::file),
                text(
                    "Inspection",
                    "inspection_id",
                    "the inspection, if known",
                    RejectedRow::inspectionId),
                text(
                    "{Institution}",
                    "trust",
                    "name of the {institution}, if known",
                    refusal -> names.getOrDefault(refusal.trustId(), refusal.trustId())),
                text("Reason", "reason", "what is wrong and what to do", RejectedRow::reason)),
            refusal -> Availability.NOT_AVAILABLE)
        .in(content.terms());
  }

  /** The refusals. */
  public static List<RejectedRow> refusedRows(ReleaseContent content) {
    return content.rejects().stream()
        .filter(reject -> reject.isOfRefusal() && reject.line() == 0 && !isOfNames(reject))
        .toList();
  }

  /** What the table of rules shows and keeps. */
  public static SummaryTable<RuleCount> rules() {
    return new SummaryTable<>(
        "rejected",
        "One row per rule by which rows were rejected, of submissions that were not refused.",
        List.of("rule"),
        List.of(
            text("Rule", "rule", "the rule", RuleCount::rule),
            count(
                "Inspections",
                "inspections",
                "inspections",
                "inspections with such rows",
                count ->
                    count.rejects().stream()
                        .map(RejectedRow::inspectionId)
                        .filter(Objects::nonNull)
                        .distinct()
                        .count()),
            count("Rows", "rows", "rows", "rows rejected", count -> count.rejects().size()),
            count(
                "Judgements",
                "judgements",
                "judgements",
                "judgements rejected with them",
                count -> count.rejects().stream().mapToLong(RejectedRow::cells).sum())),
        count -> Availability.NOT_AVAILABLE);
  }

  /** The rows rejected, by rule. */
  public static List<RuleCount> ruleRows(ReleaseContent content) {
    List<RuleCount> counts = new ArrayList<>();
    content.rejects().stream()
        .filter(reject -> !reject.isOfRefusal() && !isOfNames(reject))
        .collect(Collectors.groupingBy(RejectedRow::rule, TreeMap::new, Collectors.toList()))
        .forEach((rule, rejects) -> counts.add(new RuleCount(rule, rejects)));
    return counts;
  }

  private static Map<String, String> names(ReleaseContent content) {
    return content.results().framework().trusts().stream()
        .collect(Collectors.toMap(Trust::code, Trust::name));
  }
}

package org.trustbench.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.trustbench.benchmark.Comparison;
import org.trustbench.benchmark.Results;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.table.Column;
import org.trustbench.table.Table;

/** The tables of a release as the texts that its CSV files hold, without the files. */
public final class RenderedTables {
  private RenderedTables() {}

  /** Rows by table, each by column. */
  public static Map<String, List<Map<String, String>>> of(ReleaseContent content) {
    Map<String, List<Map<String, String>>> tables = new TreeMap<>();
    List<Comparison> ranked =
        content.results().comparisons().stream().filter(c -> c.ranked() != null).toList();
    add(tables, ScoreTables.SCORES, content.results().scores());
    add(tables, ComparisonTables.COMPARISONS, content.results().comparisons());
    add(tables, ComparatorTable.COMPARATORS, content.results().comparators());
    add(tables, RankTables.RANKS, ranked);
    add(tables, FindingTables.FINDINGS, content.findings());
    add(tables, PathwayTables.PATHWAY, content.pathways());
    add(tables, FunnelTables.FUNNEL, content.funnels());
    add(tables, FunnelTables.POINTS, content.funnelPoints());
    add(tables, AccountTables.COVERAGE, content.coverage());
    add(tables, AccountTables.REVISIONS, content.revisions());
    add(tables, DimensionTables.INSPECTIONS, content.results().inspections());
    add(
        tables,
        DimensionTables.trusts(content.results()).named("trusts"),
        content.results().framework().trusts());
    GroupTables.of(content)
        .ifPresent(
            groups -> {
              add(tables, groups.dimGroup().named(GroupTables.GROUPS), groups.groups());
              add(tables, groups.factScore().named("group_scores"), groups.scores());
              add(tables, groups.factComparison().named("group_comparisons"), groups.comparisons());
              add(tables, groups.factFinding().named("group_findings"), groups.findings());
            });
    return tables;
  }

  /** Every number with decimals behind a measure's scores, comparisons and comparators. */
  public static Set<String> decimals(Results results) {
    Set<String> decimals = new TreeSet<>();
    collect(decimals, ScoreTables.SCORES, results.scores());
    collect(decimals, ComparisonTables.COMPARISONS, results.comparisons());
    collect(decimals, ComparatorTable.COMPARATORS, results.comparators());
    return decimals;
  }

  private static <R> void collect(Set<String> decimals, Table<R> table, List<R> rows) {
    for (R row : rows) {
      for (Column<R> column : table.columns()) {
        if (column.type() == Column.Type.DECIMAL) {
          decimals.add(CsvFile.cell(column, row));
        }
      }
    }
  }

  private static <R> void add(
      Map<String, List<Map<String, String>>> tables, Table<R> exact, List<R> rows) {
    Table<R> table = exact.whole();
    List<Map<String, String>> texts = new ArrayList<>();
    for (R row : rows) {
      Map<String, String> text = new LinkedHashMap<>();
      for (Column<R> column : table.columns()) {
        text.put(column.name(), CsvFile.cell(column, row));
      }
      texts.add(text);
    }
    tables.put(table.name(), texts);
  }
}

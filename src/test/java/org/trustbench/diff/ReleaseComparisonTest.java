package org.trustbench.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tables in, what differs out. */
class ReleaseComparisonTest {
  private static final RevisionStep H2 =
      RevisionStep.begun("H-1", 2, Optional.empty(), Optional.of("a"), "b", Optional.of(3L));
  private static final RevisionStep D_GONE =
      RevisionStep.withdrawn("D-1", 1, Optional.empty(), "c", Optional.of("sampled twice"));

  /** A table from text: its header, then its rows; columns of the key end with a star. */
  private static PublishedTable table(String name, String text) {
    List<String> lines = text.lines().toList();
    List<String> key = new ArrayList<>();
    List<String> columns = new ArrayList<>();
    for (String column : cells(lines.get(0))) {
      columns.add(column.replace("*", ""));
      if (column.endsWith("*")) {
        key.add(column.replace("*", ""));
      }
    }
    List<Map<String, String>> rows = new ArrayList<>();
    for (String line : lines.subList(1, lines.size())) {
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < columns.size(); i++) {
        row.put(columns.get(i), cells(line).get(i));
      }
      rows.add(row);
    }
    return new PublishedTable(name, key, columns, Set.of("score", "rank"), rows);
  }

  private static List<String> cells(String line) {
    return List.of(line.split(",", -1));
  }

  private static String shown(List<FigureDifference> changes) {
    StringBuilder shown = new StringBuilder();
    changes.forEach(
        c ->
            shown.append(
                "%s %s %s %s [%s] %s: %s -> %s (%s) by %s%n"
                    .formatted(
                        c.table(),
                        c.inspectionId(),
                        c.measureId(),
                        c.comparatorId(),
                        c.place(),
                        c.column(),
                        c.before(),
                        c.after(),
                        c.difference(),
                        c.causedBy())));
    return shown.toString();
  }

  private static final String SCORES =
      """
      inspection_id*,measure_id*,score,label
      H-1,all,50.5,All
      D-1,all,60,All
      F-1,all,70,All
      """;

  @Test
  void a_score_that_differs_rests_on_the_revision_of_its_own_inspection() {
    List<FigureDifference> changes =
        ReleaseComparison.between(
            List.of(table("scores", SCORES)),
            List.of(table("scores", SCORES.replace("50.5", "52"))),
            List.of(H2, D_GONE),
            List.of());

    assertThat(shown(changes))
        .isEqualTo("scores H-1 all  [] score: 50.5 -> 52 (1.5) by H-1 revision 2\n");
  }

  @Test
  void a_row_that_went_is_one_change_and_says_that_it_was_withdrawn() {
    List<FigureDifference> changes =
        ReleaseComparison.between(
            List.of(table("scores", SCORES)),
            List.of(table("scores", SCORES.replace("D-1,all,60,All\n", ""))),
            List.of(H2, D_GONE),
            List.of());

    assertThat(shown(changes))
        .isEqualTo("scores D-1 all  [] (row): published ->  (null) by D-1 revision 1 withdrawn\n");
  }

  @Test
  void what_is_said_against_a_comparator_rests_on_the_revisions_of_its_group_alone() {
    String compared =
        """
        inspection_id*,measure_id*,comparator_id*,comparator_group,rank,verdict
        H-1,all,tranche,1,2,similar
        F-1,all,tranche,1,1,similar
        D-1,all,tranche,2,1,similar
        E-1,all,tranche,2,2,similar
        """;
    String after =
        compared
            .replace("F-1,all,tranche,1,1,similar", "F-1,all,tranche,1,1,higher")
            .replace("E-1,all,tranche,2,2,similar", "E-1,all,tranche,2,1,similar");

    assertThat(
            shown(
                ReleaseComparison.between(
                    List.of(table("comparisons", compared)),
                    List.of(table("comparisons", after)),
                    List.of(H2, D_GONE),
                    List.of())))
        .isEqualTo(
            """
            comparisons E-1 all tranche [] rank: 2 -> 1 (-1.0) by D-1 revision 1 withdrawn
            comparisons F-1 all tranche [] verdict: similar -> higher (null) by H-1 revision 2
            """);
  }

  @Test
  void a_table_without_groups_takes_them_from_where_they_stand() {
    String compared =
        """
        inspection_id*,measure_id*,comparator_id*,comparator_group
        H-1,all,tranche,1
        F-1,all,tranche,1
        D-1,all,tranche,2
        """;
    String tried =
        "inspection_id*,measure_id*,comparator_id*,rule*,verdict\nF-1,all,tranche,x,lower\n";

    assertThat(
            shown(
                ReleaseComparison.between(
                    List.of(table("comparisons", compared), table("sensitivity", tried)),
                    List.of(
                        table("comparisons", compared),
                        table("sensitivity", tried.replace("lower", "similar"))),
                    List.of(H2, D_GONE),
                    List.of("setting draws"))))
        .isEqualTo(
            "sensitivity F-1 all tranche [rule=x] verdict: lower -> similar (null) by H-1 revision 2; setting draws\n");
  }

  @Test
  void a_figure_that_nothing_near_explains_rests_on_every_revision() {
    assertThat(
            shown(
                ReleaseComparison.between(
                    List.of(table("scores", SCORES)),
                    List.of(table("scores", SCORES.replace("70", "71"))),
                    List.of(H2, D_GONE),
                    List.of())))
        .isEqualTo(
            "scores F-1 all  [] score: 70 -> 71 (1.0) by H-1 revision 2; D-1 revision 1 withdrawn\n");
  }

  @Test
  void figures_that_are_the_same_are_no_change_in_whatever_order() {
    String turned =
        """
        inspection_id*,measure_id*,score,label
        F-1,all,70,All
        D-1,all,60,All
        H-1,all,50.5,All
        """;
    assertThat(
            ReleaseComparison.between(
                List.of(table("scores", SCORES)),
                List.of(table("scores", turned)),
                List.of(H2),
                List.of()))
        .isEmpty();
  }

  @Test
  void a_column_that_only_one_release_has_is_no_change_of_a_figure() {
    assertThat(
            ReleaseComparison.between(
                List.of(table("scores", SCORES)),
                List.of(table("scores", SCORES.replace("label", "caption"))),
                List.of(),
                List.of()))
        .isEmpty();
  }
}

package org.trustbench.publish.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustbench.table.Column.integer;
import static org.trustbench.table.Column.text;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.framework.FrameworkReader;
import org.trustbench.publish.Programmes;
import org.trustbench.table.Table;

/** The dictionary as people read it. */
class DictionaryPageTest {
  private static final ReleaseContent CONTENT =
      Programmes.content(FrameworkReader.read("iaow-2013"), List.of());

  private static final Table<String> VISITS =
      new Table<>(
          "visits",
          "One row per visit.",
          List.of("visit_id"),
          List.of(
              text("visit_id", "the visit", visit -> visit),
              integer("rooms", "rooms", "rooms with < 2 doors", String::length)));

  @Test
  void every_column_stands_with_its_type_unit_key_and_meaning() {
    assertThat(DictionaryPage.of(CONTENT, List.of(VISITS)))
        .contains("visits: One row per visit.")
        .containsSubsequence("visit_id", "text", "key", "the visit")
        .containsSubsequence("rooms", "integer", "rooms", "rooms with &lt; 2 doors")
        .contains("Audience: internal");
  }
}

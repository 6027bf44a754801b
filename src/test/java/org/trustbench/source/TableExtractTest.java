package org.trustbench.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trustbench.framework.Layout;
import org.trustbench.ingest.Sent;
import org.trustbench.ingest.csv.NumberedFormat;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.fill.ReadOutcome.Filled;
import org.trustbench.ingest.rows.ReadOptions;
import org.trustbench.ingest.sent.ContentHashes;
import org.trustbench.ingest.sent.ExtractSubmission;
import org.trustbench.ingest.sent.SourceLine;
import org.trustbench.ingest.sent.Submission;
import org.trustbench.source.SourceColumn.CellType;
import org.trustbench.support.LandingFolder;
import org.trustbench.support.TinyFramework;

/** A table comes to what the CSV of the same rows comes to, with keys in the place of lines. */
class TableExtractTest {
  private static final Layout KEYED =
      TinyFramework.read(
              json ->
                  json.replace(
                      "\"inspection_id\": \"{trust}-2015\"",
                      "\"inspection_id\": \"{trust}-2015\", \"row_key\": [\"Key\"]"))
          .layout("long");

  /** On the lines from 2 on, and under keys a thousand greater. */
  private static final List<List<String>> ROWS =
      List.of(
          List.of("Hill", "C1", "late", "Q1", "J"),
          List.of("Hill", "C1", "late", "Q2", "no"),
          List.of("Hill", "C1", "late", "Q2", "yes"),
          List.of("Hill", "C2", "", "Q1", "perhaps"),
          List.of("Hill", "", "late", "Q1", "J"),
          List.of("Dale", "C1", "early", "Q3", "J"),
          List.of("Hull", "C9", "early", "Q1", "J"),
          List.of("Dale", "C1", "early", "Q1", ""),
          List.of("Dale", "C1", "early", "Q1", ""));

  @TempDir Path folder;

  private List<Filled> csv() {
    new LandingFolder(folder)
        .file(
            "visits",
            ROWS.stream()
                .map(row -> String.join(",", row))
                .collect(Collectors.joining("\n", "School,Case,Stage,Item,Result\n", "\n")));
    return Sent.read(ExtractSubmission.of(List.of(folder.resolve("visits")), "long"), 1);
  }

  private Submission table(String name, List<List<String>> rows) throws IOException {
    TableInMemory table = new TableInMemory();
    for (String column : List.of("Key", "School", "Case", "Stage", "Item", "Result", "Inspector")) {
      table.column(column, CellType.TEXT);
    }
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      order.add(i);
    }
    Collections.reverse(order);
    for (int i : order) {
      List<Object> cells = new ArrayList<>(List.of(1002 + i));
      rows.get(i).forEach(cell -> cells.add(cell.isEmpty() ? null : cell));
      cells.add("somebody's name");
      table.row(cells.toArray());
    }
    Path copy = folder.resolve(name + NumberedFormat.ENDING);
    TableCopy.write(table, KEYED, copy);
    assertThat(Files.readString(copy)).doesNotContain("somebody");
    SentFile sent = new SentFile("visits", copy.toRealPath().toString(), Files.size(copy));
    return ExtractSubmission.of(List.of(), List.of(sent), "long");
  }

  private static String accounts(List<Filled> filled) {
    return filled.stream().map(one -> Sent.account(one.reading())).collect(Collectors.joining());
  }

  @Test
  void accounts_cells_and_rejects_are_those_of_the_csv_with_keys_for_lines() throws IOException {
    List<Filled> ofTable = Sent.read(table("copy", ROWS), 1);

    String expected =
        Pattern.compile("(visits:|line )(\\d+)\\b")
            .matcher(accounts(csv()))
            .replaceAll(found -> found.group(1) + (1000 + Integer.parseInt(found.group(2))));
    assertThat(accounts(ofTable)).contains("visits:1005 unknown-answer").isEqualTo(expected);
    assertThat(ofTable.get(2).matrix().line(0, 0)).isEqualTo(1002);
  }

  @Test
  void the_same_rows_are_known_again_in_any_order_and_other_rows_are_not() throws IOException {
    List<List<String>> others = new ArrayList<>(ROWS);
    others.set(0, List.of("Hill", "C1", "late", "Q1", "N"));

    assertThat(hash(table("again", ROWS)))
        .isEqualTo(hash(table("first", ROWS)))
        .isNotEqualTo(hash(table("others", others)));
  }

  private static String hash(Submission submission) {
    return ContentHashes.sourceHash(submission, ContentHashes.digests(submission));
  }

  @Test
  void the_row_of_a_key_is_shown() throws IOException {
    SourceLine row =
        SourceLine.find(List.of(table("shown", ROWS)), "visits", 1005, ReadOptions.OF_FOLDERS);

    assertThat(row.header()).isEqualTo("School, Item, Result, Case, Stage, Key, Inspector");
    assertThat(row.text()).isEqualTo("Hill, Q1, perhaps, C2, , 1005, (not read)");
  }
}

package org.trustbench.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.trustbench.template.FilledWorkbook.elements;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trustbench.support.MainRun;
import org.trustbench.support.TinyFramework;
import org.w3c.dom.Element;

/** The workbook to collect judgements in, as its XML has it. */
class CollectionWorkbookTest {
  @TempDir Path folder;

  @Test
  void every_question_has_a_column_and_its_text() throws Exception {
    FilledWorkbook workbook = workbook();

    assertThat(workbook.sheets())
        .containsExactly("instructions", "inspection", "cases", "judgements", "questions", "lists");
    assertThat(workbook.row("cases", 1))
        .containsExactly("case_id", "evidence", "stage", "risk", "town");
    assertThat(workbook.row("judgements", 1))
        .containsExactly("case_id", "plan", "pace", "marked", "safe", "talk");
    assertThat(workbook.row("questions", 5))
        .containsExactly(
            "safe",
            "Pupils safe",
            "Were the pupils safe?",
            "1, 2, 3, 4, na, nr",
            "lesson",
            "to every case");
  }

  @Test
  void an_answer_is_chosen_from_those_that_its_question_allows() throws Exception {
    FilledWorkbook workbook = workbook();

    Element rule = rule(workbook, "judgements", "E2:E21");
    assertThat(rule.getAttribute("type")).isEqualTo("list");
    assertThat(rule.getAttribute("promptTitle")).isEqualTo("Pupils safe");
    assertThat(rule.getAttribute("prompt")).isEqualTo("Were the pupils safe?");
    assertThat(listed(workbook, rule)).containsExactly("1", "2", "3", "4", "na", "nr");
    assertThat(listed(workbook, rule(workbook, "judgements", "B2:B21")))
        .containsExactly("yes", "no", "na", "nr");
    assertThat(listed(workbook, rule(workbook, "cases", "C2:C21")))
        .containsExactly("Early", "Late");
    assertThat(listed(workbook, rule(workbook, "cases", "B2:B21")))
        .containsExactly("lesson", "interview");
    assertThat(listed(workbook, rule(workbook, "inspection", "B3")))
        .containsExactly("Dale School", "Ford School", "Hill School");
  }

  @Test
  void only_what_is_to_be_filled_in_can_be_written_to() throws Exception {
    FilledWorkbook workbook = workbook();

    for (String sheet : workbook.sheets()) {
      assertThat(elements(workbook.sheet(sheet), "sheetProtection"))
          .as(sheet)
          .singleElement()
          .extracting(protection -> protection.getAttribute("sheet"))
          .isEqualTo("1");
    }
    assertThat(open(workbook, "judgements")).containsExactly(true, true, true, true, true, true);
    assertThat(open(workbook, "cases")).containsExactly(true, true, true, true, true);
    for (String sheet : List.of("instructions", "inspection", "questions", "lists")) {
      assertThat(open(workbook, sheet)).as(sheet).doesNotContain(true);
    }
    assertThat(openCells(workbook, "inspection"))
        .containsExactly("B2", "B3", "B6", "B7", "B8", "B9", "B10");
    assertThat(openCells(workbook, "judgements")).isEmpty();
  }

  @Test
  void headers_stay_in_sight() throws Exception {
    Element pane = elements(workbook().sheet("judgements"), "pane").get(0);

    assertThat(List.of(pane.getAttribute("xSplit"), pane.getAttribute("ySplit"))).containsOnly("1");
    assertThat(pane.getAttribute("state")).isEqualTo("frozen");
  }

  @Test
  void the_same_framework_makes_the_same_bytes() throws IOException {
    assertThat(CollectionWorkbook.of(TinyFramework.read(), 20))
        .isEqualTo(CollectionWorkbook.of(TinyFramework.read(), 20));
  }

  @Test
  void a_question_is_shown_whatever_its_text() throws Exception {
    String text = "Is \u0001 <b> & \"all\" right? " + "x".repeat(400);
    Path written = TinyFramework.write(folder.resolve("framework"), json -> json);
    Path questions = written.resolve("questions.csv");
    Files.writeString(
        questions,
        Files.readString(questions)
            .replace("Were the pupils safe?", "\"%s\"".formatted(text.replace("\"", "\"\""))));
    Path file = folder.resolve("t.xlsx");
    MainRun run =
        MainRun.of("template", "--framework", written.toString(), "--to", file.toString());

    assertThat(run.exitCode()).as(run.err().toString()).isZero();
    FilledWorkbook workbook = new FilledWorkbook(Files.readAllBytes(file));
    assertThat(workbook.row("questions", 5).get(2)).isEqualTo(text.replace('\u0001', '\uFFFD'));
    assertThat(rule(workbook, "judgements", "E2:E501").getAttribute("prompt"))
        .hasSize(255)
        .startsWith("Is \uFFFD <b> & \"all\" right?")
        .endsWith("…");
  }

  @ParameterizedTest
  @CsvSource({
    "t.csv, 5, is no name of a workbook: end it with .xlsx",
    "t.xlsx, 0, --cases 0 is not from 1 to 1048575",
    "taken.xlsx, 5, 'is there already, and may hold judgements: name another file with --to'",
    "none/t.xlsx, 5, the workbook cannot be written to"
  })
  void what_cannot_be_written_is_said_in_a_line(String name, String cases, String wrong)
      throws IOException {
    Files.writeString(folder.resolve("taken.xlsx"), "filled in");
    MainRun run = MainRun.of("template", "--to", folder.resolve(name).toString(), "--cases", cases);

    assertThat(run.exitCode()).isNotZero();
    assertThat(run.err()).hasSize(1).first().asString().contains(wrong);
    assertThat(folder.resolve("taken.xlsx")).hasContent("filled in");
  }

  private static FilledWorkbook workbook() throws IOException {
    return new FilledWorkbook(CollectionWorkbook.of(TinyFramework.read(), 20));
  }

  private static Element rule(FilledWorkbook workbook, String sheet, String cells)
      throws Exception {
    return elements(workbook.sheet(sheet), "dataValidation").stream()
        .filter(rule -> rule.getAttribute("sqref").equals(cells))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no rule of " + cells));
  }

  /** The values of a list that a rule names by its place, such as {@code lists!$B$2:$B$5}. */
  private static List<String> listed(FilledWorkbook workbook, Element rule) throws Exception {
    String place = rule.getTextContent();
    assertThat(place).matches("lists!\\$[A-Z]\\$2:\\$[A-Z]\\$[0-9]+");
    int last = Integer.parseInt(place.substring(place.lastIndexOf('$') + 1));
    int column = place.charAt("lists!$".length()) - 'A';
    return java.util.stream.IntStream.rangeClosed(2, last)
        .mapToObj(
            row -> {
              try {
                return workbook.row("lists", row).get(column);
              } catch (Exception e) {
                throw new AssertionError(e);
              }
            })
        .toList();
  }

  /** Whether cells of each column take anything where nothing stands yet. */
  private static List<Boolean> open(FilledWorkbook workbook, String sheet) throws Exception {
    return elements(workbook.sheet(sheet), "col").stream()
        .map(col -> isOpen(col, "style"))
        .toList();
  }

  private static List<String> openCells(FilledWorkbook workbook, String sheet) throws Exception {
    return elements(workbook.sheet(sheet), "c").stream()
        .filter(cell -> isOpen(cell, "s"))
        .map(cell -> cell.getAttribute("r"))
        .toList();
  }

  private static boolean isOpen(Element element, String style) {
    return CellStyle.values()[Integer.parseInt(element.getAttribute(style))].isOpen();
  }
}

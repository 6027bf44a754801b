package org.trustbench.template;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.trustbench.framework.Answer;
import org.trustbench.framework.Attribute;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.Condition;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Question;
import org.trustbench.framework.Trust;
import org.trustbench.template.FormSheet.Cell;
import org.trustbench.template.FormSheet.Column;
import org.trustbench.template.FormSheet.Rule;

/**
 * The workbook in which the judgements of one inspection are collected: what a framework asks, with
 * a list to choose from wherever it has one.
 */
public final class CollectionWorkbook {
  /** What is written of an inspection, with what to write, which has places for terms. */
  private static final Map<String, String> FIELDS = fields();

  private final Framework framework;
  private final int cases;
  private final DropDownLists lists = new DropDownLists();

  private CollectionWorkbook(Framework framework, int cases) {
    this.framework = framework;
    this.cases = cases;
  }

  /**
   * The workbook.
   *
   * @param cases how many cases there is room for
   */
  public static byte[] of(Framework framework, int cases) throws IOException {
    CollectionWorkbook workbook = new CollectionWorkbook(framework, cases);
    List<FormSheet> sheets =
        new ArrayList<>(
            List.of(
                Instructions.sheet(framework, cases),
                workbook.inspection(),
                workbook.cases(),
                workbook.judgements(),
                workbook.questions()));
    sheets.add(workbook.lists.sheet());
    return XlsxFile.bytes(sheets);
  }

  private static Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("inspection_id", "An id of your own: letters, digits, . _ and -");
    fields.put("trust", "Choose the {institution} that was inspected.");
    fields.put("framework", "Leave as it is.");
    fields.put("framework_version", "Leave as it is.");
    fields.put("start_date", "The first day of the inspection, if known.");
    fields.put("end_date", "The last day of the inspection, if known.");
    fields.put("published_date", "The day the report was published, if it was.");
    fields.put("caseload", "How many {cases} the {institution} had, if known.");
    fields.put("cases_sampled", "How many of them were looked at, if known.");
    return fields;
  }

  private FormSheet inspection() {
    List<List<Cell>> rows = new ArrayList<>();
    List<Rule> rules = new ArrayList<>();
    rows.add(Stream.of("field", "value", "what to write").map(Cell::heading).toList());
    FIELDS.forEach(
        (field, pattern) -> {
          String says = framework.terms().text(pattern);
          String cell = "B" + (rows.size() + 1);
          rows.add(List.of(Cell.heading(field), value(field), Cell.read(says)));
          if (field.equals("trust")) {
            rules.add(choice(cell, "trust", says, trusts()));
          } else if (field.endsWith("_date")) {
            rules.add(
                new Rule(
                    cell, "date", "greaterThan", "1", field, says, "Write a day: 2026-05-31."));
          } else if (field.startsWith("case")) {
            rules.add(
                new Rule(
                    cell,
                    "whole",
                    "greaterThanOrEqual",
                    "0",
                    field,
                    says,
                    "Write a whole number, not below 0."));
          }
        });
    return new FormSheet(
        "inspection",
        List.of(
            new Column(22, CellStyle.READ),
            new Column(40, CellStyle.READ),
            new Column(60, CellStyle.READ)),
        rows,
        rules,
        1,
        0);
  }

  private Cell value(String field) {
    return switch (field) {
      case "framework" -> Cell.read(framework.id());
      case "framework_version" -> Cell.read(framework.version());
      case "caseload", "cases_sampled" -> new Cell("", CellStyle.NUMBER);
      default -> new Cell("", field.endsWith("_date") ? CellStyle.DAY : CellStyle.TEXT);
    };
  }

  private List<String> trusts() {
    return framework.trusts().stream().map(Trust::name).sorted().toList();
  }

  private FormSheet cases() {
    List<Cell> header = new ArrayList<>(List.of(Cell.heading("case_id")));
    List<Rule> rules = new ArrayList<>();
    rules.add(
        new Rule(
            cells(0),
            "custom",
            null,
            "COUNTIF($A$2:$A$%d,A2)=1".formatted(cases + 1),
            "case_id",
            framework.terms().text("An id for each {case} that tells nobody who it is."),
            framework.terms().text("Another {case} has this id already.")));
    if (framework.evidence().size() > 1) {
      header.add(Cell.heading("evidence"));
      rules.add(
          choice(
              cells(1),
              "evidence",
              framework.terms().text("Which kind of {case} this is."),
              framework.evidence()));
    }
    for (Attribute attribute : framework.attributes()) {
      rules.add(rule(attribute, cells(header.size())));
      header.add(Cell.heading(attribute.id()));
    }
    return table("cases", header, rules);
  }

  private Rule rule(Attribute attribute, String cells) {
    return attribute.isOpen()
        ? new Rule(
            cells,
            "textLength",
            "lessThanOrEqual",
            String.valueOf(Codebook.LONGEST_OPEN_VALUE),
            attribute.label(),
            "A short name, never of a person.",
            "It is longer than %d characters.".formatted(Codebook.LONGEST_OPEN_VALUE))
        : choice(
            cells,
            attribute.label(),
            "",
            attribute.values().stream().map(Attribute.Value::label).toList());
  }

  private FormSheet judgements() {
    List<Cell> header = new ArrayList<>(List.of(Cell.heading("case_id")));
    List<Rule> rules = new ArrayList<>();
    rules.add(
        new Rule(
            cells(0),
            "list",
            null,
            "cases!$A$2:$A$%d".formatted(cases + 1),
            "case_id",
            framework.terms().text("{A case} of the sheet cases, once."),
            framework.terms().text("The sheet cases has no such {case}: write it there first.")));
    for (Question question : framework.questions()) {
      rules.add(choice(cells(header.size()), question.label(), question.text(), answers(question)));
      header.add(Cell.heading(question.id()));
    }
    return table("judgements", header, rules);
  }

  /** The answers that a question may be given, those that judge nothing at the end. */
  private List<String> answers(Question question) {
    return Stream.concat(
            question.answers().stream(),
            framework.answers().stream().filter(answer -> answer.means() != null).map(Answer::code))
        .toList();
  }

  private static FormSheet table(String name, List<Cell> header, List<Rule> rules) {
    return new FormSheet(
        name,
        header.stream()
            .map(cell -> new Column(Math.max(14, cell.text().length() + 2), CellStyle.TEXT))
            .toList(),
        List.of(header),
        rules,
        1,
        1);
  }

  private FormSheet questions() {
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(
        Stream.of("question_id", "question", "in full", "answers", "asked of", "applies")
            .map(Cell::heading)
            .toList());
    for (Question question : framework.questions()) {
      rows.add(
          Stream.of(
                  question.id(),
                  question.label(),
                  question.text(),
                  String.join(", ", answers(question)),
                  question.evidence(),
                  words(question.appliesWhen()))
              .map(Cell::read)
              .toList());
    }
    return new FormSheet(
        "questions",
        Stream.of(34, 40, 70, 30, 14, 40).map(width -> new Column(width, CellStyle.READ)).toList(),
        rows,
        List.of(),
        1,
        1);
  }

  private String words(Condition condition) {
    if (condition instanceof Condition.AttributeIn in) {
      return in.attribute() + ": " + String.join(", ", in.values());
    }
    if (condition instanceof Condition.Any any) {
      return String.join("; or ", any.parts().stream().map(this::words).toList());
    }
    if (condition instanceof Condition.All all) {
      return String.join("; and ", all.parts().stream().map(this::words).toList());
    }
    return framework.terms().text("to every {case}");
  }

  private Rule choice(String cells, String title, String says, List<String> values) {
    return new Rule(
        cells,
        "list",
        null,
        lists.range(title, values),
        title,
        says,
        "Choose from the list of this cell.");
  }

  /** The cells of a column in which cases stand. */
  private String cells(int column) {
    String letters = FormSheet.letters(column);
    return "%s2:%s%d".formatted(letters, letters, cases + 1);
  }
}

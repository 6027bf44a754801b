package org.trustbench.template;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.trustbench.framework.Answer;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Outcome;
import org.trustbench.template.FormSheet.Cell;
import org.trustbench.template.FormSheet.Column;

/** The first sheet of a workbook for judgements: what to write where. */
final class Instructions {
  private Instructions() {}

  static FormSheet sheet(Framework framework, int cases) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "This workbook takes the judgements of one inspection. Form: %s, version %s."
            .formatted(framework.id(), framework.version()));
    lines.add("1. Sheet inspection: say what was inspected, and when.");
    lines.add(
        framework
            .terms()
            .text(
                "2. Sheet cases: a row for each {case}, %d at most. The id of {a case} must tell nobody who it is.",
                cases));
    lines.add(
        framework
            .terms()
            .text(
                "3. Sheet judgements: a row for each {case}, a column for each question. Choose an answer from"
                    + " the list of the cell. What a question asks in full is said beside the cell, and on"
                    + " the sheet questions."));
    lines.add(
        "Not applicable is %s. Not recorded is %s, or an empty cell."
            .formatted(
                codes(framework, Outcome.NOT_APPLICABLE), codes(framework, Outcome.NOT_RECORDED)));
    lines.add(
        "Only cells that take something can be written to. Keep the names of the sheets and of the"
            + " columns.");
    lines.add("4. Save the workbook as .xlsx or .ods, under any name, and send it.");
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(List.of(Cell.heading(framework.title())));
    lines.forEach(line -> rows.add(List.of(Cell.read(line))));
    return new FormSheet(
        "instructions", List.of(new Column(110, CellStyle.READ)), rows, List.of(), 1, 0);
  }

  private static String codes(Framework framework, Outcome outcome) {
    String codes =
        framework.answers().stream()
            .filter(answer -> answer.means() == outcome)
            .map(Answer::code)
            .collect(Collectors.joining(" or "));
    return codes.isEmpty() ? "no answer of this form" : codes;
  }
}

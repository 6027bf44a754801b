package org.trustbench.support;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.trustbench.framework.Framework;
import org.trustbench.framework.FrameworkReader;
import org.trustbench.synth.SyntheticInspection;

/**
 * Makes {@code data-samples/dirty}: small synthetic submissions, each spoilt in one way, and the
 * list of what ingest should make of them.
 */
public final class DirtySamples {
  private static final Framework FRAMEWORK = FrameworkReader.read("iaow-2013");
  private static final int QUESTIONS = FRAMEWORK.questions().size();
  static final String CASES = "cases.csv";
  static final String JUDGEMENTS = "judgements.csv";
  static final String JSON_LINES = "cases.jsonl";

  /**
   * What ingest should make of a folder.
   *
   * @param outcome {@code accepted} or {@code refused}
   * @param rejects rule and rejected cells, {@code unknown-answer=3}, separated by spaces; a rule
   *     that strikes case rows alone has 0 cells. For a refused folder the rule it is refused by.
   * @param collapsed cells that repeat another one exactly
   * @param what what is wrong, in a sentence
   */
  public record Expected(
      String folder, String outcome, String rejects, long collapsed, String what) {}

  private final Path parent;
  private final List<Expected> expected = new ArrayList<>();

  private DirtySamples(Path parent) {
    this.parent = parent;
  }

  /** Writes every folder below {@code parent} and tells what should become of each. */
  public static List<Expected> write(Path parent) throws IOException {
    DirtySamples samples = new DirtySamples(parent);
    samples.judgementRows();
    samples.caseRows();
    samples.oddButSound();
    samples.shapes();
    new DirtyRefusals(samples).write();
    return List.copyOf(samples.expected);
  }

  /** The expectations as a CSV file. */
  public static String csv(List<Expected> expected) {
    return expected.stream()
        .map(
            one ->
                "%s,%s,%s,%d,\"%s\"\n"
                    .formatted(
                        one.folder(),
                        one.outcome(),
                        one.rejects(),
                        one.collapsed(),
                        one.what().replace("\"", "\"\"")))
        .collect(
            Collectors.joining(
                "", "folder,outcome,rejected_cells_by_rule,collapsed_cells,what\n", ""));
  }

  /** The expectations as a table of the samples' README. */
  public static String markdown(List<Expected> expected) {
    return expected.stream()
        .map(
            one ->
                "| `%s` | %s | %s | %s |\n"
                    .formatted(
                        one.folder(),
                        one.what().replace("<", "&lt;"),
                        one.outcome(),
                        one.rejects()
                            + (one.collapsed() > 0
                                ? " (collapsed: %d)".formatted(one.collapsed())
                                : "")))
        .collect(
            Collectors.joining(
                "",
                "| folder | what is wrong | expected | rejected cells, or why refused |\n|---|---|---|---|\n",
                ""));
  }

  DirtyFolder sound(String name, String format, String trust) throws IOException {
    return DirtyFolder.sound(FRAMEWORK, parent, name, format, trust);
  }

  void expect(String folder, String outcome, String rejects, long collapsed, String what) {
    expected.add(new Expected(folder, outcome, rejects, collapsed, what));
  }

  private void accepted(String folder, String rejects, long collapsed, String what) {
    expect(folder, "accepted", rejects, collapsed, what);
  }

  private void judgementRows() throws IOException {
    sound("01-unknown-question", "long", "ASP")
        .cell(JUDGEMENTS, 12, 1, "plan_timley")
        .cell(JUDGEMENTS, 300, 1, "Q99")
        .cell(JUDGEMENTS, 1500, 1, "<b>plan_timely</b>");
    accepted(
        "01-unknown-question",
        "unknown-question=3",
        0,
        "Three rows name a question that the framework does not have: a slip of the pen, another form's number, HTML.");

    sound("02-unknown-answer", "wide", "BED")
        .cell(JUDGEMENTS, 3, 2, "maybe")
        .cell(JUDGEMENTS, 4, 7, "2")
        .cell(JUDGEMENTS, 9, 9, "=1+1")
        .cell(JUDGEMENTS, 20, 30, "<script>alert(1)</script>");
    accepted(
        "02-unknown-answer",
        "unknown-answer=4",
        0,
        "Four cells hold what is no answer: maybe, a number, a formula, a script.");

    DirtyFolder conflicting = sound("03-conflicting-judgement", "long", "CBS");
    conflicting.append(
        JUDGEMENTS,
        contrary(conflicting.line(JUDGEMENTS, 8)),
        contrary(conflicting.line(JUDGEMENTS, 700)));
    accepted(
        "03-conflicting-judgement",
        "conflicting-judgement=4",
        0,
        "Two questions of a case are answered twice and differently: both answers of each are rejected.");

    DirtyFolder repeated = sound("04-identical-duplicates", "long", "CHS");
    repeated.append(
        JUDGEMENTS,
        repeated.line(JUDGEMENTS, 2),
        repeated.line(JUDGEMENTS, 3),
        repeated.line(JUDGEMENTS, 3),
        repeated.line(JUDGEMENTS, 500));
    accepted(
        "04-identical-duplicates",
        "",
        4,
        "Four rows repeat an earlier one exactly: counted, collapsed, no reject.");

    sound("05-unknown-case", "long", "CMB")
        .append(
            JUDGEMENTS,
            "C9999,plan_timely,yes,insp-1",
            "C9999,plan_sufficient,no,insp-1",
            "c0001,plan_sufficient,no,insp-1");
    accepted(
        "05-unknown-case",
        "conflicting-judgement=2 unknown-case=2",
        0,
        "Two judgements are of a case without a row in cases.csv; one spells its case's id in another case, and contradicts a judgement of that case.");

    sound("06-missing-key", "long", "DBS")
        .cell(JUDGEMENTS, 10, 0, "")
        .cell(JUDGEMENTS, 11, 0, "  ")
        .cell(JUDGEMENTS, 60, 1, "")
        .append(CASES, ",case,licence,male,26_35,low,low,no,no,Unit A");
    accepted(
        "06-missing-key",
        "missing-key=3",
        0,
        "Two judgements have no case_id, one no question_id; a row of cases.csv has no case_id.");

    sound("07-malformed-line", "long", "DCP")
        .line(JUDGEMENTS, 15, line -> line.substring(0, line.lastIndexOf(',')))
        .line(JUDGEMENTS, 16, line -> line + ",insp-2")
        .line(JUDGEMENTS, 99, line -> "see my e-mail of Tuesday");
    accepted(
        "07-malformed-line", "malformed-line=3", 0, "Three lines have too few or too many cells.");
  }

  private void caseRows() throws IOException {
    DirtyFolder twice = sound("08-duplicate-case", "wide", "DRS");
    twice.append(
        CASES,
        twice
            .line(CASES, 3)
            .replace(",male,", ",?,")
            .replace(",female,", ",male,")
            .replace(",?,", ",female,"),
        twice.line(CASES, 5));
    accepted(
        "08-duplicate-case",
        "duplicate-case=0 unknown-case=" + QUESTIONS,
        0,
        "One case is described twice and differently: both rows and the case's judgements are rejected. Another is described twice in the same words, which harms nothing.");

    DirtyFolder outside = sound("09-attribute-outside-list", "jsonl", "ESX");
    outside.line(
        JSON_LINES,
        4,
        line -> line.replaceFirst("(\"risk_of_harm\":)\"[a-z_]+\"", "$1\"enormous\""));
    accepted(
        "09-attribute-outside-list",
        "attribute-outside-list=0 unknown-case=" + answered(outside.inspection(), 3),
        0,
        "One case has a risk of harm that is not in the list: the case and its judgements are rejected.");
  }

  private void oddButSound() throws IOException {
    DirtyFolder names = sound("10-names-that-are-formulas-or-html", "long", "GCS");
    names
        .text(CASES, text -> unsafe(text))
        .text(JUDGEMENTS, text -> unsafe(text).replace("insp-2", "@SUM(1)"))
        .line(CASES, 6, line -> line.replaceFirst("[^,]*$", "<script>alert(1)</script>"))
        .line(CASES, 7, line -> line.replaceFirst("[^,]*$", "=cmd|' /C calc'!A0"))
        .cell(JUDGEMENTS, 200, 1, "=2+5");
    accepted(
        "10-names-that-are-formulas-or-html",
        "unknown-question=1",
        0,
        "Case ids, units and inspectors are formulas or HTML: accepted as they are and to be harmless wherever they are shown. One row asks the question =2+5.");

    sound("11-bom-crlf-semicolon", "long bom crlf semicolon", "HBS")
        .cell(JUDGEMENTS, 2, 2, "perhaps")
        .cell(JUDGEMENTS, 1000, 2, "perhaps");
    accepted(
        "11-bom-crlf-semicolon",
        "unknown-answer=2",
        0,
        "As some spreadsheets save it: byte order mark, CRLF, semicolons. Two answers are none, on lines 2 and 1000.");

    sound("12-spellings", "wide", "DTV")
        .manifest("Durham & Tees Valley Probation Trust", "  durham AND tees valley ")
        .text(
            JUDGEMENTS,
            text ->
                text.replace(",yes,no,", ",YES, No ,")
                    .replace(",yes,", ",Y,")
                    .replace(",na,", ",N/A,"));
    accepted(
        "12-spellings",
        "",
        0,
        "The trust's name and many answers in spellings that the framework knows: nothing is wrong.");
  }

  private void shapes() throws IOException {
    DirtyFolder broken = sound("13-json-lines-broken-line", "jsonl", "HFS");
    broken
        .line(JSON_LINES, 9, line -> line.substring(0, line.length() / 2))
        .line(
            JSON_LINES,
            12,
            line -> line.replaceFirst("(\"judgements\":\\{\"[a-z_]+\":)\"[a-z]+\"", "$1\"later\""));
    accepted(
        "13-json-lines-broken-line",
        "malformed-line=77 unknown-answer=1",
        0,
        "One line breaks off in the middle of its document; one answer is none.");

    DirtyFolder wide = sound("14-wide-odd-rows", "wide", "LCS");
    String copy = wide.line(JUDGEMENTS, 5);
    wide.append(JUDGEMENTS, copy)
        .text(
            JUDGEMENTS,
            text ->
                text.lines()
                    .map(line -> line + ",blue")
                    .collect(Collectors.joining("\n", "", "\n")))
        .line(JUDGEMENTS, 1, line -> line.replaceFirst("blue$", "favourite_colour"))
        .line(JUDGEMENTS, 7, line -> line.substring(0, line.indexOf(',', 40)));
    long rows = wide.inspection().rows();
    accepted(
        "14-wide-odd-rows",
        "malformed-line=%d unknown-question=%d".formatted(QUESTIONS + 1, rows),
        QUESTIONS,
        "A column that is no question, in every row; a row that stands twice; a row that is cut short.");

    DirtyFolder mixed = sound("15-wrong-evidence", "long", "LNS");
    String caseId = mixed.line(CASES, 2).split(",", -1)[0];
    mixed.append(
        JUDGEMENTS,
        caseId + ",trust_well_led,yes,insp-1",
        caseId + ",workload_manageable,no,insp-1",
        caseId + ",staff_trained,na,insp-1");
    accepted(
        "15-wrong-evidence",
        "wrong-evidence=2",
        0,
        "Two questions for interviews are answered on an ordinary case; a third is not applicable there, which is true.");
  }

  /** Answers of one row that a JSON document holds. */
  private static long answered(SyntheticInspection inspection, int row) {
    long answered = 0;
    for (int q = 0; q < QUESTIONS; q++) {
      answered += inspection.answer(row, q) >= 0 ? 1 : 0;
    }
    return answered;
  }

  /** The same judgement with another answer. */
  private static String contrary(String line) {
    return line.contains(",yes,")
        ? line.replace(",yes,", ",no,")
        : line.replaceFirst(",[a-z]*,insp", ",yes,insp");
  }

  private static String unsafe(String text) {
    return text.replace("C0001,", "\"=HYPERLINK(\"\"http://example.invalid\"\")\",")
        .replace("C0002,", "<b>C0002</b>,")
        .replace("C0003,", "+447700900000,")
        .replace("C0004,", "\"-1,\"\"x\"\"\",");
  }
}

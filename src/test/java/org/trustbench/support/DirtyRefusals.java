package org.trustbench.support;

import static org.trustbench.support.DirtySamples.CASES;
import static org.trustbench.support.DirtySamples.JUDGEMENTS;

import java.io.IOException;

/** The submissions among the dirty samples that are refused whole. */
final class DirtyRefusals {
  private final DirtySamples samples;

  DirtyRefusals(DirtySamples samples) {
    this.samples = samples;
  }

  void write() throws IOException {
    manifests();
    files();
    content();
    sameInspection();
  }

  private void refused(String folder, String rule, String what) {
    samples.expect(folder, "refused", rule, 0, what);
  }

  private void manifests() throws IOException {
    samples
        .sound("20-broken-manifest", "wide", "LNS")
        .manifest("\"caseload\" :", "\"caseload\" : about");
    refused("20-broken-manifest", "unreadable-manifest", "inspection.json is not JSON.");

    samples.sound("21-no-manifest", "wide", "LTS").delete("inspection.json");
    refused("21-no-manifest", "missing-file", "There is no inspection.json.");

    samples
        .sound("22-unknown-trust", "wide", "NSP")
        .manifest("Norfolk and Suffolk Probation Trust", "Norfolk Probation Trust");
    refused(
        "22-unknown-trust",
        "unknown-trust",
        "The trust's name is none that the register knows, close though it comes: no guessing.");

    samples.sound("23-wrong-framework", "wide", "MCG").manifest("\"iaow-2013\"", "\"omi-2009\"");
    refused("23-wrong-framework", "wrong-framework", "It was made for another framework.");

    samples
        .sound("24-wrong-framework-version", "wide", "MRS")
        .manifest("\"framework_version\" : \"", "\"framework_version\" : \"before-");
    refused(
        "24-wrong-framework-version",
        "wrong-framework",
        "It was made for another version of the framework.");

    samples
        .sound("25-impossible-date", "wide", "NHS")
        .text(
            "inspection.json",
            text -> text.replaceFirst("(\"start_date\" : )\"[0-9-]+\"", "$1\"2014-02-30\""));
    refused("25-impossible-date", "unreadable-manifest", "The inspection starts on 30 February.");
  }

  private void files() throws IOException {
    samples.sound("26-no-cases-file", "wide", "NTS").delete(CASES);
    refused("26-no-cases-file", "missing-file", "There is no cases.csv.");

    samples
        .sound("27-two-shapes-at-once", "wide", "SSP")
        .write(
            "cases.jsonl",
            "{\"case_id\":\"C0001\",\"evidence\":\"case\",\"attributes\":{},\"judgements\":{\"plan_timely\":\"yes\"}}\n");
    refused(
        "27-two-shapes-at-once",
        "missing-file",
        "CSV files and cases.jsonl lie side by side: which of them counts is not for a program to say.");

    samples.sound("28-truncated-gzip", "wide", "TVP").pack(JUDGEMENTS).cut(JUDGEMENTS + ".gz", 0.6);
    refused(
        "28-truncated-gzip",
        "unreadable-file",
        "The packed file of judgements ends early, as after a broken transfer.");
  }

  private void content() throws IOException {
    samples
        .sound("29-not-utf-8", "wide", "WMP")
        .line(CASES, 8, "Unit ", "Unité ")
        .encode(CASES, "windows-1252");
    refused("29-not-utf-8", "unreadable-file", "cases.csv is in windows-1252.");

    DirtyFolder quote = samples.sound("30-unclosed-quote", "long", "WTS");
    quote.line(JUDGEMENTS, 1900, line -> line.replaceFirst(",", ",\""));
    refused(
        "30-unclosed-quote",
        "unreadable-file",
        "A quotation mark on line 1900 is never closed: it takes in every line below it.");

    samples
        .sound("31-too-many-rejects", "wide", "WWS")
        .text(
            JUDGEMENTS,
            text -> text.replaceAll("(?m)^(C[0-9]+)(,[a-z]*){10}", "$1" + ",?".repeat(10)));
    refused(
        "31-too-many-rejects",
        "too-many-rejects",
        "Ten columns of answers hold question marks: more than one cell in twenty.");

    samples.sound("32-empty-judgements-file", "wide", "YSS").write(JUDGEMENTS, "");
    refused("32-empty-judgements-file", "unreadable-file", "judgements.csv has not one byte.");

    samples
        .sound("33-no-judgements", "long", "YSW")
        .write(JUDGEMENTS, "case_id,question_id,answer,inspector_id\n");
    refused(
        "33-no-judgements", "nothing-accepted", "judgements.csv has a header and no row below it.");
  }

  private void sameInspection() throws IOException {
    samples.sound("34-same-inspection-first", "wide", "SWM");
    samples
        .sound("35-same-inspection-second", "wide", "SWM")
        .manifest("SWM-sample-35", "SWM-sample-34")
        .cell(JUDGEMENTS, 2, 1, "nr");
    for (String folder : new String[] {"34-same-inspection-first", "35-same-inspection-second"}) {
      refused(
          folder,
          "duplicate-inspection",
          "Two folders give the same inspection id with different content: neither is preferred.");
    }
  }
}

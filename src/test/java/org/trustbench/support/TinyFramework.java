package org.trustbench.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.Framework;
import org.trustbench.framework.FrameworkReader;

/**
 * A framework small enough to count by hand: visits to schools. Question {@code pace} stands in two
 * sections of one theme, {@code talk} is asked in interviews, {@code safe} is graded from 1 to 4.
 */
public final class TinyFramework {
  public static final String JSON =
      """
      {
        "id": "schools",
        "version": "1",
        "title": "School visits",
        "description": "A small framework.",
        "programme": "All schools",
        "evidence": ["lesson", "interview"],
        "answers": [
          { "code": "yes", "aliases": ["y", "true"] },
          { "code": "no", "aliases": ["n", "false"] },
          { "code": "1" }, { "code": "2" }, { "code": "3" }, { "code": "4" },
          { "code": "na", "aliases": ["n/a"], "means": "not_applicable" },
          { "code": "nr", "means": "not_recorded" }
        ],
        "themes": [
          { "id": "A", "title": "Teaching", "sections": [
            { "id": "A1", "title": "Plans" },
            { "id": "A2", "title": "Lessons" },
            { "id": "A4", "title": "Leadership", "evidence": "interview" }] },
          { "id": "B", "title": "Safety", "sections": [{ "id": "B1", "title": "Safe" }] }],
        "attributes": [
          { "id": "stage", "label": "Stage", "values": [
            { "code": "early", "label": "Early" }, { "code": "late", "label": "Late" }] },
          { "id": "risk", "label": "Risk", "values": [
            { "code": "low", "label": "Low" }, { "code": "high", "label": "High" }] },
          { "id": "town", "label": "Town" }
        ],
        "case_mix": ["stage", "risk"],
        "measure_kinds": [{ "id": "safety", "label": "Safety" }],
        "measures": [
          { "id": "safe-late", "kind": "safety", "label": "Safe in late classes",
            "questions": ["safe"], "when": { "attribute": "stage", "in": ["late"] } }
        ],
        "pathways": [
          { "id": "way", "label": "Way", "when": { "attribute": "stage", "in": ["late"] }, "steps": [
            { "label": "Planned", "questions": ["plan"] },
            { "label": "Taught", "questions": ["pace", "marked"] },
            { "label": "Safe", "questions": ["safe"] }] }
        ],
        "dimensions": [
          { "id": "tranche", "label": "Tranche" }, { "id": "county", "label": "County" }],
        "comparators": [{ "id": "programme", "label": "All schools" }],
        "vocabulary": [{ "word": "most", "above": 50 }, { "word": "few", "at_least": 0 }],
        "layouts": [
          { "id": "wide", "encoding": "windows-1252", "delimiter": ";", "skip_lines": 2,
            "trust": "School", "case_key": ["Form", "No"], "evidence": "Kind",
            "attributes": { "stage": "Stage", "town": "Town" },
            "attribute_values": { "stage": { "E": "early", "L": "late" } },
            "questions": { "plan": "Q1", "pace": "Q2" },
            "answer_values": { "J": "yes", "N": "no" },
            "include": { "column": "Type", "in": ["Full"] },
            "inspection_id": "{trust}-2014",
            "date": "Day", "date_format": "dd/MM/yyyy", "published": "2014-03-04" },
          { "id": "long", "encoding": "UTF-8", "delimiter": ",", "skip_lines": 0,
            "trust": "School", "case_key": ["Case"],
            "attributes": { "stage": "Stage" },
            "question": "Item", "question_values": { "Q1": "plan", "Q2": "pace" },
            "answer": "Result", "answer_values": { "J": "yes" },
            "inspection_id": "{trust}-2015" }
        ]
      }
      """;
  public static final String QUESTIONS =
      """
      id,label,text,sections,answers,sufficient,evidence
      plan,Lesson planned,Was the lesson planned?,A1,yes|no,yes,lesson
      pace,Pace right,Was the pace right?,A1|A2,yes|no,yes,lesson
      marked,Work marked,Was the work marked?,A2,yes|no,yes,lesson
      safe,Pupils safe,Were the pupils safe?,B1,1|2|3|4,1|2,lesson
      talk,Head talks,Does the head talk to staff?,A4,yes|no,yes,interview
      """;
  public static final String TRUSTS =
      """
      code,name,aliases,tranche,county
      HILL,Hill School,Hill,1,Kent
      DALE,Dale School,Dale|The Dale,,Kent
      FORD,Ford School,,2,
      """;

  private TinyFramework() {}

  /** The framework as read from its files. */
  public static Framework read() {
    return read(json -> json);
  }

  /** The framework with its JSON changed. */
  public static Framework read(UnaryOperator<String> change) {
    try {
      Path folder = ForkFolder.create("tiny-framework");
      return FrameworkReader.read(write(folder, change).toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Codebook codebook() {
    return new Codebook(read());
  }

  /** A form of the framework with its JSON changed and more trusts, a line of the file each. */
  public static Codebook codebook(UnaryOperator<String> change, List<String> moreTrusts) {
    try {
      Path folder = write(ForkFolder.create("tiny-framework"), change);
      Files.writeString(
          folder.resolve("trusts.csv"), TRUSTS + String.join("\n", moreTrusts) + "\n");
      return new Codebook(FrameworkReader.read(folder.toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the framework's files and gives their folder. */
  public static Path write(Path folder, UnaryOperator<String> change) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("framework.json"), change.apply(JSON));
    Files.writeString(folder.resolve("questions.csv"), QUESTIONS);
    Files.writeString(folder.resolve("trusts.csv"), TRUSTS);
    return folder;
  }
}

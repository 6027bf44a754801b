package org.trustbench.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Question;

/**
 * Makes one row in a thousand of a landing folder bad, each in one of the ways that rows are bad in
 * earnest. What repeats another row stands at the end of its file, far from the first.
 */
final class SpoiltRows {
  private static final int ONE_IN = 1000;

  /** Every byte is a character, so that what is not touched stays as it is. */
  private static final Charset BYTES = StandardCharsets.ISO_8859_1;

  private final Framework framework;
  private final String question;
  private final String questionOfInterviews;

  SpoiltRows(Framework framework) {
    this.framework = framework;
    this.question = questionOf(framework.defaultEvidence());
    this.questionOfInterviews =
        framework.evidence().stream()
            .filter(kind -> !kind.equals(framework.defaultEvidence()))
            .findFirst()
            .map(this::questionOf)
            .orElse(question);
  }

  /** What is done to a row; some ways are not open to every shape of a file. */
  private enum Fault {
    UNKNOWN_QUESTION,
    UNKNOWN_ANSWER,
    CASE_WITHOUT_ROW,
    EMPTY_CASE_ID,
    RAGGED,
    WRONG_EVIDENCE,
    EXACT_REPEAT,
    CONFLICTING_REPEAT;

    boolean isRepeat() {
      return this == EXACT_REPEAT || this == CONFLICTING_REPEAT;
    }
  }

  private static final List<Fault> OF_LONG = List.of(Fault.values());
  private static final List<Fault> OF_WIDE =
      OF_LONG.stream()
          .filter(fault -> fault != Fault.UNKNOWN_QUESTION && fault != Fault.WRONG_EVIDENCE)
          .toList();
  private static final List<Fault> OF_JSON_LINES =
      OF_LONG.stream()
          .filter(fault -> fault != Fault.CASE_WITHOUT_ROW && fault != Fault.WRONG_EVIDENCE)
          .toList();

  /** Spoils every file of every inspection; the seed decides which rows and how. */
  void spoil(Path landing, long seed) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(landing)) {
      files =
          all.filter(file -> !file.getFileName().toString().equals("inspection.json"))
              .filter(Files::isRegularFile)
              .sorted()
              .toList();
    }
    files.parallelStream()
        .forEach(file -> spoil(file, new SplittableRandom(seed ^ file.toString().hashCode())));
  }

  private void spoil(Path file, SplittableRandom random) {
    Path aside = file.resolveSibling(file.getFileName() + ".spoilt");
    try (BufferedReader in = Files.newBufferedReader(file, BYTES);
        BufferedWriter out = Files.newBufferedWriter(aside, BYTES)) {
      boolean isJson = file.toString().endsWith(".jsonl");
      String header = isJson ? "" : in.readLine();
      out.write(isJson ? "" : header + "\n");
      boolean isLong = header.contains("question_id");
      boolean isCases = file.endsWith("cases.csv");
      List<Fault> faults = isJson ? OF_JSON_LINES : isLong ? OF_LONG : OF_WIDE;
      List<String> repeats = new ArrayList<>();
      int left = random.nextInt(2 * ONE_IN);
      for (String row = in.readLine(); row != null; row = in.readLine()) {
        if (left-- == 0) {
          left = random.nextInt(2 * ONE_IN);
          Fault fault = faults.get(random.nextInt(faults.size()));
          String spoilt =
              isCases
                  ? withCell(row, 2, "none of these")
                  : isJson
                      ? document(row, fault)
                      : isLong ? judgement(row, fault) : wideRow(row, fault);
          if (fault.isRepeat() && !isCases) {
            repeats.add(spoilt);
          } else {
            row = spoilt;
          }
        }
        out.write(row);
        out.write('\n');
      }
      for (String row : repeats) {
        out.write(row);
        out.write('\n');
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try {
      Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A row {@code case_id,question_id,answer,inspector_id}. */
  private String judgement(String row, Fault fault) {
    return switch (fault) {
      case UNKNOWN_QUESTION -> withCell(row, 1, "no_such_question");
      case UNKNOWN_ANSWER -> withCell(row, 2, "perhaps");
      case CASE_WITHOUT_ROW -> withCell(row, 0, "X0001");
      case EMPTY_CASE_ID -> withCell(row, 0, "");
      case RAGGED ->
          row.hashCode() % 2 == 0 ? row + ",more" : row.substring(0, row.lastIndexOf(','));
      case WRONG_EVIDENCE -> {
        boolean isOfCase = isAskedOfCases(row.split(",", -1)[1]);
        yield withCell(withCell(row, 1, isOfCase ? questionOfInterviews : question), 2, "yes");
      }
      case EXACT_REPEAT -> row;
      case CONFLICTING_REPEAT -> withCell(row, 2, row.contains(",yes,") ? "no" : "yes");
    };
  }

  /** A row {@code case_id} and a cell per question. */
  private String wideRow(String row, Fault fault) {
    return switch (fault) {
      case UNKNOWN_ANSWER -> altered(row, ",yes,", ",perhaps,");
      case CASE_WITHOUT_ROW -> withCell(row, 0, "X0001");
      case EMPTY_CASE_ID -> withCell(row, 0, "");
      case RAGGED -> row + ",more";
      case EXACT_REPEAT -> row;
      case CONFLICTING_REPEAT -> altered(row, ",yes,", ",no,");
      case UNKNOWN_QUESTION, WRONG_EVIDENCE -> throw new IllegalArgumentException(fault.name());
    };
  }

  /** A document of one case. */
  private String document(String row, Fault fault) {
    int judgements = row.indexOf("\"judgements\"");
    String before = row.substring(0, judgements);
    String after = row.substring(judgements);
    return switch (fault) {
      case UNKNOWN_QUESTION -> before + altered(after, ":{\"", ":{\"no_such_");
      case UNKNOWN_ANSWER -> before + altered(after, ":\"yes\"", ":\"perhaps\"");
      case EMPTY_CASE_ID -> row.replaceFirst("\"case_id\":\"[^\"]*\"", "\"case_id\":\"\"");
      case RAGGED -> row.substring(0, row.length() - 1);
      case EXACT_REPEAT -> row;
      case CONFLICTING_REPEAT -> before + altered(after, ":\"yes\"", ":\"no\"");
      case CASE_WITHOUT_ROW, WRONG_EVIDENCE -> throw new IllegalArgumentException(fault.name());
    };
  }

  private static String altered(String row, String text, String instead) {
    int place = row.indexOf(text);
    return place < 0
        ? row
        : row.substring(0, place) + instead + row.substring(place + text.length());
  }

  private static String withCell(String row, int place, String instead) {
    List<String> cells = new ArrayList<>(List.of(row.split(",", -1)));
    cells.set(place, instead);
    return String.join(",", cells);
  }

  private boolean isAskedOfCases(String id) {
    return framework.questions().stream()
        .anyMatch(q -> q.id().equals(id) && q.evidence().equals(framework.defaultEvidence()));
  }

  private String questionOf(String evidence) {
    return framework.questions().stream()
        .filter(asked -> asked.evidence().equals(evidence))
        .map(Question::id)
        .findFirst()
        .orElseThrow();
  }
}

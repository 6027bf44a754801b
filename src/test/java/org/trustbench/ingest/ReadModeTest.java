package org.trustbench.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustbench.ingest.file.ReadMode;
import org.trustbench.ingest.fill.ReadOutcome.Filled;
import org.trustbench.ingest.fill.ReadOutcome.Status;
import org.trustbench.ingest.sent.Landing;
import org.trustbench.ingest.sent.Submission;
import org.trustbench.ingest.spread.SubmissionReader;
import org.trustbench.support.LandingFolder;
import org.trustbench.support.Mutation;

/** What is accepted, rejected and refused, and in which words, does not depend on the pace. */
class ReadModeTest {
  private static final int INPUTS = 300;
  private static final List<ReadMode> PACES =
      List.of(new ReadMode(60, 30), new ReadMode(200, Long.MAX_VALUE), new ReadMode(0, 45));

  private static final String LONG =
      "case_id,question_id,answer,inspector_id,note\n"
          + "C1,plan,yes,i1,\n"
          + "C1,pace,no,i1,\"two\n"
          + "lines\"\n"
          + "C2,plan,y,i2,\n"
          + "C2,safe,3,i2,\"a, b\"\n"
          + "C1,plan,maybe,i1,\n"
          + "C2,plan,yes,i2,\n";
  private static final String WIDE =
      "case_id,inspector_id,plan,pace,marked,safe,talk\r\n"
          + "C1,i1,yes,no,na,1,\r\n"
          + "C2,i2,YES,,no,9,\r\n";
  private static final String JSON =
      """
      {"case_id":"C1","evidence":"lesson","attributes":{"stage":"late","town":"Ely"},"judgements":{"plan":"yes","pace":"no","safe":2}}
      {"case_id":"C2","attributes":{"risk":"low","town":"Ély"},"judgements":{"plan":null,"pace":true}}

      {"case_id":"C3","evidence":"interview","judgements":{"talk":"no","plann":"\\u0079es"},"note":{"by":["x"]}}
      """;
  private static final String EXTRACT =
      "School,Case,Stage,Item,Result\n"
          + "Hill,C1,late,Q1,J\n"
          + "Hill,C1,late,Q2,no\n"
          + "Dale,C1,,plan,yes\n"
          + "Hull,C1,,plan,yes\n";

  @TempDir Path landing;

  /** What is spoilt. */
  enum Kind {
    CASES("cases.csv", "case_id,stage,risk,town\nC1,early,low,Ely\nC2,late,\"high\",\nC1,late,,\n"),
    LONG_CSV("judgements.csv", LONG),
    WIDE_CSV("judgements.csv", WIDE),
    PACKED_CSV("judgements.csv.gz", LONG),
    JSON_LINES("cases.jsonl", JSON),
    PACKED_JSON_LINES("cases.jsonl.gz", JSON),
    LONG_EXTRACT("long.csv", EXTRACT);

    final String file;
    final byte[] sound;

    Kind(String file, String sound) {
      this.file = file;
      this.sound =
          file.endsWith(".gz") ? LandingFolder.gzip(sound) : sound.getBytes(StandardCharsets.UTF_8);
    }
  }

  private Submission sent(Kind kind, byte[] input) {
    if (kind == Kind.LONG_EXTRACT) {
      new LandingFolder(landing).file(kind.file, input);
      return Landing.extract(List.of(landing.resolve(kind.file)), "long");
    }
    Sent sent = Sent.sound(landing);
    if (kind.file.startsWith("cases.jsonl")) {
      sent.without("cases.csv").without("judgements.csv");
    } else if (kind == Kind.PACKED_CSV) {
      sent.without("judgements.csv");
    }
    sent.file(kind.file, input);
    return Landing.submissions(landing).get(0);
  }

  private static void assertSame(Submission submission) {
    SubmissionReader reader = new SubmissionReader(Sent.FORM, 1);
    List<Filled> steady = reader.read(submission, ReadMode.STEADY);
    assertThat(Sent.told(reader.read(submission))).isEqualTo(Sent.told(steady));
    boolean isRefused = steady.get(0).reading().status() == Status.REFUSED;
    for (ReadMode pace : PACES) {
      List<Filled> quick = reader.read(submission, pace);
      if (isRefused) {
        assertThat(quick.get(0).reading().status()).isEqualTo(Status.REFUSED);
      } else {
        assertThat(Sent.told(quick)).as("%s", pace).isEqualTo(Sent.told(steady));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void spoilt_files(Kind kind) {
    List<byte[]> others = Arrays.stream(Kind.values()).map(one -> one.sound).toList();
    for (int i = 0; i < INPUTS; i++) {
      byte[] input = Mutation.of(new Random(i), kind.sound, others);
      assertSame(sent(kind, input));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"LONG_CSV", "JSON_LINES", "PACKED_CSV"})
  void a_large_file_that_cannot_be_read_to_its_end(Kind kind) {
    Random random = new Random(20140304);
    boolean isJson = kind == Kind.JSON_LINES;
    String text =
        IntStream.range(0, 9_000)
            .mapToObj(
                i ->
                    isJson
                        ? "{\"case_id\":\"C%d\",\"judgements\":{\"plan\":\"yes\"}}\n".formatted(i)
                        : "C1,plan,%d,i1,\n".formatted(random.nextInt()))
            .collect(Collectors.joining("", isJson ? "" : "case_id,question_id,answer,x,y\n", ""));
    for (int i = 0; i < 20; i++) {
      boolean isPacked = kind == Kind.PACKED_CSV;
      byte[] bytes = isPacked ? LandingFolder.gzip(text) : text.getBytes(StandardCharsets.UTF_8);
      int place = random.nextInt(bytes.length);
      bytes[place] = (byte) 0xFF;
      assertSame(sent(kind, isPacked ? Arrays.copyOf(bytes, place) : bytes));
    }
  }

  @ParameterizedTest
  @ValueSource(
      ints = {7, 8, 9, 999, 1_000, 1_001, 9_999, 10_000, 10_001, 60_000, 70_000, 1_048_600})
  void json_lines_about_the_limits(int length) {
    String name = "n".repeat(length);
    List<String> documents =
        List.of(
            "{\"case_id\":\"%s\"}".formatted(name),
            "{\"%s\":1}".formatted(name),
            "{\"case_id\":\"C1\",\"judgements\":{\"%s\":\"yes\"}}".formatted(name),
            "{\"case_id\":\"C1\",\"judgements\":{\"plan\":\"%s\"}}".formatted(name),
            "{\"case_id\":\"C1\",\"judgements\":{\"plan\":%s}}".formatted("1".repeat(length)),
            "{\"case_id\":\"C1\",\"judgements\":{\"plan\":1.%s}}".formatted("0".repeat(length)),
            "{\"case_id\":\"C1\",\"note\":%s%s}".formatted("[".repeat(length), "]".repeat(length)),
            "{\"case_id\":\"C1\",\"judgements\":{\"plan\":\"yes\"}}" + " ".repeat(length));
    for (String document : documents) {
      String all =
          "{\"case_id\":\"C2\",\"judgements\":{\"plan\":\"no\"}}\n%s\n".formatted(document);
      assertSame(sent(Kind.JSON_LINES, all.getBytes(StandardCharsets.UTF_8)));
    }
  }

  @Test
  void json_lines_that_are_no_documents() {
    List<String> documents =
        List.of(
            "\u0000{}",
            "{\u0000}",
            "\u000B",
            " \t\r",
            "\u001C\u001D",
            "\uFEFF{\"case_id\":\"C1\"}",
            "\u2003",
            "{}{}",
            "{},",
            "[1]",
            "1",
            "01",
            "nul",
            "NaN",
            "\"",
            "{\"a\":\"\u0001\"}",
            "{\"a\":\"\u007F\"}",
            "{'a':1}",
            "{\"a\":1,}",
            "/**/{}",
            "{\"a\":\"\\x\"}",
            "{\"case_id\"");
    for (String document : documents) {
      String all =
          document + "\n{\"case_id\":\"C2\",\"judgements\":{\"plan\":\"no\"}}\n" + document;
      assertSame(sent(Kind.JSON_LINES, all.getBytes(StandardCharsets.UTF_8)));
    }
  }
}

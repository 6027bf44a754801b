package org.trustbench.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.trustbench.PipelineException;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.Framework;
import org.trustbench.framework.FrameworkReader;
import org.trustbench.ingest.fill.ReadOutcome;
import org.trustbench.ingest.fill.ReadOutcome.Filled;
import org.trustbench.ingest.fill.ReadOutcome.Status;
import org.trustbench.ingest.reject.Reject;
import org.trustbench.ingest.reject.RejectRule;
import org.trustbench.ingest.sent.ExtractSubmission;
import org.trustbench.ingest.sent.Landing;
import org.trustbench.ingest.sent.Submission;
import org.trustbench.ingest.spread.SubmissionReader;
import org.trustbench.matrix.FileAccount;
import org.trustbench.support.LandingFolder;
import org.trustbench.support.Mutation;
import org.trustbench.support.TinyFramework;
import org.trustbench.tally.Tallier;

/**
 * Spoilt files of every kind: no exception but one that names a mistake, no cell unaccounted for,
 * no more memory than a bound. {@code -Dfuzz.minutes=5} tries other inputs for as long.
 */
class HostileInputTest {
  private static final int INPUTS = 150;
  private static final long SEED = Long.getLong("fuzz.seed", 20140304);

  /** Bytes that one input may make a thread allocate, besides those in proportion to its length. */
  private static final long MOST_ALLOCATED = 64L << 20;

  private static final String CASES =
      "case_id,evidence,stage,risk,town,note\nC1,lesson,late,low,Ely,\nC2,,early,high,,\"a, b\"\nC3,interview,,,,\n";
  private static final String LONG =
      "case_id,question_id,answer,inspector_id,note\nC1,plan,yes,i1,\nC1,pace,no,i1,\"two\nlines\"\nC2,plan,yes,i2,\nC2,safe,3,i2,\nC3,talk,no,i2,\nC2,plan,yes,i2,\n";
  private static final String WIDE =
      "case_id,inspector_id,plan,pace,marked,safe,talk\nC1,i1,yes,no,na,1,\nC2,i2,yes,,no,3,\nC3,i2,,,,,yes\n";
  private static final String JSON =
      """
      {"case_id":"C1","evidence":"lesson","attributes":{"stage":"late","town":"Ely"},"judgements":{"plan":"yes","pace":"no","safe":2}}
      {"case_id":"C2","attributes":{"risk":"low"},"judgements":{"plan":null,"pace":true}}

      {"case_id":"C3","evidence":"interview","judgements":{"talk":"no"},"note":{"by":["x"]}}
      """;
  private static final String MANIFEST = LandingFolder.manifest("HILL-1", "Hill School");
  private static final String EXTRACT_WIDE =
      "x\ny\nSchool;Form;No;Kind;Stage;Town;Q1;Q2;Type;Day\nHill;A;1;lesson;E;Ely;J;N;Full;03/02/2014\nDale;A;1;lesson;L;;J;;Full;\nHill;B;2;interview;;;;;Part;04/02/2014\n";
  private static final String EXTRACT_LONG =
      "School,Case,Stage,Item,Result\nHill,C1,late,Q1,J\nHill,C1,late,Q2,no\nDale,C1,,plan,yes\nHull,C1,,plan,yes\n";

  private static final Framework FRAMEWORK = TinyFramework.read();
  private static final Codebook CODEBOOK = new Codebook(FRAMEWORK);

  @TempDir Path folder;

  /** What is spoilt. */
  enum Kind {
    CASES_CSV("cases.csv", CASES),
    LONG_CSV("judgements.csv", LONG),
    WIDE_CSV("judgements.csv", WIDE),
    PACKED_CSV("judgements.csv.gz", LONG),
    JSON_LINES("cases.jsonl", JSON),
    INSPECTION("inspection.json", MANIFEST),
    WIDE_EXTRACT("wide.csv", EXTRACT_WIDE),
    LONG_EXTRACT("long.csv", EXTRACT_LONG),
    FRAMEWORK_JSON("framework.json", TinyFramework.JSON),
    QUESTIONS_CSV("questions.csv", TinyFramework.QUESTIONS),
    TRUSTS_CSV("trusts.csv", TinyFramework.TRUSTS);

    final String file;
    final byte[] sound;

    Kind(String file, String sound) {
      this.file = file;
      this.sound =
          file.endsWith(".gz") ? LandingFolder.gzip(sound) : sound.getBytes(StandardCharsets.UTF_8);
    }

    boolean isOfFramework() {
      return this == FRAMEWORK_JSON || this == QUESTIONS_CSV || this == TRUSTS_CSV;
    }

    boolean isExtract() {
      return this == WIDE_EXTRACT || this == LONG_EXTRACT;
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatever_is_sent_is_accounted_for_or_refused_with_a_reason(Kind kind) throws IOException {
    assertSound(kind);
    List<byte[]> others = Arrays.stream(Kind.values()).map(one -> one.sound).toList();
    long end =
        System.nanoTime()
            + Long.getLong("fuzz.minutes", 0) * 60_000_000_000L / Kind.values().length;
    int inputs = 0;
    while (inputs < INPUTS || System.nanoTime() < end) {
      long seed = SEED * 1_000_003 + inputs;
      byte[] input = Mutation.of(new Random(seed), kind.sound, others);
      try {
        check(kind, input);
      } catch (Throwable e) {
        Path kept = Files.write(Files.createTempFile("hostile-" + kind + "-", ".bin"), input);
        throw new AssertionError("%s, seed %d, kept at %s".formatted(kind, seed, kept), e);
      }
      inputs++;
    }
    if (Long.getLong("fuzz.minutes") != null) {
      System.out.printf("%s: %d inputs%n", kind, inputs);
    }
  }

  /** Nothing is shown by inputs whose sound original is not accepted. */
  private void assertSound(Kind kind) throws IOException {
    if (kind.isOfFramework()) {
      assertThat(framework(kind, kind.sound)).isNotNull();
    } else {
      assertThat(read(kind, kind.sound, CODEBOOK))
          .anyMatch(one -> one.reading().status() == Status.ACCEPTED);
    }
  }

  private void check(Kind kind, byte[] input) throws IOException {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    long bound = MOST_ALLOCATED + 500L * input.length;
    if (kind.isOfFramework()) {
      checkFramework(kind, input);
    } else {
      List<Filled> filled = read(kind, input, CODEBOOK);
      filled.forEach(one -> checkReading(one, CODEBOOK));
      if (filled.stream().noneMatch(one -> one.reading().status() == Status.REFUSED)) {
        assertThat(cellsRead(filled)).isEqualTo(cellsSent(kind, input, filled));
      }
      bound += kind == Kind.PACKED_CSV ? 5_000 * cellsRead(filled) : 0;
    }
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(bound);
  }

  private static long cellsRead(List<Filled> filled) {
    return filled.stream()
        .flatMap(one -> one.reading().files().stream())
        .mapToLong(FileAccount::read)
        .sum();
  }

  private static long cellsSent(Kind kind, byte[] input, List<Filled> filled) throws IOException {
    return switch (kind) {
      case LONG_CSV, WIDE_CSV -> CellsSent.ofCsv(input);
      case JSON_LINES ->
          CellsSent.ofJsonLines(
              input,
              filled.get(0).reading().rejects().stream()
                  .filter(reject -> reject.rule().equals(RejectRule.MALFORMED_LINE.id()))
                  .filter(reject -> !reject.reason().startsWith("case_id"))
                  .map(Reject::line)
                  .collect(Collectors.toSet()),
              4);
      case WIDE_EXTRACT -> CellsSent.ofExtract(input, Charset.forName("windows-1252"), ';', 2, 2);
      case LONG_EXTRACT -> CellsSent.ofExtract(input, StandardCharsets.UTF_8, ',', 0, 1);
      case PACKED_CSV -> CellsSent.ofCsv(unpacked(input));
      default -> CellsSent.ofCsv(LONG.getBytes(StandardCharsets.UTF_8));
    };
  }

  private static byte[] unpacked(byte[] packed) throws IOException {
    try (var in = new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(packed))) {
      return in.readAllBytes();
    }
  }

  private static void checkReading(Filled filled, Codebook codebook) {
    ReadOutcome reading = filled.reading();
    Sent.assertAccounted(reading);
    boolean isOfStrangers =
        reading.status() == Status.UNROUTED
            && reading.rejects().stream().anyMatch(one -> one.rule().equals("unknown-trust"));
    assertThat(reading.reason().isEmpty())
        .isEqualTo(reading.status() != Status.REFUSED && !isOfStrangers);
    if (filled.matrix() != null) {
      assertThat(new Tallier(codebook).tally("X", filled.matrix())).isNotEmpty();
      assertThat(Set.of(Status.ACCEPTED)).contains(reading.status());
    }
  }

  private void checkFramework(Kind kind, byte[] input) throws IOException {
    Framework read;
    try {
      read = framework(kind, input);
    } catch (PipelineException e) {
      assertThat(e.getMessage()).containsAnyOf("framework.json", "questions.csv", "trusts.csv");
      return;
    }
    Codebook codebook = new Codebook(read);
    for (Kind sent :
        List.of(Kind.LONG_CSV, Kind.JSON_LINES, Kind.WIDE_EXTRACT, Kind.LONG_EXTRACT)) {
      boolean hasLayout =
          read.layouts().stream().anyMatch(layout -> layout.id().equals(layout(sent)));
      if (!sent.isExtract() || hasLayout) {
        read(sent, sent.sound, codebook).forEach(one -> checkReading(one, codebook));
      }
    }
  }

  private Framework framework(Kind kind, byte[] input) throws IOException {
    Path written = TinyFramework.write(folder.resolve("framework"), json -> json);
    Files.write(written.resolve(kind.file), input);
    return FrameworkReader.read(written.toString());
  }

  private static String layout(Kind kind) {
    return kind == Kind.WIDE_EXTRACT ? "wide" : "long";
  }

  private List<Filled> read(Kind kind, byte[] input, Codebook codebook) throws IOException {
    Path inbox = folder.resolve(kind.name());
    LandingFolder landing = new LandingFolder(inbox).file("X/" + kind.file, input);
    Submission submission;
    if (kind.isExtract()) {
      submission =
          ExtractSubmission.of(List.of(inbox.resolve("X").resolve(kind.file)), layout(kind));
    } else {
      complete(kind, landing);
      submission = Landing.submissions(inbox).get(0);
    }
    return new SubmissionReader(codebook, 1).read(submission);
  }

  /** The other files of the folder, sound. */
  private static void complete(Kind kind, LandingFolder landing) {
    if (kind != Kind.INSPECTION) {
      landing.file("X/inspection.json", MANIFEST);
    }
    if (kind == Kind.JSON_LINES) {
      return;
    }
    if (kind != Kind.CASES_CSV) {
      landing.file("X/cases.csv", CASES);
    }
    if (kind == Kind.CASES_CSV || kind == Kind.INSPECTION) {
      landing.file("X/judgements.csv", LONG);
    }
  }
}

package org.trustbench.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.trustbench.framework.Codebook;
import org.trustbench.ingest.fill.ReadOutcome;
import org.trustbench.ingest.fill.ReadOutcome.Filled;
import org.trustbench.ingest.reject.Reject;
import org.trustbench.ingest.sent.Landing;
import org.trustbench.ingest.sent.Submission;
import org.trustbench.ingest.spread.SubmissionReader;
import org.trustbench.matrix.FileAccount;
import org.trustbench.matrix.JudgementMatrix;
import org.trustbench.support.LandingFolder;
import org.trustbench.support.TinyFramework;
import org.trustbench.tally.Tallier;
import org.trustbench.tally.Tally;

/** What a school sent, and what became of it in words. */
public final class Sent {
  public static final Codebook CODEBOOK = TinyFramework.codebook();
  private static final double ANY = 1;

  /** Bytes of slices that extracts of any size are read in. */
  private static final List<Long> SLICES = List.of(1L, 40L, 150L);

  private final LandingFolder landing;
  private double tolerance = ANY;

  private Sent(Path landing) {
    this.landing = new LandingFolder(landing);
  }

  /** Every cell read is accounted for, and every reason is one line. */
  static void assertAccounted(ReadOutcome reading) {
    long rejected = 0;
    for (FileAccount file : reading.files()) {
      assertThat(file.read())
          .isEqualTo(file.accepted() + file.rejected() + file.collapsed() + file.outOfScope());
      rejected += file.rejected();
    }
    assertThat(reading.rejects().stream().mapToLong(Reject::cells).sum()).isEqualTo(rejected);
    assertThat(reading.rejects())
        .allSatisfy(
            reject ->
                assertThat(reject.reason()).isNotBlank().doesNotContain("\n").hasSizeLessThan(500));
  }

  /** A sound manifest, to which files are added. */
  public static Sent in(Path landing) {
    Sent sent = new Sent(landing);
    return sent.file("inspection.json", LandingFolder.manifest("HILL-1", "Hill School"));
  }

  /** Sound files of two cases; a test replaces one. */
  public static Sent sound(Path landing) {
    return in(landing)
        .file(
            "cases.csv",
            """
            case_id,stage,risk,town
            C1,early,low,Ely
            C2,late,high,
            """)
        .file(
            "judgements.csv",
            """
            case_id,question_id,answer
            C1,plan,yes
            C2,plan,no
            """);
  }

  public Sent file(String name, String text) {
    landing.file("X/" + name, text);
    return this;
  }

  public Sent file(String name, byte[] bytes) {
    landing.file("X/" + name, bytes);
    return this;
  }

  public Sent without(String name) {
    landing.delete("X/" + name);
    return this;
  }

  Sent tolerating(double share) {
    tolerance = share;
    return this;
  }

  public Path folder() {
    return landing.path().resolve("X");
  }

  public Filled read() {
    return read(Landing.submissions(landing.path()).get(0), tolerance).get(0);
  }

  /** Reads it in one and, if it is an extract, in slices too, which comes to the same. */
  public static List<Filled> read(Submission submission, double tolerance) {
    SubmissionReader reader = new SubmissionReader(CODEBOOK, tolerance);
    List<Filled> read = reader.read(submission);
    for (long bytes : submission.isExtract() ? SLICES : List.<Long>of()) {
      assertThat(told(reader.read(submission, bytes))).as("%d", bytes).isEqualTo(told(read));
    }
    return read;
  }

  /** What became of every submission of a landing folder: accepted, or why not. */
  static List<String> outcomes(Path inbox) {
    return Landing.submissions(inbox).stream()
        .map(submission -> read(submission, ANY).get(0).reading())
        .map(
            reading ->
                reading.status() == ReadOutcome.Status.REFUSED
                    ? reading.reason()
                    : reading.source() + " accepted")
        .toList();
  }

  /** Everything that came of a submission, in words. */
  static String told(List<Filled> filled) {
    return filled.stream()
        .map(one -> one.reading() + "\n" + told(one.matrix()))
        .collect(Collectors.joining("\n"));
  }

  private static String told(JudgementMatrix matrix) {
    List<String> cells = new ArrayList<>();
    for (int c = 0; matrix != null && c < matrix.cases().size(); c++) {
      cells.add(matrix.cases().get(c).toString());
      for (int q = 0; q < matrix.questions(); q++) {
        byte answer = matrix.answer(c, q);
        cells.add(answer == JudgementMatrix.EMPTY ? "" : answer + "@" + matrix.line(c, q));
      }
    }
    return cells.toString();
  }

  public String account() {
    return account(read().reading());
  }

  /**
   * The account: a line for what became of the whole, one for each file in which anything was
   * counted, one for each reject.
   */
  public static String account(ReadOutcome reading) {
    StringBuilder text = new StringBuilder();
    text.append(reading.status().name().toLowerCase(java.util.Locale.ROOT));
    text.append(reading.rule().isEmpty() ? "" : " " + reading.rule() + ": " + reading.reason());
    text.append('\n');
    for (FileAccount file : reading.files()) {
      if (file.read() + file.cases() > 0) {
        text.append(
            "%s: read %d, accepted %d, rejected %d, collapsed %d, out of scope %d, cases %d\n"
                .formatted(
                    file.file(),
                    file.read(),
                    file.accepted(),
                    file.rejected(),
                    file.collapsed(),
                    file.outOfScope(),
                    file.cases()));
      }
    }
    if (reading.status() != ReadOutcome.Status.REFUSED) {
      for (Reject reject : rows(reading)) {
        text.append(
            "%s:%d %s %d: %s\n"
                .formatted(
                    reject.file(), reject.line(), reject.rule(), reject.cells(), reject.reason()));
      }
    }
    return text.toString().replace("X/", "");
  }

  /** Rejects of rows, without what is told of names. */
  static List<Reject> rows(ReadOutcome reading) {
    return reading.rejects().stream().filter(reject -> !isOfNames(reject)).toList();
  }

  /** What is told of names that are foreign or lacking. */
  static List<String> names(ReadOutcome reading) {
    return reading.rejects().stream()
        .filter(Sent::isOfNames)
        .map(reject -> reject.file().replace("X/", "") + ": " + reject.reason())
        .toList();
  }

  private static boolean isOfNames(Reject reject) {
    return reject.rule().startsWith("name-");
  }

  /** Rows and cells by rule: what must not depend on the order of rows. */
  static Map<String, List<Long>> byRule(ReadOutcome reading) {
    return rows(reading).stream()
        .collect(
            Collectors.groupingBy(
                Reject::rule,
                TreeMap::new,
                Collectors.collectingAndThen(
                    Collectors.toList(),
                    rows ->
                        List.of(
                            (long) rows.size(), rows.stream().mapToLong(Reject::cells).sum()))));
  }

  static List<Tally> tallies(Filled filled) {
    return new Tallier(CODEBOOK).tally("HILL-1", filled.matrix());
  }
}

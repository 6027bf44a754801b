package org.trustbench.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trustbench.ingest.Sent;
import org.trustbench.ingest.fill.ReadOutcome;
import org.trustbench.ingest.fill.ReadOutcome.Filled;
import org.trustbench.ingest.fill.ReadOutcome.Status;
import org.trustbench.ingest.sent.ExtractSubmission;
import org.trustbench.ingest.sent.Landing;
import org.trustbench.ingest.sent.Submission;
import org.trustbench.matrix.FileAccount;
import org.trustbench.support.LandingFolder;

/** A packed file is read to its last byte or refused, whatever it holds and however large it is. */
class PackedFilesTest {
  private static final byte[] NONE = {};

  @TempDir Path landing;

  /** What is packed: a beginning that is sound by itself, and rows that follow it. */
  enum Kind {
    CASES("cases.csv.gz", "case_id,stage,risk,town\nC1,early,low,Ely\n", "C2,late,,\n"),
    LONG("judgements.csv.gz", "case_id,question_id,answer\nC1,plan,yes\n", "C2,plan,no\n"),
    WIDE("judgements.csv.gz", "case_id,plan\nC1,yes\n", "C2,no\n"),
    JSON_LINES(
        "cases.jsonl.gz",
        "{\"case_id\":\"C1\",\"attributes\":{\"stage\":\"late\",\"risk\":\"low\",\"town\":\"Ely\"},\"judgements\":{\"plan\":\"yes\"}}\n",
        "{\"case_id\":\"C2\",\"judgements\":{\"plan\":\"no\"}}\n"),
    EXTRACT("long.csv.gz", "School,Case,Stage,Item,Result\nHill,C1,late,Q1,J\n", "Dale,C1,,Q1,J\n");

    private final String file;
    private final String first;
    private final String second;

    Kind(String file, String first, String second) {
      this.file = file;
      this.first = first;
      this.second = second;
    }

    private List<Filled> read(Path landing, byte[] bytes) {
      if (this == EXTRACT) {
        new LandingFolder(landing).file(file, bytes);
        return Sent.read(ExtractSubmission.of(List.of(landing.resolve(file)), "long"), 1);
      }
      Sent sent = Sent.sound(landing);
      if (this == JSON_LINES) {
        sent.without("cases.csv").without("judgements.csv");
      } else {
        sent.without(file.substring(0, file.length() - ".gz".length()));
      }
      return List.of(sent.file(file, bytes).read());
    }
  }

  private static byte[] packed(String text) {
    return LandingFolder.gzip(text);
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }

  private static byte[] flipped(byte[] bytes, int fromEnd) {
    byte[] flipped = bytes.clone();
    flipped[bytes.length - fromEnd] ^= 4;
    return flipped;
  }

  private static byte[] cut(byte[] bytes, int fromEnd) {
    return Arrays.copyOf(bytes, bytes.length - fromEnd);
  }

  static Stream<Arguments> sound() {
    return Arrays.stream(Kind.values())
        .flatMap(
            kind ->
                Stream.of(
                        joined(packed(kind.first + kind.second)),
                        joined(packed(kind.first), packed(kind.second)),
                        joined(packed(""), packed(kind.first), packed(""), packed(kind.second)),
                        joined(packed(kind.first), packed(kind.second), new byte[1]),
                        joined(packed(kind.first), packed(kind.second), new byte[100_000]))
                    .map(bytes -> Arguments.of(kind, bytes)));
  }

  @ParameterizedTest
  @MethodSource("sound")
  void all_members_are_read_and_zeros_may_follow(Kind kind, byte[] bytes) {
    List<Filled> read = kind.read(landing, bytes);
    List<Filled> whole = kind.read(landing, packed(kind.first + kind.second));

    assertThat(read.get(0).reading().status()).isNotEqualTo(Status.REFUSED);
    assertThat(counts(read)).isEqualTo(counts(whole)).contains(2L);
  }

  private static List<Long> counts(List<Filled> filled) {
    return List.of(
        filled.stream().mapToLong(one -> one.reading().cases()).sum(),
        filled.stream()
            .flatMap(one -> one.reading().files().stream())
            .mapToLong(FileAccount::accepted)
            .sum());
  }

  static Stream<Arguments> unsound() {
    String followed = " the packed part ends, and what follows in the file is not packed";
    String damaged = "the packed file is damaged or ends early after line ";
    return Arrays.stream(Kind.values())
        .flatMap(
            kind -> {
              byte[] first = packed(kind.first);
              byte[] second = packed(kind.second);
              return Stream.of(
                  Arguments.of(kind, joined(first, text(kind.second)), followed),
                  Arguments.of(kind, joined(first, text("\n")), followed),
                  Arguments.of(kind, joined(first, new byte[9], second), followed),
                  Arguments.of(kind, joined(first, new byte[70_000], text("x")), followed),
                  Arguments.of(kind, joined(first, new byte[] {0x1F}), followed),
                  Arguments.of(kind, joined(first, new byte[] {0x1F, (byte) 0x8B}), damaged),
                  Arguments.of(kind, joined(first, Arrays.copyOf(second, 9)), damaged),
                  Arguments.of(kind, joined(first, cut(second, 1)), damaged),
                  Arguments.of(kind, joined(first, cut(second, 8)), damaged),
                  Arguments.of(kind, joined(cut(first, 8), second), damaged),
                  Arguments.of(kind, joined(first, flipped(second, 1)), damaged),
                  Arguments.of(kind, joined(first, flipped(second, 8)), damaged),
                  Arguments.of(kind, joined(flipped(first, 4), second), damaged),
                  Arguments.of(kind, text(kind.first), "it is not a gzip file"),
                  Arguments.of(kind, joined(new byte[4], first), "it is not a gzip file"),
                  Arguments.of(kind, NONE, "it is not a gzip file"));
            });
  }

  @ParameterizedTest
  @MethodSource("unsound")
  void whatever_else_follows_refuses_the_submission(Kind kind, byte[] bytes, String reason) {
    ReadOutcome reading = kind.read(landing, bytes).get(0).reading();

    assertThat(reading.status()).isEqualTo(Status.REFUSED);
    assertThat(reading.rule()).isEqualTo("unreadable-file");
    assertThat(reading.reason()).contains(kind.file + ": ").contains(reason);
  }

  @Test
  void a_packed_file_by_another_name_and_one_packed_twice_are_named_as_such() {
    byte[] once = packed(Kind.LONG.first);
    assertThat(Sent.sound(landing).file("judgements.csv", once).read().reading().reason())
        .isEqualTo(
            "X/judgements.csv: it is packed by gzip: let its name end with .gz, or send it"
                + " unpacked");

    assertThat(Kind.LONG.read(landing, packedBytes(once)).get(0).reading().reason())
        .isEqualTo("X/judgements.csv.gz: it is packed twice: pack it once and send it again");
  }

  private static byte[] packedBytes(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (var out = new java.util.zip.GZIPOutputStream(packed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  /** A name, a comment, further fields and a checksum of the header, as RFC 1952 allows. */
  @Test
  void a_header_may_hold_all_that_the_format_allows() throws IOException {
    byte[] plain = packed("x,y\n");
    byte[] header = {0x1F, (byte) 0x8B, 8, 2 | 4 | 8 | 16, 0, 0, 0, 0, 0, 3};
    byte[] fields = joined(new byte[] {3, 0, 1, 2, 3}, text("name\0"), text("comment\0"));
    java.util.zip.CRC32 crc = new java.util.zip.CRC32();
    crc.update(joined(header, fields));
    byte[] sum = {(byte) crc.getValue(), (byte) (crc.getValue() >> 8)};
    byte[] rest = Arrays.copyOfRange(plain, 10, plain.length);

    try (GzipMembers members =
        new GzipMembers(new ByteArrayInputStream(joined(header, fields, sum, rest)))) {
      assertThat(members.readAllBytes()).isEqualTo(text("x,y\n"));
      assertThat(members.read()).isEqualTo(-1);
    }
    sum[0]++;
    assertThat(fault(joined(header, fields, sum, rest))).isEqualTo(GzipMembers.Kind.DAMAGED);
  }

  @Test
  void a_changed_bit_is_found_or_changes_nothing() throws IOException {
    String text = "case_id,question_id,answer\n" + "C1,plan,yes\n".repeat(40);
    byte[] sound = joined(packed(text), packed(text));
    int found = 0;
    for (int bit = 0; bit < 8 * sound.length; bit++) {
      byte[] changed = sound.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);
      if (fault(changed) == null) {
        assertThat(unpacked(changed)).as("bit %d", bit).isEqualTo(text(text + text));
      } else {
        found++;
      }
    }
    assertThat(found).isGreaterThan(6 * sound.length);
  }

  private static byte[] unpacked(byte[] bytes) throws IOException {
    try (GzipMembers members = new GzipMembers(new ByteArrayInputStream(bytes))) {
      return members.readAllBytes();
    }
  }

  private static GzipMembers.Kind fault(byte[] bytes) throws IOException {
    try {
      unpacked(bytes);
      return null;
    } catch (GzipMembers.Fault e) {
      return e.kind();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 1})
  void a_file_that_changed_its_size_since_it_was_listed_is_refused(int more) throws IOException {
    Submission listed = listedWith(more);
    ReadOutcome reading = Sent.read(listed, 1).get(0).reading();

    assertThat(reading.reason())
        .isEqualTo(
            "X/judgements.csv: it was changed while it was read: send it again when it is whole");
  }

  private Submission listedWith(int more) {
    Sent.sound(landing);
    Submission sound = Landing.submissions(landing).get(0);
    List<SentFile> files =
        sound.files().stream()
            .map(
                file ->
                    file.name().endsWith("judgements.csv")
                        ? new SentFile(file.name(), file.path(), file.bytes() + more)
                        : file)
            .toList();
    return new Submission(sound.name(), files, List.of(), null, null);
  }
}

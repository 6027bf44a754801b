package org.trustbench.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Holds what a peer made of the same files to what the product's release says. */
final class Agreement {
  private static final String QUESTION = "question-";

  private Agreement() {}

  /** Fails unless both rejected the same lines by the same rules and counted the same. */
  static void check(Path release, Path peer) throws IOException {
    compare(
        "rejects",
        rows(release.resolve("tables/rejects.csv"), row -> true, Agreement::reject),
        rows(peer.resolve("rejects.csv"), row -> true, Agreement::reject));
    checkTallies(release, peer);
  }

  /** Fails unless both counted the same. */
  static void checkTallies(Path release, Path peer) throws IOException {
    compare(
        "tallies",
        rows(
            release.resolve("tables/scores.csv"),
            row -> row.getField("measure_kind").equals("question"),
            Agreement::score),
        rows(peer.resolve("tallies.csv"), row -> true, Agreement::tally));
  }

  private static void compare(String what, List<String> product, List<String> peer) {
    if (!product.equals(peer)) {
      List<String> unlike =
          Stream.concat(
                  product.stream()
                      .filter(row -> !peer.contains(row))
                      .limit(5)
                      .map("product "::concat),
                  peer.stream().filter(row -> !product.contains(row)).limit(5).map("peer "::concat))
              .toList();
      throw new IllegalStateException(
          "%s differ: %d of the product, %d of the peer, among them %s"
              .formatted(what, product.size(), peer.size(), unlike));
    }
  }

  private static List<String> rows(
      Path file, Predicate<NamedCsvRecord> wanted, Function<NamedCsvRecord, String> words)
      throws IOException {
    try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
      return csv.stream().filter(wanted).map(words).sorted().toList();
    }
  }

  private static String reject(NamedCsvRecord row) {
    return String.join(
        " ",
        row.getField("inspection_id"),
        row.getField("file"),
        row.getField("line"),
        row.getField("rule"));
  }

  private static String tally(NamedCsvRecord row) {
    return String.join(
        " ",
        row.getField("inspection_id"),
        row.getField("question_id"),
        row.getField("sufficient"),
        row.getField("insufficient"),
        row.getField("not_applicable"),
        row.getField("not_recorded"));
  }

  private static String score(NamedCsvRecord row) {
    long sufficient = Long.parseLong(row.getField("sufficient"));
    return String.join(
        " ",
        row.getField("inspection_id"),
        row.getField("measure_id").substring(QUESTION.length()),
        Long.toString(sufficient),
        Long.toString(Long.parseLong(row.getField("assessed")) - sufficient),
        row.getField("not_applicable"),
        row.getField("not_recorded"));
  }
}

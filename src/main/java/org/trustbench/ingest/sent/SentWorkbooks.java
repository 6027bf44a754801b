package org.trustbench.ingest.sent;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.KnownNames;
import org.trustbench.framework.Spelling;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.format.InputFormats;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.reject.RejectRule;
import org.trustbench.ingest.reject.SafeNames;
import org.trustbench.ingest.reject.SafeQuoting;

/** Workbooks that are submissions by themselves: their sheets stand for the files of a folder. */
public final class SentWorkbooks {
  static final String INSPECTION = "inspection";
  private static final List<String> TABLES = List.of("cases", "judgements");

  /** Sheets of the workbook to collect judgements in that hold nothing that was filled in. */
  private static final Set<String> OF_TEMPLATE = Set.of("instructions", "questions", "lists");

  private SentWorkbooks() {}

  /** Whether a file is a workbook, by its name. */
  static boolean isOne(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return InputFormats.workbooks().stream().anyMatch(lower::endsWith);
  }

  /**
   * What is read of a workbook, as if each sheet were a file.
   *
   * @param isWhole whether the workbook says itself what was inspected
   */
  static List<SentFile> sheets(SentFile workbook, boolean isWhole) {
    return Stream.of(
            isWhole ? Stream.of(INSPECTION) : Stream.<String>of(),
            TABLES.stream(),
            hasSecondReadings(workbook)
                ? Stream.of(SentNames.SECOND_READINGS)
                : Stream.<String>of())
        .flatMap(names -> names)
        .map(workbook::ofSheet)
        .toList();
  }

  /** A workbook that cannot be read says so when it is read. */
  private static boolean hasSecondReadings(SentFile workbook) {
    try {
      return InputFormats.sheets(workbook).stream()
          .anyMatch(name -> Spelling.folded(name).equals(SentNames.SECOND_READINGS));
    } catch (IOException | Refusal unreadable) {
      return false;
    }
  }

  /**
   * Names of sheets that are passed over, in words that may be quoted.
   *
   * @throws Refusal where one was most likely meant to be read
   */
  public static List<String> passedOver(SentFile sheet, Codebook codebook)
      throws IOException, Refusal {
    List<String> there = InputFormats.sheets(sheet);
    List<String> read =
        Stream.concat(Stream.of(INSPECTION, SentNames.SECOND_READINGS), TABLES.stream()).toList();
    Set<String> folded = new java.util.HashSet<>(there.stream().map(Spelling::folded).toList());
    KnownNames known = new KnownNames(read);
    SafeNames quotable = new SafeNames(codebook.words());
    List<String> passedOver = new ArrayList<>();
    for (String name : there) {
      if (read.contains(Spelling.folded(name)) || OF_TEMPLATE.contains(Spelling.folded(name))) {
        continue;
      }
      Optional<String> meant = known.meantBy(name);
      if (meant.isPresent() && !folded.contains(meant.get())) {
        throw new Refusal(
            RejectRule.UNREADABLE_FILE,
            sheet.fileName(),
            "sheet %s is spelt otherwise than \"%s\": name it \"%s\""
                .formatted(SafeQuoting.inMarks(name), meant.get(), meant.get()));
      }
      passedOver.add("sheet " + quotable.quoted(name));
    }
    return passedOver;
  }
}

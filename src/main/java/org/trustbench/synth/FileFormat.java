package org.trustbench.synth;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.trustbench.PipelineException;

/**
 * The file format in which a trust sends its inspection. Written as words: a shape ({@code long},
 * {@code wide}, {@code jsonl}) and any of {@code semicolon}, {@code tab}, {@code bom}, {@code
 * crlf}, {@code gzip}, {@code aliases}.
 *
 * @param hasAliases whether answers are spelled by their first alias
 */
public record FileFormat(
    Shape shape,
    char delimiter,
    boolean hasByteOrderMark,
    boolean hasCarriageReturns,
    boolean isGzipped,
    boolean hasAliases) {

  /** The shapes of a submission. */
  public enum Shape {
    LONG,
    WIDE,
    JSON_LINES
  }

  /** Reads the words of a format. */
  @JsonCreator
  public static FileFormat of(String words) {
    List<String> left = new ArrayList<>(Arrays.asList(words.strip().split("\\s+", -1)));
    Shape shape =
        switch (left.remove(0)) {
          case "long" -> Shape.LONG;
          case "wide" -> Shape.WIDE;
          case "jsonl" -> Shape.JSON_LINES;
          default -> throw unknown(words);
        };
    char delimiter = left.remove("semicolon") ? ';' : left.remove("tab") ? '\t' : ',';
    FileFormat format =
        new FileFormat(
            shape,
            delimiter,
            left.remove("bom"),
            left.remove("crlf"),
            left.remove("gzip"),
            left.remove("aliases"));
    if (!left.isEmpty()) {
      throw unknown(words);
    }
    return format;
  }

  String endOfLine() {
    return hasCarriageReturns ? "\r\n" : "\n";
  }

  String fileName(String stem) {
    return stem + (shape == Shape.JSON_LINES ? ".jsonl" : ".csv") + (isGzipped ? ".gz" : "");
  }

  private static PipelineException unknown(String words) {
    return PipelineException.usage(
        ("Format \"%s\" is not long, wide or jsonl followed by any of semicolon, tab, bom, crlf,"
                + " gzip, aliases")
            .formatted(words));
  }
}

package org.trustbench.ingest.csv;

import java.io.BufferedReader;
import java.io.IOException;
import org.trustbench.framework.Spelling;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.reject.RejectRule;
import org.trustbench.ingest.rows.ReadOptions;

/**
 * The beginning of a CSV file: lines to skip, and the delimiter found in the header.
 *
 * @param skipLines lines that are passed over
 * @param delimiter between cells
 */
public record CsvStart(int skipLines, char delimiter) {
  private static final char[] DELIMITERS = {',', ';', '\t', '|'};

  /** How far a header is looked for to tell its delimiter. */
  private static final int FARTHEST = CsvRow.LONGEST_CELL;

  /** Spreadsheet programs are told the delimiter by a first line of this and the delimiter. */
  private static final String SEPARATOR = "sep=";

  /**
   * Looks at the first lines of a file, and goes back to where the reader was.
   *
   * @throws Refusal if the file says another delimiter than the layout
   */
  public static CsvStart of(String file, BufferedReader reader, ReadOptions options)
      throws IOException, Refusal {
    reader.mark(FARTHEST);
    Lines lines = new Lines(reader);
    String line = lines.next();
    Character said = said(line);
    int skipLines = options.skipLines() == 0 && said != null ? 1 : options.skipLines();
    for (int passed = 0; passed < skipLines; passed++) {
      line = lines.next();
    }
    while (lines.isMore && !isHeader(line, options.headerBeginsWith())) {
      line = lines.next();
    }
    reader.reset();
    return new CsvStart(skipLines, delimiter(file, line, said, options));
  }

  private static char delimiter(String file, String header, Character said, ReadOptions options)
      throws Refusal {
    Character declared = options.delimiter();
    if (said != null && declared != null && !said.equals(declared)) {
      throw new Refusal(
          RejectRule.UNREADABLE_FILE,
          file,
          "line 1: it says that cells are separated by %s, and the layout says %s: correct the one or the other"
              .formatted(named(said), named(declared)));
    }
    return declared != null ? declared : said != null ? said : mostOften(header);
  }

  private static String named(char delimiter) {
    return delimiter == '\t' ? "a tab" : String.valueOf(delimiter);
  }

  /** The delimiter that a line says; null where it is any other line. */
  private static Character said(String line) {
    String plain = line.startsWith("\"") && line.endsWith("\"") ? inside(line) : line;
    boolean isSaid =
        plain.length() == SEPARATOR.length() + 1
            && plain.regionMatches(true, 0, SEPARATOR, 0, SEPARATOR.length());
    char last = isSaid ? plain.charAt(SEPARATOR.length()) : 0;
    boolean isMark = last == '\t' || last > ' ' && last < 127 && !Character.isLetterOrDigit(last);
    return isSaid && isMark && last != '"' ? last : null;
  }

  private static String inside(String line) {
    return line.length() < 2 ? line : line.substring(1, line.length() - 1);
  }

  private static boolean isHeader(String line, String beginsWith) {
    String text = Spelling.folded(line);
    if (beginsWith == null || text.isEmpty()) {
      return !text.isEmpty();
    }
    int begin = 0;
    while (begin < text.length() && isBeforeName(text.charAt(begin))) {
      begin++;
    }
    return text.startsWith(Spelling.folded(beginsWith), begin);
  }

  private static boolean isBeforeName(char c) {
    return c == '"' || c == ' ' || isDelimiter(c);
  }

  private static boolean isDelimiter(char c) {
    return new String(DELIMITERS).indexOf(c) >= 0;
  }

  /** The delimiter that stands most often in a line, outside quotation marks. */
  private static char mostOften(String line) {
    int[] seen = new int[DELIMITERS.length];
    boolean isQuoted = false;
    for (int at = 0; at < line.length(); at++) {
      char c = line.charAt(at);
      isQuoted ^= c == '"';
      for (int i = 0; i < DELIMITERS.length; i++) {
        seen[i] += !isQuoted && c == DELIMITERS[i] ? 1 : 0;
      }
    }
    int best = 0;
    for (int i = 1; i < DELIMITERS.length; i++) {
      best = seen[i] > seen[best] ? i : best;
    }
    return DELIMITERS[best];
  }

  /** Lines of a reader as far as its mark holds. */
  private static final class Lines {
    private static final int NOTHING = -2;

    private final BufferedReader reader;
    private int read;
    private int ahead = NOTHING;

    /** Whether the last line came to its end, and another may follow. */
    boolean isMore = true;

    Lines(BufferedReader reader) {
      this.reader = reader;
    }

    String next() throws IOException {
      StringBuilder line = new StringBuilder();
      boolean isEnded = false;
      while (!isEnded && read < FARTHEST - 2) {
        int c = take();
        isMore = c == '\n' || c == '\r';
        isEnded = c < 0 || isMore;
        if (!isEnded) {
          line.append((char) c);
        } else if (c == '\r') {
          int next = take();
          ahead = next == '\n' ? NOTHING : next;
        }
      }
      return line.toString();
    }

    private int take() throws IOException {
      int c = ahead;
      ahead = NOTHING;
      if (c == NOTHING) {
        c = reader.read();
        read++;
      }
      return c;
    }
  }
}

package org.trustbench.jobs.settings;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.trustbench.PipelineException;
import org.trustbench.environment.LocalPath;
import org.trustbench.storage.Place;
import picocli.CommandLine.TypeConversionException;

/** Values of flags as somebody typed them. */
public final class Arguments {
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]{1,4})?");

  private Arguments() {}

  /** A path of this machine. */
  public static Path path(String text) {
    return path(text, LocalPath::of);
  }

  /** A path of this machine, or an address of storage. */
  static Path place(String text) {
    return path(text, Place::of);
  }

  private static Path path(String text, Function<String, Path> read) {
    try {
      return read.apply(text);
    } catch (PipelineException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }

  public static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw new TypeConversionException(
          "\"%s\" is not a date like 2014-03-04".formatted(text.strip()));
    }
  }

  public static Integer wholeNumber(String text) {
    return number(text, Integer::valueOf, "is not a whole number below 2,147,483,648, such as 10");
  }

  public static Long longNumber(String text) {
    return number(text, Long::valueOf, "is not a whole number, such as 10");
  }

  public static Double number(String text) {
    return number(text, Double::valueOf, "is not a number, such as 0.05");
  }

  /** Reads what people write as a number, and not all that Java does, such as 0x1p3 or NaN. */
  private static <T> T number(String text, Function<String, T> read, String wrong) {
    try {
      String plain = text.strip();
      if (!NUMBER.matcher(plain).matches() || Double.isInfinite(Double.parseDouble(plain))) {
        throw new NumberFormatException();
      }
      return read.apply(plain);
    } catch (NumberFormatException e) {
      throw new TypeConversionException("\"%s\" %s".formatted(text.strip(), wrong));
    }
  }
}

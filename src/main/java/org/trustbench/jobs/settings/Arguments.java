package org.trustbench.jobs.settings;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.trustbench.PipelineException;
import org.trustbench.environment.LocalPath;
import picocli.CommandLine.TypeConversionException;

/** Values of flags as somebody typed them. */
public final class Arguments {
  private Arguments() {}

  public static Path path(String text) {
    try {
      return LocalPath.of(text);
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
}

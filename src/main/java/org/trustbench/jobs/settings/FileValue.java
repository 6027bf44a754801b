package org.trustbench.jobs.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Function;
import org.trustbench.PipelineException;
import org.trustbench.environment.LocalPath;
import org.trustbench.framework.FrameworkReader;
import org.trustbench.storage.Place;

/**
 * A value as a settings file has it. A word in the place of a number is refused, where it would
 * otherwise pass for 0.
 *
 * @param file the file
 * @param line where its name stands; 0 if that is not known
 * @param name its name
 */
record FileValue(Path file, int line, String name, JsonNode json) {

  /** Where it stands, for messages. */
  String place() {
    return line == 0 ? file.toString() : "%s, line %d".formatted(file, line);
  }

  private void require(boolean isSo, String wrong) {
    if (!isSo) {
      throw fault("%s %s".formatted(json, wrong));
    }
  }

  PipelineException fault(String wrong) {
    return PipelineException.usage("%s: %s %s".formatted(place(), name, wrong));
  }

  String text() {
    require(json.isTextual(), "is not a text: write it between quotation marks");
    return json.textValue();
  }

  Double number() {
    require(json.isNumber() && Double.isFinite(json.asDouble()), "is not a number, such as 0.05");
    return json.asDouble();
  }

  Integer wholeNumber() {
    require(
        json.isNumber() && json.canConvertToExactIntegral() && json.canConvertToInt(),
        "is not a number without a fraction, such as 10");
    return json.asInt();
  }

  Long longNumber() {
    require(
        json.isNumber() && json.canConvertToExactIntegral() && json.canConvertToLong(),
        "is not a number without a fraction, such as 10");
    return json.asLong();
  }

  Boolean truth() {
    require(json.isBoolean(), "is neither true nor false");
    return json.booleanValue();
  }

  LocalDate date() {
    try {
      return LocalDate.parse(json.asText());
    } catch (DateTimeParseException e) {
      throw PipelineException.usage(
          "%s: %s \"%s\" is not a date like 2014-03-04".formatted(place(), name, json.asText()), e);
    }
  }

  /** A path of this machine, as seen from the file. */
  Path path() {
    return fromFile(read(text(), LocalPath::inFile));
  }

  /** The same, or an address of storage. */
  Path anyPlace() {
    Path path = read(text(), Place::inFile);
    return Place.isLocal(path) ? fromFile(path) : path;
  }

  private Path fromFile(Path path) {
    return file.toAbsolutePath().resolveSibling(path).normalize();
  }

  /** A built-in framework by its id; otherwise a folder, as seen from the file if it is there. */
  String framework() {
    String named = text();
    if (FrameworkReader.isBuiltIn(named)) {
      return named;
    }
    Path folder = fromFile(read(named, LocalPath::inFile));
    return Files.isDirectory(folder) ? folder.toString() : named;
  }

  private Path read(String path, Function<String, Path> reading) {
    try {
      return reading.apply(path);
    } catch (PipelineException e) {
      throw PipelineException.usage("%s: %s: %s".formatted(place(), name, e.getMessage()), e);
    }
  }
}

package org.trustbench.jobs.settings;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trustbench.PipelineException;
import org.trustbench.environment.LocalPath;
import org.trustbench.framework.NearestWord;
import org.trustbench.message.JsonLocation;

/** A settings file: values by name, each with its line. A name that no setting has is refused. */
final class SettingsFile {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final Path file;
  private final Map<String, FileValue> values = new LinkedHashMap<>();

  private SettingsFile(Path file) {
    this.file = file;
  }

  static SettingsFile read(Path file) {
    try {
      return parsed(file, Files.readString(file));
    } catch (IOException e) {
      throw PipelineException.usage(
          LocalPath.isElsewhere()
              ? "%s cannot be read on the machine that the driver runs on: with --deploy-mode cluster put the settings file on storage that all machines see, and name it by --settings"
                  .formatted(file)
              : "%s cannot be read: --settings names a settings file".formatted(file),
          e);
    }
  }

  /**
   * Settings as JSON.
   *
   * @param file where they come from, for messages, and what paths in it are relative to
   */
  static SettingsFile parsed(Path file, String json) {
    SettingsFile settings = new SettingsFile(file);
    try (JsonParser parser = MAPPER.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        parser.skipChildren();
        throw PipelineException.usage("%s is not a JSON object".formatted(file));
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        int line = parser.currentTokenLocation().getLineNr();
        parser.nextToken();
        JsonNode value = MAPPER.readTree(parser);
        settings.values.put(name, new FileValue(file, line, name, value));
      }
      if (parser.nextToken() != null) {
        throw PipelineException.usage(
            "%s is not JSON at line %d: something follows the object"
                .formatted(file, parser.currentTokenLocation().getLineNr()));
      }
    } catch (JsonProcessingException e) {
      throw PipelineException.usage("%s is not JSON at %s".formatted(file, JsonLocation.of(e)), e);
    } catch (IOException e) {
      throw PipelineException.usage("%s cannot be read".formatted(file), e);
    }
    settings.values.values().forEach(SettingsFile::checkName);
    return settings;
  }

  private static void checkName(FileValue value) {
    for (Setting<?> setting : ProgrammeSettings.ALL) {
      if (setting.name().equals(value.name())) {
        if (setting.isInFile()) {
          return;
        }
        throw PipelineException.usage(
            "%s: there is no setting \"%s\" in a file: give the flag %s"
                .formatted(value.place(), value.name(), setting.flag()));
      }
    }
    List<String> names =
        ProgrammeSettings.ALL.stream()
            .filter(Setting::isInFile)
            .map(Setting::name)
            .sorted()
            .toList();
    throw PipelineException.usage(
        "%s: there is no setting \"%s\"; %s"
            .formatted(
                value.place(),
                value.name(),
                NearestWord.to(value.name(), names)
                    .map("did you mean %s?"::formatted)
                    .orElse("there are " + names)));
  }

  Path file() {
    return file;
  }

  /** A value that is set; null where it is left out, or null itself. */
  FileValue value(Setting<?> setting) {
    FileValue value = values.get(setting.name());
    return value == null || value.json().isNull() ? null : value;
  }
}

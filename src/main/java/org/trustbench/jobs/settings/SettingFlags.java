package org.trustbench.jobs.settings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The flags of a job, made from the settings that it uses. */
public final class SettingFlags {
  private SettingFlags() {}

  /**
   * Gives a job the flags of its settings. Those of others are taken too, so that one line of flags
   * does for all jobs, and are not in its help.
   */
  public static void add(CommandSpec job, Collection<Setting<?>> used) {
    for (Setting<?> setting : ProgrammeSettings.ALL) {
      if (setting.isFlag()) {
        ITypeConverter<?>[] converters =
            setting.isPlace()
                ? new ITypeConverter<?>[] {Arguments::place}
                : new ITypeConverter<?>[0];
        job.addOption(
            OptionSpec.builder(setting.flag())
                .converters(converters)
                .type(setting.type())
                .auxiliaryTypes(setting.element())
                .paramLabel(setting.valueName())
                .description(description(setting))
                .completionCandidates(setting.choices())
                .hidden(!used.contains(setting) || setting.isWithoutEffect())
                .build());
      }
    }
  }

  /** Its meaning, what it is unless set, and an example. */
  private static String[] description(Setting<?> setting) {
    List<String> lines = new ArrayList<>(List.of(setting.meaning()));
    Object standard = setting.standard();
    boolean isSaid = standard != null && !standard.equals(false) && !standard.equals(List.of());
    String byDefault = isSaid ? "default: " + standard : "";
    String example =
        setting.example().isEmpty()
            ? ""
            : "example: %s %s".formatted(setting.flag(), setting.example());
    String both = byDefault + (byDefault.isEmpty() || example.isEmpty() ? "" : "; ") + example;
    if (!both.isEmpty()) {
      lines.add(both);
    }
    return lines.toArray(String[]::new);
  }

  /** The values that somebody gave, by setting. */
  public static Map<Setting<?>, Object> given(ParseResult parsed) {
    Map<Setting<?>, Object> given = new LinkedHashMap<>();
    for (Setting<?> setting : ProgrammeSettings.ALL) {
      if (setting.isFlag() && parsed.hasMatchedOption(setting.flag())) {
        given.put(setting, parsed.matchedOptionValue(setting.flag(), null));
      }
    }
    return given;
  }

  /** Flags that were given and that a job does not use. */
  public static List<String> unused(Map<Setting<?>, Object> given, Collection<Setting<?>> used) {
    List<String> unused = new ArrayList<>();
    for (Setting<?> setting : given.keySet()) {
      if (!used.contains(setting)) {
        unused.add(setting.flag());
      }
    }
    return unused;
  }
}

package org.trustbench.jobs.settings;

import static org.trustbench.jobs.settings.PlaceSettings.EXTRACT;
import static org.trustbench.jobs.settings.PlaceSettings.FRAMEWORK;
import static org.trustbench.jobs.settings.PlaceSettings.KEY_FILE;
import static org.trustbench.jobs.settings.PlaceSettings.LAKE;
import static org.trustbench.jobs.settings.PlaceSettings.LAYOUT;
import static org.trustbench.jobs.settings.PlaceSettings.OUTPUT;
import static org.trustbench.jobs.settings.PlaceSettings.SETTINGS;
import static org.trustbench.jobs.settings.PlaceSettings.SUBMISSIONS;
import static org.trustbench.jobs.settings.ProgrammeSettings.ALL;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trustbench.PipelineException;

/** Completes the flags given with the settings file, and checks the whole before anything runs. */
public final class SettingsReader {
  private final Map<Setting<?>, Object> flags;
  private final SettingsFile file;
  private final Map<Setting<?>, Object> values = new LinkedHashMap<>();

  private SettingsReader(Map<Setting<?>, Object> flags, SettingsFile file) {
    this.flags = flags;
    this.file = file;
  }

  /**
   * All settings, complete and checked.
   *
   * @param flags what flags say, by setting
   * @param standard the settings file used when no flag names another
   * @param needed the settings that the job uses, which have to be there
   */
  public static Settings read(
      Map<Setting<?>, Object> flags, Path standard, Collection<Setting<?>> needed) {
    Map<Setting<?>, Object> given = new LinkedHashMap<>(flags);
    if (!given.containsKey(SETTINGS)) {
      given.put(SETTINGS, standard);
      placeBesideTheDownload(given);
    }
    SettingsFile file = SettingsFile.read((Path) given.get(SETTINGS));
    SettingsReader reader = new SettingsReader(given, file);
    reader.fill();
    reader.checkPresence(needed);
    reader.check();
    return Settings.of(reader.values);
  }

  /**
   * The standard settings place lake and releases beside themselves. Those of a download may be
   * where nobody writes: there, the two lie in the folder that the job is started in.
   */
  private static void placeBesideTheDownload(Map<Setting<?>, Object> given) {
    String workplace = System.getProperty("trustbench.workplace");
    if (workplace != null) {
      given.putIfAbsent(PlaceSettings.LAKE, Path.of(workplace, "lake"));
      given.putIfAbsent(PlaceSettings.OUTPUT, Path.of(workplace, "output"));
    }
  }

  /**
   * The settings that a release was made with.
   *
   * @param framework the framework's id
   * @param recorded those that decide figures, as JSON
   * @param now settings that say where things lie, and whom a job shows what
   */
  public static Settings recorded(String framework, String recorded, Settings now) {
    Map<Setting<?>, Object> kept = new LinkedHashMap<>();
    Settings all = now.only(ALL);
    for (Setting<?> setting :
        List.of(SETTINGS, SUBMISSIONS, EXTRACT, LAYOUT, LAKE, KEY_FILE, OUTPUT)) {
      kept.put(setting, all.get(setting));
    }
    kept.put(FRAMEWORK, framework);
    kept.values().removeIf(java.util.Objects::isNull);
    SettingsReader reader =
        new SettingsReader(
            kept, SettingsFile.parsed(Path.of("settings kept in the lake"), recorded));
    reader.fill();
    reader.check();
    return Settings.of(reader.values);
  }

  private void fill() {
    FileValue named = file.value(FRAMEWORK);
    boolean isOtherFramework =
        named != null
            && flags.get(FRAMEWORK) != null
            && !flags.get(FRAMEWORK).equals(FRAMEWORK.read(named));
    for (Setting<?> setting : ALL) {
      // Trusts and comparators belong to the framework that the file names.
      boolean isPassedOver =
          isOtherFramework && setting.isOfFramework()
              || setting.equals(SUBMISSIONS) && flags.get(EXTRACT) != null;
      values.put(setting, value(setting, isPassedOver ? null : file.value(setting)));
    }
  }

  private Object value(Setting<?> setting, FileValue ofFile) {
    Object flag = flags.get(setting);
    return flag != null ? flag : ofFile != null ? setting.read(ofFile) : setting.standard();
  }

  private void checkPresence(Collection<Setting<?>> needed) {
    require(
        values.get(FRAMEWORK) != null || !needed.contains(FRAMEWORK),
        "framework is not set: name one by --framework");
    require(
        values.get(EXTRACT) == null || values.get(SUBMISSIONS) == null,
        "--submissions and --extract exclude each other: give one of them");
    require(
        values.get(EXTRACT) != null
            || values.get(SUBMISSIONS) != null
            || !needed.contains(SUBMISSIONS),
        "nothing to read: give --submissions DIR, or --extract FILE --layout ID");
    require(
        values.get(EXTRACT) != null || values.get(LAYOUT) == null, "--layout goes with --extract");
    for (Setting<?> folder : List.of(LAKE, OUTPUT)) {
      require(
          values.get(folder) != null || !needed.contains(folder),
          "%s is not set: name its folder by %s".formatted(folder.name(), folder.flag()));
    }
  }

  private void check() {
    ALL.forEach(this::check);
  }

  @SuppressWarnings("unchecked")
  private <T> void check(Setting<T> setting) {
    T value = (T) values.get(setting);
    if (value != null) {
      setting
          .fault(value)
          .ifPresent(
              fault -> {
                throw PipelineException.usage("%s (%s)".formatted(fault, origin(setting)));
              });
    }
  }

  private String origin(Setting<?> setting) {
    return flags.get(setting) != null
        ? setting.flag()
        : "%s in %s".formatted(setting.name(), file.value(setting).place());
  }

  private static void require(boolean isSo, String message) {
    if (!isSo) {
      throw PipelineException.usage(message);
    }
  }
}

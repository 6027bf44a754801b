package org.trustbench.jobs.settings;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every setting of a run on a programme, from the classes that declare them. Those that decide
 * figures are recorded in this order, and identify releases by it.
 */
public final class ProgrammeSettings {
  /** All of them, as they are declared. */
  public static final List<Setting<?>> ALL =
      Stream.of(
              PlaceSettings.class,
              FocusSettings.class,
              AdmissionSettings.class,
              RuleSettings.class,
              AudienceSettings.class)
          .flatMap(ProgrammeSettings::declared)
          .toList();

  private ProgrammeSettings() {}

  /** So that a declaration cannot be left out of them. */
  private static Stream<Setting<?>> declared(Class<?> declaring) {
    return Arrays.stream(declaring.getFields())
        .filter(field -> field.getType().equals(Setting.class))
        .map(ProgrammeSettings::value);
  }

  private static Setting<?> value(Field field) {
    try {
      return (Setting<?>) field.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("Declarations are public", e);
    }
  }
}

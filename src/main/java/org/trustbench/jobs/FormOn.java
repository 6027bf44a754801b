package org.trustbench.jobs;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.trustbench.PipelineException;
import org.trustbench.framework.Form;
import org.trustbench.framework.Framework;

/** The version of the form that a flag {@code --on} asks for. */
final class FormOn {
  private FormOn() {}

  /**
   * The version in force on the day of an inspection.
   *
   * @param on the day as given; without it the present version
   * @return {@link Form#ONLY} where there is one form alone
   * @throws PipelineException if it is no date, or before the first version
   */
  static String version(Framework whole, Optional<String> on) {
    if (on.isEmpty()) {
      return whole.formVersion();
    }
    LocalDate day;
    try {
      day = LocalDate.parse(on.get());
    } catch (DateTimeParseException e) {
      throw PipelineException.usage(
          "--on %s is no date: write it as 2026-04-01".formatted(on.get()));
    }
    if (whole.forms().isEmpty()) {
      return Form.ONLY;
    }
    return Form.inForce(whole.forms(), day)
        .map(Form::version)
        .orElseThrow(
            () ->
                PipelineException.usage(
                    "--on %s is before %s, when the first version of the form began"
                        .formatted(on.get(), whole.forms().get(0).from())));
  }
}

package org.trustbench.framework;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A version of the inspection form.
 *
 * @param version what submissions name it by
 * @param from the first day of inspections made by it
 */
public record Form(String version, LocalDate from) implements Serializable {
  /** The version of an inspection where a framework has one form alone. */
  public static final String ONLY = "";

  /** The version by which inspections of a day are made; empty before the first. */
  public static Optional<Form> inForce(List<Form> earliestFirst, LocalDate day) {
    return earliestFirst.stream()
        .filter(form -> !form.from().isAfter(day))
        .reduce((earlier, later) -> later);
  }
}

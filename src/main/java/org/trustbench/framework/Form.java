package org.trustbench.framework;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * A version of the inspection form.
 *
 * @param version what submissions name it by
 * @param from the first day of inspections made by it
 */
public record Form(String version, LocalDate from) implements Serializable {
  /** The version of an inspection where a framework has one form alone. */
  public static final String ONLY = "";
}

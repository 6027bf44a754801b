package org.trustbench.support;

import java.nio.file.Path;

/** The synthetic data committed beside the program. */
public final class Samples {
  private Samples() {}

  /** The folder {@code data-samples}. */
  public static Path folder() {
    return Path.of(System.getProperty("project.root", "."), "data-samples");
  }

  /** Whether tests are to write the samples anew instead of comparing with them. */
  public static boolean isWriting() {
    return Boolean.getBoolean("samples.write");
  }
}

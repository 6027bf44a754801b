package org.trustbench.environment;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The version of this program and the digest of the sources it was built from. */
public final class SoftwareVersion {
  private SoftwareVersion() {}

  /** For instance {@code 0.1.0+3f2a91c05d7e}. */
  public static String current() {
    Properties properties = new Properties();
    try (InputStream in =
        SoftwareVersion.class.getResourceAsStream("/org/trustbench/software.properties")) {
      if (in == null) {
        throw new IllegalStateException("software.properties is missing from the build");
      }
      properties.load(in);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return properties.getProperty("version")
        + "+"
        + properties.getProperty("sources").substring(0, 12);
  }
}

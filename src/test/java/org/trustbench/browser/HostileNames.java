package org.trustbench.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.trustbench.framework.Framework;
import org.trustbench.framework.FrameworkReader;
import org.trustbench.support.ForkFolder;

/** The probation framework with trusts whose names try to be more than names. */
final class HostileNames {
  static final String FOCUS = "NSP";

  /** The names that the register gives, by code: all trusts of one tranche. */
  static final Map<String, String> NAMES =
      new TreeMap<>(
          Map.of(
              FOCUS,
              "<script>alert(1)</script>",
              "KNT",
              "=HYPERLINK(\"http://x\")",
              "LDN",
              "\"><img src=x onerror=alert(1)>",
              "DTV",
              "</script><script>alert(2)</script>",
              "WPT",
              "'+alert(3)+'${alert(4)}{b|{{c}}}",
              "YSN",
              "&lt;b&gt; \u2028 \\u003cb\\u003e %3Cb%3E <!--"));

  private HostileNames() {}

  /** A folder that holds the framework. */
  static Path framework() {
    try {
      Path folder = ForkFolder.create("hostile-framework");
      for (Framework.SourceFile file : FrameworkReader.read("iaow-2013").files()) {
        Files.writeString(
            folder.resolve(file.name()),
            file.name().equals("trusts.csv") ? renamed(file.text()) : file.text());
      }
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String renamed(String register) {
    return register.lines().map(HostileNames::renamedLine).collect(Collectors.joining("\n"));
  }

  private static String renamedLine(String line) {
    String[] cells = line.split(",", 3);
    String name = NAMES.get(cells[0]);
    return name == null
        ? line
        : "%s,\"%s\",%s".formatted(cells[0], name.replace("\"", "\"\""), cells[2]);
  }
}

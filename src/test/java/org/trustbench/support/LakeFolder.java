package org.trustbench.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.trustbench.framework.Framework;
import org.trustbench.lake.Lake;
import org.trustbench.lake.LocalFileIO;

/** The embedded lake in a folder, with the catalog that jobs give it. */
public final class LakeFolder {
  private LakeFolder() {}

  public static Lake open(Framework framework, Path folder) {
    return Lake.open(framework, properties(folder), null);
  }

  public static Map<String, String> properties(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("type", "jdbc");
    properties.put("io-impl", LocalFileIO.class.getName());
    properties.put(
        "uri",
        "jdbc:sqlite:%s?journal_mode=WAL&busy_timeout=60000"
            .formatted(folder.resolve("catalog.sqlite")));
    properties.put("jdbc.schema-version", "V1");
    properties.put("warehouse", folder.resolve("warehouse").toUri().toString());
    return properties;
  }
}

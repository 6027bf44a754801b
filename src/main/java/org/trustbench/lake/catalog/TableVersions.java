package org.trustbench.lake.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.trustbench.PipelineException;

/**
 * The metadata files that lie in the folders of an embedded lake's tables, by namespace and name of
 * the table and by number. A number above 0 was written on one below it that was committed.
 */
record TableVersions(Map<String, TreeMap<Integer, List<Path>>> files) {
  private static final Pattern FILE = Pattern.compile("([0-9]{1,9})-[^/]*\\.metadata\\.json");

  /** What lies in the warehouse of a lake. */
  static TableVersions in(Path lake) {
    Map<String, TreeMap<Integer, List<Path>>> found = new TreeMap<>();
    Path warehouse = lake.resolve("warehouse");
    for (Path namespace : folders(warehouse)) {
      for (Path table : folders(namespace)) {
        TreeMap<Integer, List<Path>> versions = new TreeMap<>();
        for (Path file : entries(table.resolve("metadata"))) {
          int number = number(file.getFileName().toString());
          if (number >= 0) {
            versions.computeIfAbsent(number, n -> new ArrayList<>()).add(file);
          }
        }
        if (!versions.isEmpty()) {
          found.put(namespace.getFileName() + "/" + table.getFileName(), versions);
        }
      }
    }
    return new TableVersions(found);
  }

  /** The number of a metadata file; -1 for what is none. */
  static int number(String location) {
    Matcher name = FILE.matcher(location.substring(location.lastIndexOf('/') + 1));
    return name.matches() ? Integer.parseInt(name.group(1)) : -1;
  }

  /** The least number that a catalog has come to which is as new as the files; -1 for none. */
  int committed(String table) {
    return files.containsKey(table) ? files.get(table).lastKey() - 1 : -1;
  }

  private static List<Path> folders(Path folder) {
    return entries(folder).stream().filter(Files::isDirectory).toList();
  }

  private static List<Path> entries(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (IOException e) {
      throw PipelineException.failed("%s cannot be looked into: %s".formatted(folder, e), e);
    }
  }
}

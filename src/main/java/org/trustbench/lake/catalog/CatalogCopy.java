package org.trustbench.lake.catalog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.trustbench.PipelineException;
import org.trustbench.environment.PosixPermissions;
import org.trustbench.lake.file.FileChecksum;
import org.trustbench.lake.file.LostFileException;
import org.trustbench.message.FailureCause;

/**
 * A copy of the catalog of an embedded lake as a job last closed it, a line for each table; by it a
 * catalog that is lost, or older than its tables, is told from that of a new lake.
 */
public final class CatalogCopy {
  private static final String NAME = "catalog.txt";

  private CatalogCopy() {}

  /** The metadata file of every table; of none where there is no copy, or none that is sound. */
  static Map<String, String> read(Path folder) {
    Map<String, String> tables = new TreeMap<>();
    Path file = folder.resolve(NAME);
    if (!Files.isRegularFile(file)) {
      return tables;
    }
    try {
      FileChecksum.verify(file, true);
      for (String line : Files.readAllLines(file)) {
        int tab = line.indexOf('\t');
        tables.put(line.substring(0, tab), line.substring(tab + 1));
      }
      return tables;
    } catch (LostFileException e) {
      return Map.of();
    } catch (IOException e) {
      throw PipelineException.failed("%s cannot be read: %s".formatted(file, e), e);
    }
  }

  /**
   * What is wrong with the copy beside a catalog, as the rest of a sentence; null if nothing is.
   */
  public static String fault(Path folder) {
    try {
      FileChecksum.verify(folder.resolve(NAME), true);
      return null;
    } catch (LostFileException e) {
      return e.what();
    } catch (IOException e) {
      return "cannot be read (%s)".formatted(FailureCause.of(e));
    }
  }

  public static Path path(Path folder) {
    return folder.resolve(NAME);
  }

  /** Keeps what the catalog says now, unless that is kept already. */
  public static void keep(Path folder) {
    Map<String, String> tables = new CatalogFile(folder).tables();
    if (tables.isEmpty() || tables.equals(read(folder))) {
      return;
    }
    String text =
        tables.entrySet().stream()
            .map(table -> table.getKey() + "\t" + table.getValue() + "\n")
            .collect(Collectors.joining());
    try {
      Path aside = Files.createTempFile(folder, "." + NAME, "", PosixPermissions.file());
      Files.write(aside, text.getBytes(StandardCharsets.UTF_8));
      FileChecksum sum = FileChecksum.of(aside);
      Path file = folder.resolve(NAME);
      // Whoever reads between the two finds a copy that is not sound, which is none.
      sum.keep(file);
      Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw PipelineException.failed(
          "%s cannot be written: %s".formatted(folder.resolve(NAME), e), e);
    }
  }
}

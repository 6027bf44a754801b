package org.trustbench.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * LibreOffice without a window. Where there is none the tests that need it are skipped, unless
 * {@code -Dskip.nothing=true}.
 */
public final class LibreOffice {
  private static final int MOST_SECONDS = 240;

  /** UTF-8, commas, every cell as it is shown, every sheet in a file of its own. */
  private static final String CSV =
      "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1";

  private LibreOffice() {}

  /** Opens workbooks, and gives every sheet of each as LibreOffice shows it. */
  public static List<Map<String, List<List<String>>>> sheets(Path folder, List<Path> workbooks) {
    Path program = program();
    Path made = folder.resolve("csv");
    List<String> command =
        new ArrayList<>(
            List.of(
                program.toString(),
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--convert-to",
                CSV,
                "--outdir",
                made.toString()));
    workbooks.forEach(workbook -> command.add(workbook.toString()));
    run(folder, command);
    return workbooks.stream().map(workbook -> sheets(made, name(workbook))).toList();
  }

  /** Opens a file and saves it in another format, as whoever works on it does. */
  public static Path saved(Path folder, Path workbook, String format) {
    Path made = folder.resolve("saved");
    run(
        folder,
        List.of(
            program().toString(),
            "-env:UserInstallation=" + folder.resolve("profile").toUri(),
            "--headless",
            "--convert-to",
            format,
            "--outdir",
            made.toString(),
            workbook.toString()));
    return made.resolve(name(workbook) + "." + format);
  }

  private static String name(Path workbook) {
    return workbook.getFileName().toString().replaceFirst("\\.(ods|xlsx)$", "");
  }

  private static Map<String, List<List<String>>> sheets(Path made, String workbook) {
    Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
    try (Stream<Path> files = Files.list(made)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.startsWith(workbook + "-")) {
          sheets.put(
              name.substring(workbook.length() + 1).replaceFirst("\\.csv$", ""),
              PlainCsv.records(PlainCsv.text(file), ','));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sheets;
  }

  private static void run(Path folder, List<String> command) {
    try {
      Path said = folder.resolve("soffice.log");
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(said.toFile())
              .start();
      boolean isDone = process.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
      if (!isDone) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
      assertThat(isDone && process.exitValue() == 0)
          .as(Files.readString(said, StandardCharsets.UTF_8))
          .isTrue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static Path program() {
    for (String folder : System.getenv("PATH").split(":", -1)) {
      Path program = Path.of(folder, "soffice");
      if (Files.isExecutable(program)) {
        return program;
      }
    }
    String missing = "no soffice on the PATH: ./jobs/test --install installs it";
    assertThat(Boolean.getBoolean("skip.nothing")).as(missing).isFalse();
    Assumptions.abort(missing);
    throw new AssertionError();
  }
}

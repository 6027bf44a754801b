package org.trustbench.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import org.trustbench.framework.Framework;
import org.trustbench.synth.FileFormat;
import org.trustbench.synth.ProgrammeWriter;
import org.trustbench.synth.SyntheticInspection;
import org.trustbench.synth.SyntheticParameters;
import org.trustbench.synth.SyntheticProgramme;

/** A small synthetic submission, sound until something in it is spoilt. Lines count from 1. */
final class DirtyFolder {
  private static final double ABOUT_THIRTY_CASES = 0.3;

  private final Path folder;
  private final SyntheticInspection inspection;

  private DirtyFolder(Path folder, SyntheticInspection inspection) {
    this.folder = folder;
    this.inspection = inspection;
  }

  /**
   * Writes a sound submission.
   *
   * @param name of the folder below {@code parent}
   * @param format the words of a {@link FileFormat}
   * @param trust whose inspection it is
   */
  static DirtyFolder sound(
      Framework framework, Path parent, String name, String format, String trust)
      throws IOException {
    SyntheticParameters parameters =
        SyntheticParameters.read(framework, null)
            .only(List.of(trust))
            .scaledBy(ABOUT_THIRTY_CASES)
            .sentAs(FileFormat.of(format));
    SyntheticInspection inspection =
        SyntheticProgramme.generate(framework, parameters, 20140305)
            .inspections()
            .findFirst()
            .orElseThrow();
    Path folder = parent.resolve(name);
    Files.move(ProgrammeWriter.write(inspection, parent), folder);
    DirtyFolder dirty = new DirtyFolder(folder, inspection);
    dirty.manifest(inspection.inspectionId(), trust + "-sample-" + name.substring(0, 2));
    return dirty;
  }

  SyntheticInspection inspection() {
    return inspection;
  }

  DirtyFolder manifest(String from, String to) throws IOException {
    return text("inspection.json", text -> replaced(text, from, to));
  }

  DirtyFolder delete(String file) throws IOException {
    Files.delete(folder.resolve(file));
    return this;
  }

  DirtyFolder write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
    return this;
  }

  /** Changes a whole file. */
  DirtyFolder text(String file, UnaryOperator<String> change) throws IOException {
    Path path = folder.resolve(file);
    Files.writeString(path, change.apply(Files.readString(path)));
    return this;
  }

  String line(String file, int line) throws IOException {
    return lines(file).get(line - 1);
  }

  /** Changes one line, all but the end of it. */
  DirtyFolder line(String file, int line, UnaryOperator<String> change) throws IOException {
    List<String> lines = lines(file);
    String before = lines.get(line - 1);
    String after = change.apply(before);
    if (after.equals(before)) {
      throw new IllegalStateException("%s line %d is as before".formatted(file, line));
    }
    lines.set(line - 1, after);
    return write(file, String.join(endOfLine(), lines) + endOfLine());
  }

  /** Puts one text in place of another on one line, where it must stand. */
  DirtyFolder line(String file, int line, String from, String to) throws IOException {
    return line(file, line, text -> replaced(text, from, to));
  }

  /** Puts a text into one cell of a line; cells of these files are never quoted. */
  DirtyFolder cell(String file, int line, int column, String to) throws IOException {
    String delimiter = String.valueOf(inspection.trust().format().delimiter());
    return line(
        file,
        line,
        text -> {
          String[] cells = text.split(delimiter, -1);
          cells[column] = to;
          return String.join(delimiter, cells);
        });
  }

  DirtyFolder append(String file, String... lines) throws IOException {
    return text(file, text -> text + String.join(endOfLine(), Arrays.asList(lines)) + endOfLine());
  }

  /** Cuts a file to a share of its bytes. */
  DirtyFolder cut(String file, double share) throws IOException {
    Path path = folder.resolve(file);
    byte[] bytes = Files.readAllBytes(path);
    Files.write(path, Arrays.copyOf(bytes, (int) (bytes.length * share)));
    return this;
  }

  /** Packs a file; stored rather than squeezed, so that every platform makes the same bytes. */
  DirtyFolder pack(String file) throws IOException {
    Path path = folder.resolve(file);
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out =
        new GZIPOutputStream(packed) {
          {
            def.setLevel(java.util.zip.Deflater.NO_COMPRESSION);
          }
        }) {
      out.write(Files.readAllBytes(path));
    }
    Files.write(folder.resolve(file + ".gz"), packed.toByteArray());
    return delete(file);
  }

  /** Writes a file anew in an encoding that is not UTF-8. */
  DirtyFolder encode(String file, String charset) throws IOException {
    Path path = folder.resolve(file);
    Files.write(path, Files.readString(path).getBytes(java.nio.charset.Charset.forName(charset)));
    return this;
  }

  private List<String> lines(String file) throws IOException {
    String text = Files.readString(folder.resolve(file), StandardCharsets.UTF_8);
    return new ArrayList<>(Arrays.asList(text.split("\r?\n", 0)));
  }

  private String endOfLine() {
    return inspection.trust().format().hasCarriageReturns() ? "\r\n" : "\n";
  }

  private static String replaced(String text, String from, String to) {
    if (!text.contains(from)) {
      throw new IllegalStateException("\"%s\" is not in the text".formatted(from));
    }
    return text.replace(from, to);
  }
}

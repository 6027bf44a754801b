package org.trustbench.framework;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.trustbench.PipelineException;
import org.trustbench.environment.LocalPath;
import org.trustbench.message.FailureCause;

/** Reads the files of a framework, from inside the program or from a folder of the user's. */
sealed interface FrameworkFiles {

  /** The name of this place in messages. */
  String name();

  /** The bytes of a file; null if there is no such file. */
  byte[] bytes(String file) throws IOException;

  /** A file as text without its byte order mark; null if it cannot be read, which is a mistake. */
  default String text(String file, Mistakes mistakes) {
    byte[] bytes;
    try {
      bytes = bytes(file);
    } catch (IOException e) {
      mistakes.add(file, "", "cannot be read: " + FailureCause.of(e), "see its permissions");
      return null;
    }
    if (bytes == null) {
      mistakes.add(
          file, "", "is missing", "a framework holds framework.json, questions.csv and trusts.csv");
      return null;
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      mistakes.add(file, "", "is not UTF-8", "save it as UTF-8");
      return null;
    }
  }

  /** A built-in framework when there is one of that id, otherwise the folder of that name. */
  static FrameworkFiles of(String idOrFolder) {
    if (isBuiltIn(idOrFolder)) {
      return new BuiltIn(idOrFolder);
    }
    Path folder = LocalPath.of(idOrFolder);
    if (!Files.isDirectory(folder)) {
      throw PipelineException.usage(
          "Framework %s is neither built in (%s) nor a folder"
              .formatted(idOrFolder, String.join(", ", BUILT_IN)));
    }
    return new Folder(folder);
  }

  /** Whether there is a built-in framework of that id. */
  static boolean isBuiltIn(String id) {
    return id.matches("[A-Za-z0-9][A-Za-z0-9._-]*")
        && FrameworkFiles.class.getResource("/frameworks/" + id + "/framework.json") != null;
  }

  /** Ids of the frameworks inside the program. */
  List<String> BUILT_IN =
      List.of("iaow-2013", "care-inspectorate-2023", "cfsr-round-3", "ofsted-csc-2014");

  /** A framework inside the program. */
  record BuiltIn(String id) implements FrameworkFiles {
    @Override
    public String name() {
      return "built-in framework " + id;
    }

    @Override
    public byte[] bytes(String file) throws IOException {
      try (InputStream in =
          FrameworkFiles.class.getResourceAsStream("/frameworks/" + id + "/" + file)) {
        return in == null ? null : in.readAllBytes();
      }
    }
  }

  /** A framework in a folder. */
  record Folder(Path folder) implements FrameworkFiles {
    @Override
    public String name() {
      return folder.toString();
    }

    @Override
    public byte[] bytes(String file) throws IOException {
      Path path = folder.resolve(file);
      return Files.exists(path) ? Files.readAllBytes(path) : null;
    }
  }

  /** Files that were read before and kept. */
  record Kept(String name, List<Framework.SourceFile> files) implements FrameworkFiles {
    @Override
    public byte[] bytes(String file) {
      return files.stream()
          .filter(kept -> kept.name().equals(file))
          .findFirst()
          .map(kept -> kept.text().getBytes(StandardCharsets.UTF_8))
          .orElse(null);
    }
  }
}

package org.trustbench.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.UnaryOperator;

/** A copy of a release whose files are changed together with the sums that are kept of them. */
public record ForgedRelease(Path folder) {

  public ForgedRelease change(String name, UnaryOperator<String> change) throws IOException {
    Path file = folder.resolve(name);
    String sound = sha256(file);
    Files.writeString(file, change.apply(Files.readString(file)));
    Path manifest = folder.resolve("manifest.json");
    Files.writeString(manifest, Files.readString(manifest).replace(sound, sha256(file)));
    Files.deleteIfExists(folder.resolve("run.json"));
    return this;
  }

  private static String sha256(Path file) throws IOException {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

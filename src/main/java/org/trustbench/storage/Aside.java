package org.trustbench.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.trustbench.environment.PosixPermissions;

/**
 * A file or folder that is made aside and put in its place whole: beside its place on a disk, and
 * otherwise in a folder of this machine that nobody else may read.
 */
public final class Aside {
  private Aside() {}

  /**
   * Where to make something, under a name of its own. Of a place on a disk the name is beside it.
   *
   * @param place where it is to lie
   */
  public static Path of(Path place, String name) throws IOException {
    if (Place.isLocal(place)) {
      return place.resolveSibling(name);
    }
    return Files.createTempDirectory("trustbench-made", PosixPermissions.folder()).resolve(name);
  }

  /** Puts a file in its place, instead of any that was there: readers see the one or the other. */
  public static void put(Path aside, Path place) throws IOException {
    if (Place.isLocal(place)) {
      Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } else {
      copy(aside, place);
      remove(aside, place);
    }
  }

  /** Copies a file to storage, instead of any that was there. */
  public static void copy(Path file, Path place) throws IOException {
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file);
        OutputStream out = Files.newOutputStream(place)) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
      }
    }
  }

  /** Removes a file made aside that has been put in its place, or never will be. */
  public static void remove(Path aside, Path place) throws IOException {
    Files.deleteIfExists(aside);
    if (!Place.isLocal(place)) {
      Files.deleteIfExists(aside.getParent());
    }
  }
}

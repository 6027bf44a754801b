package org.trustbench.environment;

import java.nio.file.FileSystems;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Permissions of files about people: readable by their owner alone from the first moment, whatever
 * the umask. Where a file system has no such permissions, it decides itself.
 */
public final class PosixPermissions {
  private static final boolean IS_POSIX =
      FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

  private PosixPermissions() {}

  /** To make a file with. */
  public static FileAttribute<?>[] file() {
    return attributes("rw-------");
  }

  /** To make a folder with. */
  public static FileAttribute<?>[] folder() {
    return attributes("rwx------");
  }

  private static FileAttribute<?>[] attributes(String permissions) {
    return IS_POSIX
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }
}

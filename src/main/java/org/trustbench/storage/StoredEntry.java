package org.trustbench.storage;

import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.TreeMap;

/**
 * A file that is stored, or a folder with all that is in it.
 *
 * @param isDirectory whether it is a folder
 * @param size bytes of a file; 0 of a folder
 * @param millis when it was stored, since 1970; of a folder, the latest file in it
 * @param children of a folder, by their names
 */
record StoredEntry(boolean isDirectory, long size, long millis, Map<String, StoredEntry> children)
    implements BasicFileAttributes {

  static StoredEntry file(long size, long millis) {
    return new StoredEntry(false, size, millis, Map.of());
  }

  /** A folder, whose children are put into the map as they become known. */
  static StoredEntry folder() {
    return new StoredEntry(true, 0, 0, new TreeMap<>());
  }

  @Override
  public FileTime lastModifiedTime() {
    long latest =
        children.values().stream()
            .mapToLong(child -> child.lastModifiedTime().toMillis())
            .max()
            .orElse(millis);
    return FileTime.fromMillis(latest);
  }

  @Override
  public FileTime lastAccessTime() {
    return lastModifiedTime();
  }

  @Override
  public FileTime creationTime() {
    return lastModifiedTime();
  }

  @Override
  public boolean isRegularFile() {
    return !isDirectory;
  }

  @Override
  public boolean isSymbolicLink() {
    return false;
  }

  @Override
  public boolean isOther() {
    return false;
  }

  @Override
  public Object fileKey() {
    return null;
  }
}

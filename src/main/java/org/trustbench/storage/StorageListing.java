package org.trustbench.storage;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.iceberg.io.FileInfo;

/** The files under an address and in all of its folders, listed once. */
final class StorageListing {
  private static final Pattern LOCATION =
      Pattern.compile("[A-Za-z][A-Za-z0-9]*:(?://[^/]*)?/?(.*)", Pattern.DOTALL);

  private StorageListing() {}

  /**
   * The file or folder at a path; empty if neither is there.
   *
   * @throws FileSystemException if what is there cannot be told apart by names
   */
  static Optional<StoredEntry> at(StoragePath path) throws IOException {
    if (path.names().isEmpty()) {
      return Optional.of(StoredEntry.folder());
    }
    String within = within(path);
    // The name itself comes first in the order of names.
    for (FileInfo first : StorageFiles.list(path, path.toString())) {
      if (within(first).equals(within)) {
        return Optional.of(StoredEntry.file(first.size(), first.createdAtMillis()));
      }
      break;
    }
    for (FileInfo first : StorageFiles.list(path, path.prefix())) {
      boolean isBelow = within(first).startsWith(within + StoragePath.SEPARATOR);
      return isBelow ? Optional.of(StoredEntry.folder()) : Optional.empty();
    }
    return Optional.empty();
  }

  /** A folder with all that is below it; empty if nothing is. */
  static StoredEntry below(StoragePath folder) throws IOException {
    StoredEntry root = StoredEntry.folder();
    String prefix = folder.names().isEmpty() ? "" : within(folder) + StoragePath.SEPARATOR;
    for (FileInfo file : StorageFiles.list(folder, folder.prefix())) {
      String within = within(file);
      if (within.startsWith(prefix)) {
        add(root, folder, within.substring(prefix.length()), file);
      }
    }
    return root;
  }

  private static void add(StoredEntry root, StoragePath folder, String within, FileInfo file)
      throws IOException {
    // Consoles leave an empty file named as a folder, with a slash behind it.
    boolean isMark = within.isEmpty() || within.endsWith(StoragePath.SEPARATOR);
    List<String> names = StoragePath.names(isMark ? within : StoragePath.SEPARATOR + within);
    StoredEntry at = root;
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      boolean isFile = !isMark && i == names.size() - 1;
      boolean isKept = StoragePath.isName(name) && at.isDirectory();
      StoredEntry next =
          isFile ? StoredEntry.file(file.size(), file.createdAtMillis()) : at.children().get(name);
      if (!isFile && next == null) {
        next = StoredEntry.folder();
      }
      if (!isKept || !isFile && !next.isDirectory()) {
        throw new FileSystemException(
            folder.prefix() + within,
            null,
            "it cannot be told from a folder, or has an empty part, . or .., ? or # in its name:"
                + " give it another");
      }
      StoredEntry before = at.children().put(name, next);
      if (isFile && before != null) {
        throw new FileSystemException(
            folder.prefix() + within, null, "a folder has the same name: give it another");
      }
      at = next;
    }
  }

  private static String within(StoragePath path) {
    return String.join(StoragePath.SEPARATOR, path.names());
  }

  /** The name of a file within its bucket or cluster. */
  private static String within(FileInfo file) {
    Matcher location = LOCATION.matcher(file.location());
    return location.matches() ? location.group(1) : file.location();
  }
}

package org.trustbench.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What {@link java.nio.file.Files} does with paths on storage. Links and moves there are none. */
final class StorageProvider extends FileSystemProvider {
  static final StorageProvider ONE = new StorageProvider();

  private StorageProvider() {}

  private static StoragePath own(Path path) {
    return (StoragePath) path;
  }

  @Override
  public String getScheme() {
    return "storage";
  }

  private static StoredEntry stored(Path path) throws IOException {
    StoragePath own = own(path);
    Optional<StoredEntry> stored = own.listed().isPresent() ? own.listed() : StorageListing.at(own);
    return stored.orElseThrow(() -> new NoSuchFileException(path.toString()));
  }

  @Override
  public InputStream newInputStream(Path path, OpenOption... options) throws IOException {
    return StorageFiles.stream(own(path), bytes(own(path)));
  }

  private static long bytes(StoragePath path) {
    return path.listed().map(StoredEntry::size).orElse(-1L);
  }

  /** A file that is not to be there yet is found to be there when the stream is closed. */
  @Override
  public OutputStream newOutputStream(Path path, OpenOption... options) throws IOException {
    List<OpenOption> asked = List.of(options);
    if (asked.contains(StandardOpenOption.APPEND)) {
      throw new UnsupportedOperationException("nothing is appended to " + path);
    }
    return asked.contains(StandardOpenOption.CREATE_NEW)
        ? StorageFiles.createNew(own(path))
        : StorageFiles.create(own(path));
  }

  /** For reading alone. */
  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    if (options.contains(StandardOpenOption.WRITE)) {
      throw new UnsupportedOperationException("%s is written as a stream".formatted(path));
    }
    long bytes = bytes(own(path));
    return new StorageChannel(own(path), bytes < 0 ? StorageFiles.size(own(path)) : bytes);
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
    StoragePath own = own(folder);
    boolean isKnown = own.listed().isPresent();
    StoredEntry stored = isKnown ? own.listed().get() : StorageListing.below(own);
    if (!stored.isDirectory()) {
      throw new NotDirectoryException(folder.toString());
    }
    if (!isKnown && stored.children().isEmpty() && !own.names().isEmpty()) {
      throw new NoSuchFileException(folder.toString());
    }
    List<Path> entries =
        stored.children().entrySet().stream()
            .<Path>map(child -> own.listed(child.getKey(), child.getValue()))
            .toList();
    List<Path> taken = new java.util.ArrayList<>();
    for (Path entry : entries) {
      if (filter.accept(entry)) {
        taken.add(entry);
      }
    }
    return new DirectoryStream<>() {
      @Override
      public Iterator<Path> iterator() {
        return taken.iterator();
      }

      @Override
      public void close() {
        // Everything has been asked for already.
      }
    };
  }

  /** A folder is there as soon as a file is in it. */
  @Override
  public void createDirectory(Path folder, FileAttribute<?>... attributes) {
    // Nothing is to be done.
  }

  /** A folder goes with the last file in it. */
  @Override
  public void delete(Path path) throws IOException {
    if (!stored(path).isDirectory()) {
      StorageFiles.delete(own(path));
    }
  }

  @Override
  public void copy(Path from, Path to, CopyOption... options) throws IOException {
    try (InputStream in = newInputStream(from);
        OutputStream out = newOutputStream(to, StandardOpenOption.CREATE_NEW)) {
      in.transferTo(out);
    }
  }

  @Override
  public void move(Path from, Path to, CopyOption... options) {
    throw new UnsupportedOperationException("%s cannot be moved".formatted(from));
  }

  @Override
  public boolean isSameFile(Path one, Path other) {
    return one.equals(other);
  }

  @Override
  public boolean isHidden(Path path) {
    return path.getFileName() != null && path.getFileName().toString().startsWith(".");
  }

  @Override
  public FileStore getFileStore(Path path) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    stored(path);
  }

  @Override
  public <V extends FileAttributeView> V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    return null;
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    if (!type.isAssignableFrom(StoredEntry.class)) {
      throw new UnsupportedOperationException(type.getName());
    }
    return type.cast(stored(path));
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String names, LinkOption... options) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setAttribute(Path path, String name, Object value, LinkOption... options) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileSystem newFileSystem(URI uri, Map<String, ?> settings) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileSystem getFileSystem(URI uri) {
    return getPath(uri).getFileSystem();
  }

  @Override
  public Path getPath(URI uri) {
    return Place.at(uri.toString());
  }
}

package org.trustbench.storage;

import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** One bucket, or one cluster of Hadoop: the beginning that addresses have in common. */
final class StorageSystem extends FileSystem {
  private final String scheme;
  private final String authority;

  /**
   * Names one; nothing is opened yet.
   *
   * @param authority the bucket, or the name and port of a cluster
   */
  StorageSystem(String scheme, String authority) {
    this.scheme = scheme;
    this.authority = authority;
  }

  String scheme() {
    return scheme;
  }

  /** The address of its root, without a slash. */
  String address() {
    return scheme + "://" + authority;
  }

  @Override
  public FileSystemProvider provider() {
    return StorageProvider.ONE;
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException("StorageSettings closes what was opened");
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public boolean isReadOnly() {
    return false;
  }

  @Override
  public String getSeparator() {
    return StoragePath.SEPARATOR;
  }

  @Override
  public Iterable<Path> getRootDirectories() {
    return List.of(new StoragePath(this, List.of()));
  }

  @Override
  public Iterable<FileStore> getFileStores() {
    return List.of();
  }

  @Override
  public Set<String> supportedFileAttributeViews() {
    return Set.of("basic");
  }

  @Override
  public Path getPath(String first, String... more) {
    return Place.at(first + String.join(StoragePath.SEPARATOR, more));
  }

  @Override
  public PathMatcher getPathMatcher(String pattern) {
    throw new UnsupportedOperationException();
  }

  @Override
  public UserPrincipalLookupService getUserPrincipalLookupService() {
    throw new UnsupportedOperationException();
  }

  @Override
  public WatchService newWatchService() {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StorageSystem one
        && one.scheme.equals(scheme)
        && one.authority.equals(authority);
  }

  @Override
  public int hashCode() {
    return Objects.hash(scheme, authority);
  }
}

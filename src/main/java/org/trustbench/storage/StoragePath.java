package org.trustbench.storage;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A path on storage that is reached by an address: always whole and never with {@code .} or {@code
 * ..} in it, since every part of it is a name. What lies there may be known from a list.
 */
final class StoragePath implements Path {
  static final String SEPARATOR = "/";

  private final StorageSystem system;
  private final boolean isAbsolute;
  private final List<String> names;
  private final Optional<StoredEntry> listed;

  StoragePath(StorageSystem system, List<String> names) {
    this(system, true, names, Optional.empty());
  }

  private StoragePath(
      StorageSystem system, boolean isAbsolute, List<String> names, Optional<StoredEntry> listed) {
    this.system = system;
    this.isAbsolute = isAbsolute;
    this.names = List.copyOf(names);
    this.listed = listed;
  }

  /** The names between the slashes; none of an empty path, nor after a slash at its end. */
  static List<String> names(String path) {
    String within = path.replaceFirst("^/", "").replaceFirst("/$", "");
    return within.isEmpty() ? List.of() : List.of(within.split(SEPARATOR, -1));
  }

  /** Whether it can be the name of a file; what follows a ? or # would be lost on the way. */
  static boolean isName(String name) {
    return !name.isEmpty()
        && !name.equals(".")
        && !name.equals("..")
        && name.indexOf('?') < 0
        && name.indexOf('#') < 0
        && name.indexOf('\0') < 0;
  }

  /** What a list says of the file or folder; empty where none was asked. */
  Optional<StoredEntry> listed() {
    return listed;
  }

  /** A file or folder in this one, as a list has it. */
  StoragePath listed(String name, StoredEntry stored) {
    List<String> within = new ArrayList<>(names);
    within.add(name);
    return new StoragePath(system, isAbsolute, within, Optional.of(stored));
  }

  /** Its address, for the files in it. */
  String prefix() {
    return names.isEmpty() ? system.address() + SEPARATOR : this + SEPARATOR;
  }

  List<String> names() {
    return names;
  }

  private StoragePath with(boolean isWhole, List<String> others) {
    return new StoragePath(system, isWhole, others, Optional.empty());
  }

  @Override
  public StorageSystem getFileSystem() {
    return system;
  }

  @Override
  public boolean isAbsolute() {
    return isAbsolute;
  }

  @Override
  public Path getRoot() {
    return isAbsolute ? with(true, List.of()) : null;
  }

  @Override
  public Path getFileName() {
    return names.isEmpty() ? null : with(false, names.subList(names.size() - 1, names.size()));
  }

  @Override
  public Path getParent() {
    int above = names.size() - 1;
    return above < 0 || above == 0 && !isAbsolute
        ? null
        : with(isAbsolute, names.subList(0, above));
  }

  @Override
  public int getNameCount() {
    return names.size();
  }

  @Override
  public Path getName(int index) {
    return subpath(index, index + 1);
  }

  @Override
  public Path subpath(int from, int to) {
    if (from < 0 || to > names.size() || from >= to) {
      throw new IllegalArgumentException(from + " to " + to + " of " + this);
    }
    return with(false, names.subList(from, to));
  }

  @Override
  public boolean startsWith(Path other) {
    return other instanceof StoragePath one
        && one.isAbsolute == isAbsolute
        && (!isAbsolute || one.system.equals(system))
        && one.names.size() <= names.size()
        && names.subList(0, one.names.size()).equals(one.names);
  }

  @Override
  public boolean endsWith(Path other) {
    int from = names.size() - other.getNameCount();
    return other.isAbsolute()
        ? equals(other)
        : from >= 0
            && with(false, names.subList(from, names.size())).toString().equals(other.toString());
  }

  @Override
  public Path normalize() {
    return this;
  }

  @Override
  public Path resolve(Path other) {
    if (other instanceof StoragePath && other.isAbsolute()) {
      return other;
    }
    if (other.isAbsolute()) {
      throw new ProviderMismatchException(other + " is not within " + this);
    }
    return resolve(other.toString());
  }

  /** A file or folder below this one, by its names; what is no name cannot be below. */
  @Override
  public Path resolve(String other) {
    List<String> within = new ArrayList<>(names);
    for (String name : names(other)) {
      if (!isName(name)) {
        throw new java.nio.file.InvalidPathException(
            other, "\"" + name + "\" is no name of a file");
      }
      within.add(name);
    }
    return with(isAbsolute, within);
  }

  @Override
  public Path relativize(Path other) {
    if (!other.startsWith(this)) {
      throw new IllegalArgumentException(other + " is not within " + this);
    }
    List<String> others = ((StoragePath) other).names;
    return with(false, others.subList(names.size(), others.size()));
  }

  @Override
  public URI toUri() {
    try {
      return new URI(toString().replace(" ", "%20"));
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Path toAbsolutePath() {
    if (!isAbsolute) {
      throw new UnsupportedOperationException(this + " is not seen from anywhere");
    }
    return this;
  }

  /** There are no links on such storage. */
  @Override
  public Path toRealPath(LinkOption... options) {
    return toAbsolutePath();
  }

  @Override
  public WatchKey register(
      WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
    throw new UnsupportedOperationException();
  }

  /** In the order of bytes, as paths of this machine are. */
  @Override
  public int compareTo(Path other) {
    return Arrays.compareUnsigned(
        toString().getBytes(StandardCharsets.UTF_8),
        other.toString().getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StoragePath one
        && one.isAbsolute == isAbsolute
        && one.system.equals(system)
        && one.names.equals(names);
  }

  @Override
  public int hashCode() {
    return Objects.hash(system, isAbsolute, names);
  }

  @Override
  public String toString() {
    String within = String.join(SEPARATOR, names);
    return !isAbsolute
        ? within
        : names.isEmpty() ? system.address() : system.address() + SEPARATOR + within;
  }
}

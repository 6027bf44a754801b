package org.trustbench.lake.maintain;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a stored file in parts: kind of storage, owner and path.
 *
 * @param kind of storage: the scheme of its address, alike for the clients of S3
 * @param owner the bucket or cluster; empty on a disk
 * @param path within it, with one slash between names and in front
 */
record StoredName(String kind, String owner, String path) {
  private static final Pattern ADDRESS =
      Pattern.compile("(?:([A-Za-z][A-Za-z0-9+.-]*):)?(?://([^/]*))?(.*)", Pattern.DOTALL);

  static StoredName of(String location) {
    Matcher address = ADDRESS.matcher(location);
    if (!address.matches()) {
      throw new IllegalArgumentException(location);
    }
    String scheme = address.group(1) == null ? "file" : address.group(1).toLowerCase(Locale.ROOT);
    boolean isS3 = scheme.equals("s3a") || scheme.equals("s3n");
    String owner = address.group(2) == null ? "" : address.group(2);
    return new StoredName(
        isS3 ? "s3" : scheme, owner, ("/" + address.group(3)).replaceAll("/+", "/"));
  }

  /** Whether it is on the same storage; a cluster need not be named where it is the usual one. */
  boolean isBeside(StoredName other) {
    return kind.equals(other.kind)
        && (owner.equals(other.owner) || owner.isEmpty() || other.owner.isEmpty());
  }

  /** The file's own name. */
  String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Whether its path is in the folder of this name. */
  boolean isIn(StoredName folder) {
    String prefix = folder.path.endsWith("/") ? folder.path : folder.path + "/";
    return path.startsWith(prefix) || decoded(path).startsWith(decoded(prefix));
  }

  /** Its path as it stands, and as it stands for where percent signs are those of an address. */
  Set<String> paths() {
    String decoded = decoded(path);
    return decoded.equals(path) ? Set.of(path) : Set.of(path, decoded);
  }

  private static String decoded(String path) {
    if (path.indexOf('%') < 0) {
      return path;
    }
    try {
      return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return path;
    }
  }

  /** The address of a folder for what is in it: without, what lies beside it is listed too. */
  static String withSlash(String folder) {
    return folder.endsWith("/") ? folder : folder + "/";
  }

  @Override
  public String toString() {
    return owner.isEmpty() && kind.equals("file") ? path : kind + "://" + owner + path;
  }
}

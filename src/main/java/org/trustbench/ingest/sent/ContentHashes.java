package org.trustbench.ingest.sent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.trustbench.framework.Framework;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.file.SourceText;
import org.trustbench.matrix.FileAccount;

/**
 * SHA-256 of what was sent and of how it was read, by which submissions are told apart; in
 * lower-case hexadecimal.
 */
public final class ContentHashes {
  /**
   * Counts the rules of reading: to be raised with every change by which the same bytes may come to
   * other rows or be refused, so that what was read under earlier rules is read again.
   */
  private static final int READING_RULES = 9;

  private ContentHashes() {}

  /** Identifies how submissions are read: by the framework's form, the tolerance and the rules. */
  public static String formHash(Framework framework, double tolerance) {
    return combined(List.of(framework.formHash() + " " + tolerance, "rules " + READING_RULES));
  }

  /**
   * The hash that rows are stored under: of what was sent and of how it was read, so that another
   * reading of the same bytes never takes the place of rows that a release rests on.
   */
  public static String submissionHash(String sourceHash, String formHash, String... part) {
    List<String> parts = new ArrayList<>(List.of(sourceHash, formHash));
    parts.addAll(List.of(part));
    return combined(parts);
  }

  /**
   * The hash of what was sent together: of its files' names and digests, of the names passed over,
   * and why they must not be read, if so. Where there are no files, of the folder's name, which the
   * files' names begin with.
   */
  public static String sourceHash(Submission submission, List<FileAccount> files) {
    List<String> parts = new ArrayList<>();
    if (files.isEmpty()) {
      parts.add(submission.name());
    }
    files.stream()
        .sorted(Comparator.comparing(FileAccount::file))
        .forEach(file -> parts.addAll(List.of(file.file(), file.sha256())));
    if (!submission.passedOver().isEmpty()) {
      parts.add("passed over");
      parts.addAll(submission.passedOver());
    }
    if (submission.barred() != null) {
      parts.addAll(List.of("barred", submission.barred()));
    }
    return combined(parts);
  }

  /**
   * The files of a submission with their digests and nothing counted; the digest of a file that
   * cannot be read is empty.
   */
  public static List<FileAccount> digests(Submission submission) {
    List<FileAccount> files = new ArrayList<>();
    Map<String, String> byPath = new HashMap<>();
    for (SentFile file : submission.files()) {
      String digest = byPath.computeIfAbsent(file.path(), path -> digest(file));
      files.add(new FileAccount(file.name(), digest, file.bytes(), 0, 0, 0, 0, 0, 0));
    }
    return files;
  }

  private static String digest(SentFile file) {
    MessageDigest digest = SourceText.sha256();
    try (var in = new java.security.DigestInputStream(file.open(), digest)) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException unreadable) {
      return "";
    }
  }

  public static String combined(List<String> parts) {
    MessageDigest digest = SourceText.sha256();
    for (String part : parts) {
      digest.update(part.getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}

package org.trustbench.framework;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.trustbench.framework.Framework.SourceFile;
import org.trustbench.terms.Terms;

/**
 * The two hashes that a framework is known by: that of its files, and that of the parts by which
 * submissions are read. Both are kept in lakes and releases, so that what they are made of may not
 * change for frameworks that exist: a new part counts where it is declared, and nowhere else.
 */
final class FrameworkHashes {
  private FrameworkHashes() {}

  /** The parts of a framework that decide how submissions are read. */
  record FormParts(
      String id,
      Terms terms,
      List<String> evidence,
      List<Answer> answers,
      List<String> missing,
      List<Attribute> attributes,
      List<Layout> layouts,
      List<Trust> trusts,
      List<Question> questions,
      List<Form> forms,
      List<SucceededInstitution> successions) {}

  /** SHA-256 of the files as read. */
  static String ofFiles(List<SourceFile> sources) {
    return sha256(sources.stream().map(SourceFile::text).toList());
  }

  /**
   * SHA-256 of the parts that decide how submissions are read. The terms are among them, since the
   * reasons of stored rejects are written in them.
   */
  static String ofForm(FormParts parts) {
    List<String> all =
        new ArrayList<>(
            Arrays.asList(
                parts.id,
                parts.evidence.toString(),
                parts.missing.isEmpty()
                    ? parts.answers.toString()
                    : parts.answers + " " + parts.missing,
                parts.attributes.toString(),
                parts.layouts.stream().map(Layout::said).toList().toString(),
                parts.trusts.toString(),
                parts.questions.stream()
                    .map(q -> List.of(q.id(), q.answers(), q.sufficient(), q.evidence()).toString())
                    .toList()
                    .toString()));
    if (!parts.forms.isEmpty()) {
      all.add(parts.forms.toString());
      all.add(parts.questions.stream().map(Question::versions).toList().toString());
    }
    if (!parts.successions.isEmpty()) {
      all.add(
          parts.successions.stream().map(one -> one.code() + " " + one.on()).toList().toString());
    }
    if (!parts.terms.equals(Terms.STANDARD)) {
      all.add(parts.terms.toString());
    }
    return sha256(all);
  }

  private static String sha256(List<String> parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (String part : parts) {
        digest.update((part == null ? "" : part).getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}

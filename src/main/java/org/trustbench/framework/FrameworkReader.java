package org.trustbench.framework;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.trustbench.PipelineException;
import org.trustbench.framework.Framework.SourceFile;
import org.trustbench.message.JsonLocation;
import org.trustbench.terms.Terms;

/**
 * Reads a framework's three files into a {@link Framework}: checks {@code framework.json} against
 * its JSON Schema, and every reference between the files. All mistakes found are reported at once,
 * each naming file, place and fix.
 */
public final class FrameworkReader {
  static final String JSON_FILE = "framework.json";

  /** Mistakes that one line holds. */
  private static final int MOST_SAID = 20;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private FrameworkReader() {}

  /** Ids of the frameworks inside the program. */
  public static List<String> builtIn() {
    return FrameworkFiles.BUILT_IN;
  }

  /**
   * Reads a framework.
   *
   * @param idOrFolder id of a built-in framework, or a folder
   * @throws PipelineException naming every mistake
   */
  public static Framework read(String idOrFolder) {
    return read(FrameworkFiles.of(idOrFolder));
  }

  /**
   * Reads a framework from files that were kept.
   *
   * @param place what messages call the place they were kept in
   */
  public static Framework read(String place, List<SourceFile> kept) {
    return read(new FrameworkFiles.Kept(place, kept));
  }

  /** What a framework.json that was kept calls its institutions and cases. */
  public static Terms terms(JsonNode kept) {
    return FrameworkJson.terms(kept);
  }

  /** Whether a name is the id of a framework inside the program. */
  public static boolean isBuiltIn(String name) {
    return FrameworkFiles.isBuiltIn(name);
  }

  /**
   * The result of checking a framework.
   *
   * @param framework what it holds; null where something is wrong
   * @param mistakes every mistake; empty where nothing is wrong
   */
  public record Checked(Framework framework, List<Mistake> mistakes) {}

  /**
   * Looks a framework through for mistakes.
   *
   * @param idOrFolder id of a built-in framework, or a folder
   */
  public static Checked check(String idOrFolder) {
    FrameworkFiles files = FrameworkFiles.of(idOrFolder);
    Mistakes mistakes = new Mistakes(files.name());
    Framework framework = examined(files, mistakes, true);
    return mistakes.isEmpty()
        ? new Checked(framework, List.of())
        : new Checked(null, mistakes.all());
  }

  private static Framework read(FrameworkFiles files) {
    Mistakes mistakes = new Mistakes(files.name());
    Framework framework = examined(files, mistakes, files instanceof FrameworkFiles.Folder);
    if (!mistakes.isEmpty()) {
      List<Mistake> all = mistakes.all();
      throw PipelineException.usage(
          all.stream().limit(MOST_SAID).map(Mistake::sentence).collect(Collectors.joining("; "))
              + (all.size() > MOST_SAID
                  ? "; and %d more, which framework check %s names"
                      .formatted(all.size() - MOST_SAID, files.name())
                  : ""));
    }
    return framework;
  }

  /** The framework as far as it can be read; null where it has no framework.json to speak of. */
  private static Framework examined(FrameworkFiles files, Mistakes mistakes, boolean isNew) {
    String json = files.text(JSON_FILE, mistakes);
    String questionsText = files.text(QuestionsCsv.FILE, mistakes);
    String trustsText = files.text(TrustsCsv.FILE, mistakes);
    JsonNode root = json == null ? null : parsed(json, mistakes);
    if (OpenDecisions.isAny(json, root, questionsText, trustsText, mistakes)) {
      return null;
    }
    if (root != null && isNew) {
      SchemaCheck.check(json, root, mistakes);
    }
    boolean isObject = root != null && root.isObject();
    if (isObject) {
      mistakes.speakIn(FrameworkJson.terms(root));
    }
    String evidence = isObject ? FrameworkJson.evidence(root).get(0) : "";
    QuestionsCsv.Read questions =
        questionsText == null
            ? new QuestionsCsv.Read(List.of(), Set.of(), false)
            : QuestionsCsv.read(
                questionsText,
                evidence,
                isObject ? FrameworkJson.forms(root) : List.of(),
                mistakes);
    TrustsCsv.Read trusts =
        trustsText == null
            ? TrustsCsv.Read.NOTHING
            : TrustsCsv.read(
                trustsText, isObject ? FrameworkJson.dimensions(root) : List.of(), mistakes);
    if (!isObject) {
      return null;
    }
    List<SourceFile> sources =
        List.of(
            new SourceFile(JSON_FILE, json),
            new SourceFile(QuestionsCsv.FILE, questionsText),
            new SourceFile(TrustsCsv.FILE, trustsText));
    Framework framework = FrameworkJson.framework(root, questions.questions(), trusts, sources);
    FrameworkChecks.check(framework, questions, mistakes);
    CompositeChecks.check(root, framework, mistakes);
    FindingChecks.names(root.path("findings"), mistakes);
    PeerChecks.choices(root.path("peers"), mistakes);
    TargetChecks.choices(root.path("targets"), mistakes);
    RatingChecks.bases(root.path("ratings"), mistakes);
    if (!mistakes.isEmpty()) {
      JsonLines.of(json).tell(root, mistakes);
    }
    return framework;
  }

  private static JsonNode parsed(String json, Mistakes mistakes) {
    if (json.isBlank()) {
      mistakes.add(JSON_FILE, "", "is empty", "it begins with { and ends with }");
      return null;
    }
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      mistakes.add(
          JSON_FILE,
          "",
          "is not JSON at %s: %s".formatted(JsonLocation.of(e), firstLine(e.getOriginalMessage())),
          "there or just before, look for a comma, quotation mark or bracket missing or too many");
      return null;
    }
  }

  /** The parser's message, without its own remarks on where it read from. */
  private static String firstLine(String message) {
    return message
        .lines()
        .findFirst()
        .orElse("")
        .replaceFirst(" \\((for|start marker) .*\\[Source.*", "");
  }
}

package org.trustbench.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.trustbench.JsonPlace;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Trust;
import org.trustbench.framework.TrustRegister;

/**
 * What a submission says of itself.
 *
 * @param trustId the trust's code in the register
 * @param tranche the group the inspection belongs to; null when there is none
 * @param startDate first day of the inspection; null when not known, as are the other dates
 * @param caseload cases the trust held; null when not known
 * @param casesSampled cases chosen for inspection; null when not known
 * @param isSynthetic whether the judgements are invented
 */
public record Manifest(
    String inspectionId,
    String trustId,
    String tranche,
    LocalDate startDate,
    LocalDate endDate,
    LocalDate publishedDate,
    Long caseload,
    Long casesSampled,
    boolean isSynthetic)
    implements Serializable {
  static final String FILE = "inspection.json";
  private static final String ID = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";
  private static final int MOST_BYTES = 1 << 20;
  private static final int LONGEST_TRANCHE = 40;
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  static boolean isLawfulId(String id) {
    return id.matches(ID);
  }

  /**
   * Reads {@code inspection.json}.
   *
   * @param file the file's name for messages
   */
  static Manifest read(String file, byte[] bytes, Framework framework, TrustRegister register)
      throws Refusal {
    JsonNode root = parse(file, bytes);
    String inspectionId = required(file, root, "inspection_id");
    if (!isLawfulId(inspectionId)) {
      throw new Refusal(
          Rule.UNREADABLE_MANIFEST,
          file,
          "inspection_id \"%s\" must be letters, digits, . _ and -, starting with a letter or digit"
              .formatted(Quoted.text(inspectionId)));
    }
    checkFramework(file, root, framework);
    String name = required(file, root, "trust");
    Trust trust =
        register
            .find(name)
            .orElseThrow(
                () ->
                    new Refusal(
                        Rule.UNKNOWN_TRUST,
                        file,
                        "trust \"%s\" is not in the register of %s: correct the name, or add it as an alias to trusts.csv"
                            .formatted(Quoted.text(name), framework.id())));
    return new Manifest(
        inspectionId,
        trust.code(),
        tranche(file, root, trust),
        date(file, root, "start_date"),
        date(file, root, "end_date"),
        date(file, root, "published_date"),
        count(file, root, "caseload"),
        count(file, root, "cases_sampled"),
        root.path("synthetic").asBoolean(false));
  }

  /** Its bytes, of which there are few. */
  static byte[] bytes(Submission.SentFile file) throws IOException, Refusal {
    try (InputStream in = file.open()) {
      byte[] bytes = in.readNBytes(MOST_BYTES + 1);
      if (bytes.length > MOST_BYTES) {
        throw new Refusal(
            Rule.UNREADABLE_MANIFEST,
            file.name(),
            "it is longer than %d bytes: write the fields of one inspection".formatted(MOST_BYTES));
      }
      return bytes;
    }
  }

  private static JsonNode parse(String file, byte[] bytes) throws Refusal {
    try {
      String text = new String(bytes, StandardCharsets.UTF_8);
      JsonNode root = JSON.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
      if (root == null || !root.isObject()) {
        throw new Refusal(
            Rule.UNREADABLE_MANIFEST, file, "it is not a JSON object: write { … } with the fields");
      }
      return root;
    } catch (JsonProcessingException e) {
      throw new Refusal(
          Rule.UNREADABLE_MANIFEST,
          file,
          "it is not JSON at %s: mend it there".formatted(JsonPlace.of(e)));
    }
  }

  private static void checkFramework(String file, JsonNode root, Framework framework)
      throws Refusal {
    String id = required(file, root, "framework");
    String version = root.path("framework_version").asText(framework.version());
    if (!id.equals(framework.id()) || !version.equals(framework.version())) {
      throw new Refusal(
          Rule.WRONG_FRAMEWORK,
          file,
          "it was made for framework %s version %s, this run uses %s version %s: send it to a run of its own framework"
              .formatted(
                  Quoted.text(id), Quoted.text(version), framework.id(), framework.version()));
    }
  }

  /** The register's word on a trust's tranche holds; a manifest may only add what it lacks. */
  private static String tranche(String file, JsonNode root, Trust trust) throws Refusal {
    String known = trust.dimensions().get(Framework.TRANCHE);
    String given = root.path("tranche").asText("");
    if (given.isBlank()) {
      return known;
    }
    if (given.length() > LONGEST_TRANCHE || !Quoted.text(given).equals(given)) {
      throw new Refusal(
          Rule.UNREADABLE_MANIFEST,
          file,
          "field \"tranche\" is longer than %d characters or not on one line: write the group's name"
              .formatted(LONGEST_TRANCHE));
    }
    if (known != null && !known.equals(given)) {
      throw new Refusal(
          Rule.UNREADABLE_MANIFEST,
          file,
          "tranche \"%s\" contradicts the register, which has %s for %s"
              .formatted(Quoted.text(given), known, trust.code()));
    }
    return given;
  }

  private static String required(String file, JsonNode root, String field) throws Refusal {
    String value = root.path(field).asText("").strip();
    if (value.isEmpty()) {
      throw new Refusal(Rule.UNREADABLE_MANIFEST, file, "field \"%s\" is missing".formatted(field));
    }
    return value;
  }

  private static LocalDate date(String file, JsonNode root, String field) throws Refusal {
    String value = root.path(field).asText("");
    if (value.isBlank() || root.path(field).isNull()) {
      return null;
    }
    try {
      return LocalDate.parse(value);
    } catch (DateTimeParseException e) {
      throw new Refusal(
          Rule.UNREADABLE_MANIFEST,
          file,
          "field \"%s\" is \"%s\": write a date as 2014-03-04"
              .formatted(field, Quoted.text(value)));
    }
  }

  private static Long count(String file, JsonNode root, String field) throws Refusal {
    JsonNode value = root.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (!value.canConvertToLong() || !value.isIntegralNumber() || value.asLong() < 0) {
      throw new Refusal(
          Rule.UNREADABLE_MANIFEST,
          file,
          "field \"%s\" is \"%s\": write a whole number"
              .formatted(field, Quoted.text(value.asText())));
    }
    return value.asLong();
  }
}

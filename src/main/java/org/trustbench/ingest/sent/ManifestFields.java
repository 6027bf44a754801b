package org.trustbench.ingest.sent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.trustbench.framework.Codebook;
import org.trustbench.framework.KnownNames;
import org.trustbench.framework.Spelling;
import org.trustbench.ingest.file.SentFile;
import org.trustbench.ingest.file.SourceText;
import org.trustbench.ingest.reject.Excerpt;
import org.trustbench.ingest.reject.Refusal;
import org.trustbench.ingest.reject.RejectRule;
import org.trustbench.message.JsonLocation;

/**
 * The fields of {@code inspection.json}, or of a sheet with the same, each of the type it must
 * have. A field that is there in another type, or under another spelling of its name, refuses the
 * submission.
 */
public final class ManifestFields {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  /** Real unless said to be synthetic, and so no name may come near to it. */
  static final String SYNTHETIC = "synthetic";

  /** What the format has, the last two of which are remarks that are not kept. */
  public static final List<String> NAMES =
      List.of(
          "inspection_id",
          "trust",
          "framework",
          "framework_version",
          "tranche",
          "start_date",
          "end_date",
          "published_date",
          "caseload",
          "cases_sampled",
          SYNTHETIC,
          "tranche_basis",
          "note");

  static final KnownNames KNOWN = new KnownNames(NAMES);

  /** What may not be known, and is told where it is not. */
  private static final List<String> OPTIONAL =
      List.of("start_date", "end_date", "published_date", "caseload", "cases_sampled");

  private final String file;
  private final JsonNode root;
  private final SentNames names;
  private final Map<String, String> places;
  private final String sha256;

  private ManifestFields(
      SentFile file, JsonNode root, SentNames names, Map<String, String> places, String sha256) {
    this.file = file.name();
    this.root = root;
    this.names = names;
    this.places = places;
    this.sha256 = sha256;
  }

  public static ManifestFields read(SentFile file, Codebook codebook) throws IOException, Refusal {
    if (file.sheet() != null) {
      InspectionSheet.Said said = InspectionSheet.read(file);
      return checked(file, said.fields(), said.places(), said.sha256(), codebook);
    }
    byte[] bytes = Manifest.bytes(file);
    String sha256 = HexFormat.of().formatHex(SourceText.sha256().digest(bytes));
    return checked(file, parsed(file.name(), bytes), Map.of(), sha256, codebook);
  }

  private static ManifestFields checked(
      SentFile file, JsonNode root, Map<String, String> places, String sha256, Codebook codebook)
      throws Refusal {
    SentNames names = new SentNames(file, RejectRule.UNREADABLE_MANIFEST, KNOWN, codebook);
    for (var field : root.properties()) {
      names.field(field.getKey(), places.getOrDefault(field.getKey(), "line 1"));
    }
    ManifestFields fields = new ManifestFields(file, root, names, places, sha256);
    List<String> absent = new ArrayList<>(fields.lacking());
    absent.addAll(root.has(SYNTHETIC) ? List.of() : List.of(SYNTHETIC));
    names.checkInsteadOf(absent);
    return fields;
  }

  private static JsonNode parsed(String file, byte[] bytes) throws Refusal {
    try {
      String text =
          SourceText.strict(StandardCharsets.UTF_8).decode(ByteBuffer.wrap(bytes)).toString();
      JsonNode root = JSON.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
      if (root == null || !root.isObject()) {
        throw new Refusal(
            RejectRule.UNREADABLE_MANIFEST,
            file,
            "it is not a JSON object: write { … } with the fields");
      }
      return root;
    } catch (CharacterCodingException e) {
      throw new Refusal(
          RejectRule.UNREADABLE_MANIFEST,
          file,
          "it is not UTF-8: save it as that and send it again");
    } catch (JsonProcessingException e) {
      throw new Refusal(
          RejectRule.UNREADABLE_MANIFEST,
          file,
          "it is not JSON at %s: mend it there".formatted(JsonLocation.of(e)));
    }
  }

  /** SHA-256 of the file. */
  public String sha256() {
    return sha256;
  }

  /** The file's name for messages. */
  String file() {
    return file;
  }

  /** Fields that are foreign to the format, in words. */
  public List<String> passedOver() {
    return names.passedOver();
  }

  /** Fields that are optional and not there. */
  public List<String> lacking() {
    return OPTIONAL.stream().filter(name -> !root.has(name)).toList();
  }

  /** A text that there must be, as a reader sees it. */
  String required(String field) throws Refusal {
    return Spelling.plain(asSent(field));
  }

  /** The same with whatever cannot be seen in it, since an id names files and is never mended. */
  String asSent(String field) throws Refusal {
    JsonNode value = root.path(field);
    if (value.isMissingNode() || value.isNull()) {
      throw refusal(field, "field \"%s\" is missing".formatted(field));
    }
    if (!value.isTextual()) {
      throw wrong(field, "a text in quotation marks");
    }
    String text = value.textValue().strip();
    if (Spelling.plain(text).isEmpty()) {
      throw refusal(field, "field \"%s\" is missing".formatted(field));
    }
    return text;
  }

  /** A word that may look like a number, and be written as one; null where there is none. */
  String word(String field) throws Refusal {
    JsonNode value = root.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    if (value.isNumber()) {
      return value.decimalValue().stripTrailingZeros().toPlainString();
    }
    if (!value.isTextual()) {
      throw wrong(field, "a text in quotation marks");
    }
    String word = Spelling.plain(value.textValue());
    return word.isEmpty() ? null : word;
  }

  /** A day; null where it is not known. */
  LocalDate date(String field) throws Refusal {
    JsonNode value = root.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    try {
      if (value.isTextual()) {
        String day = Spelling.plain(value.textValue());
        return day.isEmpty() ? null : LocalDate.parse(day);
      }
    } catch (DateTimeParseException e) {
      throw wrong(field, "a date as 2014-03-04");
    }
    throw wrong(field, "a date as \"2014-03-04\"");
  }

  /** A number of cases; null where it is not known. */
  Long count(String field) throws Refusal {
    JsonNode value = root.path(field);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    boolean isCount =
        value.isNumber()
            && value.canConvertToExactIntegral()
            && value.canConvertToLong()
            && value.longValue() >= 0;
    if (!isCount) {
      throw wrong(field, "a whole number");
    }
    return value.longValue();
  }

  /** Whether the judgements are said to be invented. */
  boolean isSynthetic() throws Refusal {
    JsonNode value = root.path(SYNTHETIC);
    if (!value.isMissingNode() && !value.isBoolean()) {
      throw wrong(SYNTHETIC, "true or false, without quotation marks");
    }
    return value.booleanValue();
  }

  private Refusal wrong(String field, String right) {
    String value = root.path(field).isContainerNode() ? "{…}" : root.path(field).asText();
    return refusal(
        field, "field \"%s\" is \"%s\": write %s".formatted(field, Excerpt.text(value), right));
  }

  private Refusal refusal(String field, String reason) {
    return new Refusal(RejectRule.UNREADABLE_MANIFEST, file, at(field) + reason);
  }

  /** The cell that a field's value stands in, with a colon; empty where it stands in none. */
  String at(String field) {
    String place = places.get(field);
    return place == null ? "" : place + ": ";
  }
}

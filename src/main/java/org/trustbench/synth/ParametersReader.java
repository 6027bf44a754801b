package org.trustbench.synth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.trustbench.PipelineException;
import org.trustbench.framework.Framework;
import org.trustbench.message.FailureCause;
import org.trustbench.message.JsonLocation;

/**
 * Reads parameters: {@code description}, {@code seed}, {@code defaults} (a profile), {@code
 * profiles} by name, each holding only what differs from the defaults or from the profile it is
 * {@code based_on}, and {@code trusts} by code. Whatever is left out has a sensible value. Without
 * {@code trusts} every trust of the framework is made.
 */
final class ParametersReader {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .build();
  private static final Set<String> FIELDS =
      Set.of("description", "seed", "defaults", "profiles", "trusts");
  private static final String ANY_FRAMEWORK = "/synthetic/any-framework.json";

  private final Framework framework;
  private final String name;
  private final JsonNode root;

  private ParametersReader(Framework framework, String name, JsonNode root) {
    this.framework = framework;
    this.name = name;
    this.root = root;
  }

  static SyntheticParameters read(Framework framework, Path file) {
    JsonNode common = builtIn(ANY_FRAMEWORK);
    if (file != null) {
      JsonNode own = parse(file.toString(), bytes(file));
      SyntheticParameters parameters =
          new ParametersReader(framework, file.toString(), merged(common, own)).parameters();
      List<String> mistakes = ParameterChecks.mistakes(framework, parameters);
      if (!mistakes.isEmpty()) {
        throw PipelineException.usage(file + ": " + String.join("; ", mistakes));
      }
      return parameters;
    }
    String resource = "/synthetic/" + framework.id() + ".json";
    JsonNode own = builtIn(resource);
    return own == null
        ? new ParametersReader(framework, ANY_FRAMEWORK, common).parameters()
        : ParameterChecks.known(
            framework, new ParametersReader(framework, resource, merged(common, own)).parameters());
  }

  private SyntheticParameters parameters() {
    root.fieldNames()
        .forEachRemaining(
            field -> {
              if (!FIELDS.contains(field)) {
                throw PipelineException.usage(
                    "%s: there is no parameter %s; there are %s"
                        .formatted(name, field, FIELDS.stream().sorted().toList()));
              }
            });
    Map<String, Profile> profiles = new TreeMap<>();
    profiles.put(SyntheticParameters.DEFAULT_PROFILE, profile("defaults", root.get("defaults")));
    root.path("profiles")
        .fieldNames()
        .forEachRemaining(
            id -> profiles.put(id, profile("profiles." + id, complete(id, new HashSet<>()))));
    return new SyntheticParameters(
        root.path("description").asText(""),
        root.path("seed").asLong(1),
        1,
        0,
        profiles,
        new SyntheticTrusts(framework, name, root.path("trusts")).read(JSON));
  }

  /** A profile with everything it inherits. */
  private ObjectNode complete(String id, Set<String> visited) {
    JsonNode own = root.path("profiles").get(id);
    if (own == null || !visited.add(id)) {
      throw PipelineException.usage(
          "%s: profile %s is %s"
              .formatted(name, id, own == null ? "based_on but missing" : "based on itself"));
    }
    JsonNode base =
        own.hasNonNull("based_on")
            ? complete(own.get("based_on").asText(), visited)
            : root.get("defaults");
    return merged(base, own);
  }

  private Profile profile(String path, JsonNode node) {
    return convert(name, path, node, Profile.class);
  }

  static <T> T convert(String name, String path, JsonNode node, Class<T> type) {
    try {
      return JSON.treeToValue(node, type);
    } catch (JsonProcessingException e) {
      throw PipelineException.usage(
          "%s: %s: %s".formatted(name, path, e.getOriginalMessage().lines().findFirst().orElse("")),
          e);
    }
  }

  /** {@code base} overlaid by {@code own}, objects field by field, anything else whole. */
  private static ObjectNode merged(JsonNode base, JsonNode own) {
    ObjectNode result = base.deepCopy();
    own.properties()
        .forEach(
            field -> {
              JsonNode inherited = result.get(field.getKey());
              boolean isNested =
                  inherited != null && inherited.isObject() && field.getValue().isObject();
              result.set(
                  field.getKey(),
                  isNested ? merged(inherited, field.getValue()) : field.getValue().deepCopy());
            });
    return result;
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw PipelineException.usage("Parameters %s are missing".formatted(file), e);
    } catch (IOException e) {
      throw PipelineException.usage(
          "Parameters %s cannot be read: %s".formatted(file, FailureCause.of(e)), e);
    }
  }

  private static JsonNode builtIn(String resource) {
    try (InputStream in = ParametersReader.class.getResourceAsStream(resource)) {
      return in == null ? null : parse(resource, in.readAllBytes());
    } catch (IOException e) {
      throw PipelineException.failed("%s cannot be read".formatted(resource), e);
    }
  }

  private static JsonNode parse(String name, byte[] json) {
    try {
      JsonNode node = JSON.readTree(json);
      if (!node.isObject()) {
        throw PipelineException.usage("%s is not a JSON object".formatted(name));
      }
      return node;
    } catch (JsonProcessingException e) {
      throw PipelineException.usage(
          "%s is not JSON at %s: %s".formatted(name, JsonLocation.of(e), e.getOriginalMessage()),
          e);
    } catch (IOException e) {
      throw PipelineException.usage("%s cannot be read".formatted(name), e);
    }
  }
}

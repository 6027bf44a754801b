package org.trustbench.jobs.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.trustbench.PipelineException;
import org.trustbench.benchmark.AnalysisRules;
import org.trustbench.benchmark.UserComparator;
import org.trustbench.disclosure.DisclosureRules;
import org.trustbench.disclosure.ReleaseContent;
import org.trustbench.environment.LocalPath;
import org.trustbench.framework.FrameworkReader;
import org.trustbench.message.JsonLocation;
import org.trustbench.stats.BenchmarkRule;
import org.trustbench.stats.Rule;

/** Completes the flags given with the settings file, and checks the whole before anything runs. */
public final class SettingsReader {
  private static final Set<String> NAMES =
      Set.of(
          "submissions",
          "framework",
          "lake",
          "key_file",
          "output",
          "focus",
          "comparator",
          "reject_tolerance",
          "judgement_change",
          "case_change",
          "expected_share",
          "score_rule",
          "benchmark_rule",
          "verdict_rule",
          "comparators",
          "draws",
          "seed",
          "reliable_from",
          "finite_population",
          "as_at",
          "audience",
          "suppress_below",
          "round_counts_to");

  private static final Set<String> OF_COMPARATOR = Set.of("id", "label", "trusts", "fixed_percent");

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final Settings settings;
  private final Path file;
  private final JsonNode values;

  private SettingsReader(Settings settings, Path file, JsonNode values) {
    this.settings = settings;
    this.file = file;
    this.values = values;
  }

  /**
   * Completes and checks settings.
   *
   * @param standard the settings file used when no other is named
   */
  public static void complete(Settings settings, Path standard) {
    if (settings.settings == null) {
      settings.settings = standard;
    }
    complete(settings, settings.settings, read(settings.settings));
  }

  private static void complete(Settings settings, Path file, JsonNode values) {
    SettingsReader reader = new SettingsReader(settings, file, values);
    reader.fill();
    reader.check();
  }

  /**
   * The settings that a release was made with.
   *
   * @param framework the framework's id
   * @param decisive those that decide figures, as JSON
   * @param places settings that say where things lie now
   */
  public static Settings kept(String framework, String decisive, Settings places) {
    Settings settings = new Settings();
    settings.settings = places.settings;
    settings.submissions = places.submissions;
    settings.extract = places.extract;
    settings.layout = places.layout;
    settings.lake = places.lake;
    settings.output = places.output;
    Path place = Path.of("settings kept in the lake");
    try {
      ObjectNode values = (ObjectNode) MAPPER.readTree(decisive);
      checkNames(place, values);
      complete(settings, place, values.put("framework", framework));
    } catch (JsonProcessingException e) {
      throw PipelineException.failed("%s are not JSON".formatted(place), e);
    }
    return settings;
  }

  /** Settings as JSON, so that they can be kept. */
  public static String json(Map<String, Object> values) {
    try {
      return MAPPER.writeValueAsString(values);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Settings are texts and numbers", e);
    }
  }

  private static JsonNode read(Path file) {
    try {
      JsonNode values = MAPPER.readTree(Files.readString(file));
      if (!values.isObject()) {
        throw PipelineException.usage("%s is not a JSON object".formatted(file));
      }
      checkNames(file, values);
      return values;
    } catch (JsonProcessingException e) {
      throw PipelineException.usage("%s is not JSON at %s".formatted(file, JsonLocation.of(e)), e);
    } catch (IOException e) {
      throw PipelineException.usage(
          LocalPath.isElsewhere()
              ? "%s cannot be read on the machine that the driver runs on: with --deploy-mode cluster put the settings file on storage that all machines see, and name it by --settings"
                  .formatted(file)
              : "%s cannot be read: --settings names a settings file".formatted(file),
          e);
    }
  }

  private static void checkNames(Path file, JsonNode values) {
    values
        .fieldNames()
        .forEachRemaining(
            name ->
                require(
                    NAMES.contains(name),
                    "%s: there is no setting \"%s\"; there are %s"
                        .formatted(file, name, NAMES.stream().sorted().toList())));
  }

  private void fill() {
    Settings s = settings;
    String ofFile = or(null, "framework", this::framework);
    s.framework = s.framework == null ? ofFile : s.framework;
    boolean isOtherFramework = ofFile != null && !ofFile.equals(s.framework);
    if (s.extract == null) {
      s.submissions = path(s.submissions, "submissions");
    }
    s.lake = path(s.lake, "lake");
    s.keyFile = path(s.keyFile, "key_file");
    s.output = path(s.output, "output");
    if (!isOtherFramework) {
      // Trusts and comparators belong to the framework that the file names.
      s.focus = or(s.focus, "focus", this::text);
      s.comparator = or(s.comparator, "comparator", this::text);
      s.comparators = or(null, "comparators", this::comparators);
      s.comparators = s.comparators == null ? List.of() : s.comparators;
    }
    s.rejectTolerance = share(s.rejectTolerance, "reject_tolerance");
    s.judgementChange = share(s.judgementChange, "judgement_change");
    s.caseChange = share(s.caseChange, "case_change");
    s.expectedShare = share(s.expectedShare, "expected_share");
    s.scoreRule = or(s.scoreRule, "score_rule", this::text);
    s.benchmarkRule = or(s.benchmarkRule, "benchmark_rule", this::text);
    s.verdictRule = or(s.verdictRule, "verdict_rule", this::text);
    s.draws = whole(s.draws, "draws");
    s.seed = number(s.seed, "seed", JsonNode::canConvertToExactIntegral, JsonNode::asLong);
    s.reliableFrom = whole(s.reliableFrom, "reliable_from");
    s.finitePopulation = or(s.finitePopulation, "finite_population", this::truth);
    s.audience = or(s.audience, "audience", this::text);
    s.suppressBelow = whole(s.suppressBelow, "suppress_below");
    s.roundCountsTo = whole(s.roundCountsTo, "round_counts_to");
    s.asAt = or(s.asAt, "as_at", this::date);
  }

  private void check() {
    Settings s = settings;
    require(s.framework != null, "framework is not set: name one by --framework");
    require(
        s.extract == null || s.submissions == null,
        "--submissions and --extract exclude each other: give one of them");
    require(
        s.extract != null || s.submissions != null,
        "nothing to read: give --submissions DIR, or --extract FILE --layout ID");
    require(s.extract != null || s.layout == null, "--layout goes with --extract");
    require(s.lake != null, "lake is not set: name its folder by --lake");
    require(s.output != null, "output is not set: name its folder by --output");
    s.rejectTolerance = s.rejectTolerance == null ? 0.05 : s.rejectTolerance;
    require(
        s.rejectTolerance >= 0 && s.rejectTolerance <= 1,
        "reject tolerance %s is not between 0 and 1".formatted(s.rejectTolerance));
    s.judgementChange = s.judgementChange == null ? 0.25 : s.judgementChange;
    s.caseChange = s.caseChange == null ? 0.25 : s.caseChange;
    s.expectedShare = s.expectedShare == null ? 0 : s.expectedShare;
    require(
        s.judgementChange >= 0 && s.caseChange >= 0 && s.expectedShare >= 0 && s.expectedShare <= 1,
        "judgement change %s and case change %s are not 0 or more, or expected share %s is not between 0 and 1"
            .formatted(s.judgementChange, s.caseChange, s.expectedShare));
    s.scoreRule = s.scoreRule == null ? AnalysisRules.POOLED : s.scoreRule;
    require(
        Set.of(AnalysisRules.POOLED, AnalysisRules.MEAN_OF_QUESTIONS).contains(s.scoreRule),
        "score rule \"%s\" is neither pooled nor mean-of-questions".formatted(s.scoreRule));
    s.benchmarkRule =
        s.benchmarkRule == null ? BenchmarkRule.POOLED_OTHERS.label() : s.benchmarkRule;
    require(
        BenchmarkRule.of(s.benchmarkRule).isPresent(),
        "benchmark rule \"%s\" is not one of %s"
            .formatted(s.benchmarkRule, labels(BenchmarkRule.values(), BenchmarkRule::label)));
    s.verdictRule = s.verdictRule == null ? Rule.DIFFERENCE.label() : s.verdictRule;
    require(
        Rule.of(s.verdictRule).isPresent(),
        "verdict rule \"%s\" is not one of %s"
            .formatted(s.verdictRule, labels(Rule.values(), Rule::label)));
    s.reliableFrom = s.reliableFrom == null ? (Integer) Settings.RELIABLE_FROM : s.reliableFrom;
    require(s.reliableFrom >= 0, "reliable-from %d is below 0".formatted(s.reliableFrom));
    s.finitePopulation = s.finitePopulation != null && s.finitePopulation;
    checkAudience();
  }

  private void checkAudience() {
    Settings s = settings;
    s.audience = s.audience == null ? ReleaseContent.Audience.INTERNAL.id() : s.audience;
    require(
        Arrays.stream(ReleaseContent.Audience.values())
            .anyMatch(one -> one.id().equals(s.audience)),
        "audience \"%s\" is not one of %s"
            .formatted(
                s.audience, labels(ReleaseContent.Audience.values(), ReleaseContent.Audience::id)));
    s.suppressBelow =
        s.suppressBelow == null
            ? (Integer) DisclosureRules.STANDARD.fewestCases()
            : s.suppressBelow;
    s.roundCountsTo =
        s.roundCountsTo == null ? (Integer) DisclosureRules.STANDARD.rounding() : s.roundCountsTo;
    require(
        s.suppressBelow >= 1 && s.suppressBelow <= 1000,
        "suppress-below %d is not between 1 and 1000".formatted(s.suppressBelow));
    require(
        s.roundCountsTo >= 1 && s.roundCountsTo <= 1000,
        "round-counts-to %d is not between 1 and 1000".formatted(s.roundCountsTo));
  }

  private static <T> String labels(T[] rules, Function<T, String> label) {
    return Arrays.stream(rules).map(label).collect(Collectors.joining(", "));
  }

  /** A list of objects: id, label, and either trusts or fixed_percent. */
  private List<UserComparator> comparators(JsonNode list) {
    require(list.isArray(), "%s: comparators is not a list".formatted(file));
    List<UserComparator> own = new ArrayList<>();
    for (JsonNode one : list) {
      String id = one.path("id").asText("");
      require(
          id.matches("[a-z0-9][a-z0-9_-]*"),
          "%s: a comparator's id \"%s\" is not a word of a-z, 0-9, - and _".formatted(file, id));
      require(
          own.stream().noneMatch(other -> other.id().equals(id)),
          "%s: two comparators have the id %s".formatted(file, id));
      one.fieldNames()
          .forEachRemaining(
              name ->
                  require(
                      OF_COMPARATOR.contains(name),
                      "%s: comparator %s has \"%s\"; there are %s"
                          .formatted(file, id, name, OF_COMPARATOR.stream().sorted().toList())));
      own.add(
          new UserComparator(id, one.path("label").asText(id), trusts(id, one), fixed(id, one)));
    }
    return List.copyOf(own);
  }

  private List<String> trusts(String id, JsonNode comparator) {
    require(
        comparator.has("trusts") != comparator.has("fixed_percent"),
        "%s: comparator %s needs either trusts or fixed_percent".formatted(file, id));
    if (!comparator.has("trusts")) {
      return null;
    }
    List<String> trusts = new ArrayList<>();
    comparator.get("trusts").forEach(trust -> trusts.add(trust.asText()));
    require(!trusts.isEmpty(), "%s: comparator %s names no trust".formatted(file, id));
    return List.copyOf(trusts);
  }

  private Double fixed(String id, JsonNode comparator) {
    if (!comparator.has("fixed_percent")) {
      return null;
    }
    JsonNode percent = comparator.get("fixed_percent");
    require(
        percent.isNumber() && percent.asDouble() >= 0 && percent.asDouble() <= 100,
        "%s: comparator %s has fixed_percent %s, not a number from 0 to 100"
            .formatted(file, id, percent));
    return percent.asDouble() / 100;
  }

  private static void require(boolean isSo, String message) {
    if (!isSo) {
      throw PipelineException.usage(message);
    }
  }

  private <T> T or(T flag, String name, Function<JsonNode, T> value) {
    JsonNode set = values.get(name);
    return flag != null || set == null || set.isNull() ? flag : value.apply(set);
  }

  /** A number must be one: a word in its place would otherwise pass for 0. */
  private <T> T number(
      T flag, String name, Predicate<JsonNode> isNumber, Function<JsonNode, T> value) {
    return or(
        flag,
        name,
        set -> {
          require(
              set.isNumber() && isNumber.test(set),
              "%s: %s %s is not a number of the kind it needs".formatted(file, name, set));
          return value.apply(set);
        });
  }

  private Integer whole(Integer flag, String name) {
    return number(flag, name, JsonNode::canConvertToExactIntegral, JsonNode::asInt);
  }

  private Double share(Double flag, String name) {
    return number(flag, name, JsonNode::isNumber, JsonNode::asDouble);
  }

  private Path path(Path flag, String name) {
    return or(
        flag,
        name,
        value -> file.toAbsolutePath().getParent().resolve(local(name, text(value))).normalize());
  }

  private Path local(String name, String path) {
    try {
      return LocalPath.inFile(path);
    } catch (PipelineException e) {
      throw PipelineException.usage("%s: %s: %s".formatted(file, name, e.getMessage()), e);
    }
  }

  /** A built-in framework by its id; otherwise a folder, as seen from the file if it is there. */
  private String framework(JsonNode value) {
    String named = text(value);
    if (FrameworkReader.isBuiltIn(named)) {
      return named;
    }
    Path folder = file.toAbsolutePath().resolveSibling(local("framework", named)).normalize();
    return Files.isDirectory(folder) ? folder.toString() : named;
  }

  private String text(JsonNode value) {
    require(value.isTextual(), "%s: %s is not a text".formatted(file, value));
    return value.textValue();
  }

  private boolean truth(JsonNode value) {
    require(value.isBoolean(), "%s: %s is neither true nor false".formatted(file, value));
    return value.booleanValue();
  }

  private LocalDate date(JsonNode value) {
    try {
      return LocalDate.parse(value.asText());
    } catch (DateTimeParseException e) {
      throw PipelineException.usage(
          "%s: as_at \"%s\" is not a date like 2014-03-04".formatted(file, value.asText()), e);
    }
  }
}

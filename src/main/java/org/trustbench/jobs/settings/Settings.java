package org.trustbench.jobs.settings;

import static org.trustbench.jobs.settings.AdmissionSettings.ACCEPT;
import static org.trustbench.jobs.settings.AdmissionSettings.CASE_CHANGE;
import static org.trustbench.jobs.settings.AdmissionSettings.EXPECTED_SHARE;
import static org.trustbench.jobs.settings.AdmissionSettings.JUDGEMENT_CHANGE;
import static org.trustbench.jobs.settings.AdmissionSettings.REJECT_TOLERANCE;
import static org.trustbench.jobs.settings.AudienceSettings.AUDIENCE;
import static org.trustbench.jobs.settings.AudienceSettings.ROUND_COUNTS_TO;
import static org.trustbench.jobs.settings.AudienceSettings.SUPPRESS_BELOW;
import static org.trustbench.jobs.settings.FocusSettings.COMPARATOR;
import static org.trustbench.jobs.settings.FocusSettings.FOCUS;
import static org.trustbench.jobs.settings.PlaceSettings.EXTRACT;
import static org.trustbench.jobs.settings.PlaceSettings.FRAMEWORK;
import static org.trustbench.jobs.settings.PlaceSettings.KEY_FILE;
import static org.trustbench.jobs.settings.PlaceSettings.LAKE;
import static org.trustbench.jobs.settings.PlaceSettings.LAYOUT;
import static org.trustbench.jobs.settings.PlaceSettings.OUTPUT;
import static org.trustbench.jobs.settings.PlaceSettings.SETTINGS;
import static org.trustbench.jobs.settings.PlaceSettings.SUBMISSIONS;
import static org.trustbench.jobs.settings.ProgrammeSettings.ALL;
import static org.trustbench.jobs.settings.RuleSettings.AS_AT;
import static org.trustbench.jobs.settings.RuleSettings.BENCHMARK_RULE;
import static org.trustbench.jobs.settings.RuleSettings.COMPARATORS;
import static org.trustbench.jobs.settings.RuleSettings.FINITE_POPULATION;
import static org.trustbench.jobs.settings.RuleSettings.RELIABLE_FROM;
import static org.trustbench.jobs.settings.RuleSettings.SCORE_RULE;
import static org.trustbench.jobs.settings.RuleSettings.VERDICT_RULE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.trustbench.audit.Thresholds;
import org.trustbench.benchmark.AnalysisRules;
import org.trustbench.disclosure.Audience;
import org.trustbench.disclosure.DisclosureRules;
import org.trustbench.ingest.plan.IngestPolicy;
import org.trustbench.publish.AudienceFolder;
import org.trustbench.publish.report.ReportPage;
import org.trustbench.stats.BenchmarkRule;
import org.trustbench.stats.VerdictRule;
import org.trustbench.terms.Terms;

/** The settings of a run, complete and checked. A job sees those that it declares and no others. */
public final class Settings {
  private static final List<Setting<?>> PLACES =
      List.of(SETTINGS, FRAMEWORK, SUBMISSIONS, EXTRACT, LAYOUT, LAKE, KEY_FILE, OUTPUT);

  private final Map<Setting<?>, Object> values;
  private final Set<Setting<?>> seen;
  private final Map<Setting<?>, String> words;

  private Settings(
      Map<Setting<?>, Object> values, Collection<Setting<?>> seen, Map<Setting<?>, String> words) {
    this.values = values;
    this.seen = Set.copyOf(seen);
    this.words = Map.copyOf(words);
  }

  /** All settings, as {@link SettingsReader} found them. */
  static Settings of(Map<Setting<?>, Object> values) {
    return new Settings(new LinkedHashMap<>(values), ALL, Map.of());
  }

  /** The same, of which no others can be asked for. */
  public Settings only(Collection<Setting<?>> settings) {
    return new Settings(values, settings, words);
  }

  /**
   * The value of a setting; null where it is not set and has no standard.
   *
   * @throws IllegalStateException if the job does not declare that it uses it
   */
  @SuppressWarnings("unchecked")
  public <T> T get(Setting<T> setting) {
    if (!seen.contains(setting)) {
      throw new IllegalStateException("The job does not declare that it uses " + setting.flag());
    }
    return (T) values.get(setting);
  }

  /** The same with one value changed; null for none. */
  public <T> Settings with(Setting<T> setting, T value) {
    Map<Setting<?>, Object> changed = new LinkedHashMap<>(values);
    changed.put(setting, value == null ? setting.standard() : value);
    return new Settings(changed, seen, words);
  }

  /**
   * The same, of which one is said in these words, as where its value is a copy of what is meant.
   */
  public Settings saying(Setting<?> setting, String said) {
    Map<Setting<?>, String> changed = new LinkedHashMap<>(words);
    changed.put(setting, said);
    return new Settings(values, seen, changed);
  }

  /** What is let into the lake. */
  public IngestPolicy admission() {
    return new IngestPolicy(
        get(REJECT_TOLERANCE),
        new Thresholds(get(JUDGEMENT_CHANGE), get(CASE_CHANGE)),
        get(EXPECTED_SHARE),
        Set.copyOf(get(ACCEPT)));
  }

  /** The trust in focus; null for none, and for all of them. */
  public String focusTrust() {
    return isEveryTrustInFocus() ? null : get(FOCUS);
  }

  public boolean isEveryTrustInFocus() {
    return ReportPage.EVERY_TRUST.equals(get(FOCUS));
  }

  /** The rules that decide figures. */
  public AnalysisRules analysisRules() {
    return new AnalysisRules(
        get(SCORE_RULE),
        BenchmarkRule.of(get(BENCHMARK_RULE)).orElseThrow(),
        VerdictRule.of(get(VERDICT_RULE)).orElseThrow(),
        get(RELIABLE_FROM),
        Optional.ofNullable(get(AS_AT)),
        Optional.ofNullable(focusTrust()),
        Optional.ofNullable(get(COMPARATOR)),
        get(COMPARATORS),
        get(FINITE_POPULATION));
  }

  public boolean isInternal() {
    return get(AUDIENCE).equals(Audience.INTERNAL.id());
  }

  /** Where all lies that is for the audience. */
  public AudienceFolder audienceFolder() {
    return new AudienceFolder(get(OUTPUT), isInternal() ? Audience.INTERNAL : Audience.PUBLIC);
  }

  /** How far a release for the public protects cases. */
  public DisclosureRules disclosureRules() {
    return new DisclosureRules(get(SUPPRESS_BELOW), get(ROUND_COUNTS_TO));
  }

  /** What a release records of the settings that decide what it says, without any path. */
  public Map<String, Object> recorded() {
    Settings all = only(ALL);
    Map<String, Object> recorded = new LinkedHashMap<>();
    ALL.stream()
        .filter(Setting::isDecisive)
        .forEach(setting -> recorded.put(setting.name(), recorded(all, setting)));
    recorded.values().removeIf(Objects::isNull);
    return recorded;
  }

  private static <T> Object recorded(Settings all, Setting<T> setting) {
    return setting.recorded(all, all.get(setting));
  }

  /** The record as JSON, so that it can be kept. */
  public String recordedJson() {
    try {
      return new JsonMapper().writeValueAsString(recorded());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Settings are texts and numbers", e);
    }
  }

  /**
   * The settings that decide figures, and those of the job that are not standard, as a sentence.
   *
   * @param instead said in the place of some
   */
  public String sentence(Map<Setting<?>, String> instead, Terms terms) {
    Settings all = only(ALL);
    List<String> said = new ArrayList<>();
    for (Setting<?> setting : ALL) {
      if (seen.contains(setting)) {
        String known = instead.getOrDefault(setting, words.get(setting));
        said.add(known == null ? said(all, setting, terms) : known);
      }
    }
    said.removeIf(String::isEmpty);
    return String.join(", ", said);
  }

  private static <T> String said(Settings all, Setting<T> setting, Terms terms) {
    return setting.said(all, all.get(setting), terms);
  }

  /** What was let in, as words and numbers; it decides which submissions count and no figure. */
  public Map<String, Object> admitted() {
    Map<String, Object> admitted = new LinkedHashMap<>();
    for (Setting<?> setting : List.of(JUDGEMENT_CHANGE, CASE_CHANGE, EXPECTED_SHARE, ACCEPT)) {
      admitted.put(setting.name(), values.get(setting));
    }
    return admitted;
  }

  /** Where things lie, whichever job asks. */
  public Map<String, Object> places() {
    Map<String, Object> places = new LinkedHashMap<>();
    for (Setting<?> setting : PLACES) {
      boolean isInstead = setting.equals(SUBMISSIONS) && values.get(EXTRACT) != null;
      if (values.get(setting) != null && !isInstead) {
        places.put(setting.name(), values.get(setting).toString());
      }
    }
    return places;
  }

  /** The flags that read what this run would read, whichever job asks. */
  public List<String> sentFlags() {
    Settings all = only(ALL);
    List<String> words = new ArrayList<>();
    if (all.get(EXTRACT) != null) {
      all.get(EXTRACT)
          .forEach(address -> words.addAll(List.of(EXTRACT.flag(), address.absolute())));
      if (all.get(LAYOUT) != null) {
        words.addAll(List.of(LAYOUT.flag(), all.get(LAYOUT)));
      }
    } else {
      Path folder = all.get(SUBMISSIONS);
      words.addAll(
          List.of(SUBMISSIONS.flag(), folder == null ? "DIR" : folder.toAbsolutePath().toString()));
    }
    return words;
  }

  /** Settings that were given and decide nothing any more. */
  public List<String> withoutEffect() {
    return ALL.stream()
        .filter(setting -> setting.isWithoutEffect() && values.get(setting) != null)
        .map(Setting::name)
        .toList();
  }
}

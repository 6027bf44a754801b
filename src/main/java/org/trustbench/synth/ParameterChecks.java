package org.trustbench.synth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.trustbench.framework.Attribute;
import org.trustbench.framework.Framework;
import org.trustbench.framework.Question;
import org.trustbench.framework.Theme;
import org.trustbench.framework.Trust;
import org.trustbench.framework.TrustRegister;

/** Finds what parameters say of things that the framework or the parameters do not have. */
final class ParameterChecks {
  private final Framework framework;
  private final List<String> mistakes = new ArrayList<>();

  private ParameterChecks(Framework framework) {
    this.framework = framework;
  }

  /** Every mistake, each naming its place. */
  static List<String> mistakes(Framework framework, SyntheticParameters parameters) {
    ParameterChecks checks = new ParameterChecks(framework);
    new TreeMap<>(parameters.profiles()).forEach(checks::profile);
    checks.trusts(parameters);
    return checks.mistakes;
  }

  /**
   * The parameters without what a framework no longer has: somebody who changes a copy of a
   * built-in framework can still use its parameters for the rest.
   */
  static SyntheticParameters known(Framework framework, SyntheticParameters parameters) {
    Map<String, Profile> profiles = new TreeMap<>();
    parameters.profiles().forEach((name, profile) -> profiles.put(name, known(framework, profile)));
    return new SyntheticParameters(
        parameters.description(),
        parameters.seed(),
        parameters.scale(),
        parameters.inspectors(),
        profiles,
        parameters.trusts());
  }

  private static Profile known(Framework framework, Profile profile) {
    Map<String, Profile.OfQuestion> questions = new TreeMap<>(profile.questions());
    questions.keySet().retainAll(questionIds(framework));
    Map<String, Double> sections = new TreeMap<>(profile.sections());
    sections.keySet().retainAll(sectionIds(framework));
    Map<String, Profile.OfAttribute> attributes = new java.util.LinkedHashMap<>();
    profile
        .attributes()
        .forEach(
            (id, attribute) ->
                framework.attributes().stream()
                    .filter(known -> known.id().equals(id))
                    .filter(known -> unknownValues(known, attribute).isEmpty())
                    .findFirst()
                    .ifPresent(known -> attributes.put(id, attribute)));
    return profile.with(sections, questions, attributes);
  }

  private void profile(String name, Profile profile) {
    String place = "profile " + name + ": ";
    absent(place + "question", profile.questions().keySet(), questionIds(framework));
    absent(place + "section", profile.sections().keySet(), sectionIds(framework));
    profile
        .questions()
        .forEach(
            (id, question) -> {
              if (question.event() != null) {
                absent(
                    place + "question " + id + " event",
                    Set.of(question.event()),
                    profile.events().keySet());
              }
              rate(place + "question " + id + " sufficient", question.sufficient());
              rate(place + "question " + id + " not_applicable", question.notApplicable());
              rate(place + "question " + id + " not_recorded", question.notRecorded());
            });
    profile.events().forEach((id, share) -> rate(place + "event " + id, share));
    Set<String> drawn = new HashSet<>();
    profile.attributes().forEach((id, attribute) -> attribute(place, id, attribute, drawn));
  }

  private void attribute(
      String place, String id, Profile.OfAttribute attribute, Set<String> drawn) {
    Map<String, Attribute> known =
        framework.attributes().stream().collect(Collectors.toMap(Attribute::id, a -> a));
    absent(place + "attribute", Set.of(id), known.keySet());
    if (known.containsKey(id)) {
      for (String value : unknownValues(known.get(id), attribute)) {
        mistakes.add("%sattribute %s has no value %s".formatted(place, id, value));
      }
    }
    for (Profile.Given given : attribute.given()) {
      absent(place + "attribute " + id + " given, drawn earlier,", given.when().keySet(), drawn);
    }
    drawn.add(id);
  }

  private static List<String> unknownValues(Attribute known, Profile.OfAttribute attribute) {
    if (known.isOpen()) {
      return List.of();
    }
    Set<String> used = new HashSet<>(attribute.shares().keySet());
    used.addAll(attribute.effects().keySet());
    attribute.given().forEach(given -> used.addAll(given.shares().keySet()));
    used.removeAll(known.values().stream().map(Attribute.Value::code).toList());
    return used.stream().sorted().toList();
  }

  private void trusts(SyntheticParameters parameters) {
    TrustRegister register = new TrustRegister(framework.trusts());
    Map<String, String> streams = new HashMap<>();
    for (SyntheticTrust trust : parameters.trusts()) {
      String place = "trust " + trust.code() + ": ";
      absent(place + "profile", Set.of(trust.profileName()), parameters.profiles().keySet());
      String other = streams.put(trust.profile(), trust.code());
      if (other != null) {
        mistakes.add(
            "%sprofile %s is also that of %s: number them, as in %s#2"
                .formatted(place, trust.profile(), other, trust.profileName()));
      }
      if (register.find(trust.spelling()).map(Trust::code).filter(trust.code()::equals).isEmpty()) {
        mistakes.add("%sspelling \"%s\" is not known for it".formatted(place, trust.spelling()));
      }
    }
  }

  private void rate(String place, Double rate) {
    if (rate != null && !(rate >= 0 && rate <= 1)) {
      mistakes.add("%s is %s, not between 0 and 1".formatted(place, rate));
    }
  }

  private void absent(String place, Set<String> used, Set<String> known) {
    used.stream()
        .filter(id -> !known.contains(id))
        .sorted()
        .forEach(id -> mistakes.add("%s: there is no %s".formatted(place, id)));
  }

  private static Set<String> questionIds(Framework framework) {
    return framework.questions().stream().map(Question::id).collect(Collectors.toSet());
  }

  private static Set<String> sectionIds(Framework framework) {
    return framework.themes().stream()
        .flatMap(theme -> theme.sections().stream())
        .map(Theme.Section::id)
        .collect(Collectors.toSet());
  }
}

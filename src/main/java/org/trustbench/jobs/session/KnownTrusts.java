package org.trustbench.jobs.session;

import static org.trustbench.jobs.settings.FocusSettings.COMPARATOR;
import static org.trustbench.jobs.settings.FocusSettings.FOCUS;
import static org.trustbench.jobs.settings.RuleSettings.COMPARATORS;

import java.util.List;
import java.util.stream.Stream;
import org.trustbench.PipelineException;
import org.trustbench.benchmark.UserComparator;
import org.trustbench.framework.Framework;
import org.trustbench.framework.NearestWord;
import org.trustbench.framework.Trust;
import org.trustbench.framework.TrustRegister;
import org.trustbench.jobs.settings.Settings;

/** Trusts and comparators of a framework, by the names that settings and options give them. */
final class KnownTrusts {
  private final Framework framework;
  private final TrustRegister register;

  KnownTrusts(Framework framework) {
    this.framework = framework;
    this.register = new TrustRegister(framework.trusts());
  }

  /**
   * A trust that an option names.
   *
   * @param name its code or name
   * @throws PipelineException if the framework knows none of that name
   */
  Trust trust(String option, String name) {
    return register
        .find(name)
        .orElseThrow(
            () ->
                PipelineException.usage(
                    framework
                        .terms()
                        .text(
                            "%s \"%s\" is not {an institution} of %s: %s",
                            option, name, framework.id(), meant(name))));
  }

  /** The trust that was most likely meant, or where all are listed. */
  private String meant(String name) {
    List<String> known =
        framework.trusts().stream()
            .flatMap(trust -> Stream.of(trust.code(), trust.name()))
            .toList();
    return NearestWord.to(name, known)
        .map("did you mean %s? give a code or name from its trusts.csv"::formatted)
        .orElse("give a code or name from its trusts.csv");
  }

  /** Settings with their trusts by code and their comparator by id. */
  Settings resolved(Settings named) {
    List<UserComparator> comparators = named.get(COMPARATORS).stream().map(this::resolved).toList();
    List<String> ids =
        Stream.concat(
                framework.comparators().stream().map(comparator -> comparator.id()),
                comparators.stream().map(UserComparator::id))
            .toList();
    String focus = named.focusTrust() == null ? null : trust("focus", named.focusTrust()).code();
    String comparator = named.get(COMPARATOR) == null ? ids.get(0) : named.get(COMPARATOR);
    if (!ids.contains(comparator)) {
      throw PipelineException.usage(
          "comparator \"%s\" is not one of %s%s"
              .formatted(
                  comparator,
                  ids,
                  NearestWord.to(comparator, ids).map("; did you mean %s?"::formatted).orElse("")));
    }
    return named
        .with(FOCUS, focus == null ? named.get(FOCUS) : focus)
        .with(COMPARATOR, comparator)
        .with(COMPARATORS, comparators);
  }

  /** Trusts may be named in any way that the register knows. */
  private UserComparator resolved(UserComparator own) {
    if (framework.comparators().stream().anyMatch(known -> known.id().equals(own.id()))) {
      throw PipelineException.usage(
          "comparator %s of the settings has the id of one of %s's own"
              .formatted(own.id(), framework.id()));
    }
    if (!(own instanceof UserComparator.Group group)) {
      return own;
    }
    List<String> codes =
        group.trusts().stream().map(name -> member(own, name)).distinct().sorted().toList();
    return new UserComparator.Group(own.id(), own.label(), codes);
  }

  private String member(UserComparator own, String name) {
    return register
        .find(name)
        .map(Trust::code)
        .orElseThrow(
            () ->
                PipelineException.usage(
                    framework
                        .terms()
                        .text(
                            "comparator %s names \"%s\", which is not {an institution} of %s",
                            own.id(), name, framework.id())));
  }
}

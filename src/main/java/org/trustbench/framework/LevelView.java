package org.trustbench.framework;

import java.util.ArrayList;
import java.util.List;
import org.trustbench.terms.Terms;

/**
 * A framework as a level of groups has it: its institutions are the groups, and its cases the
 * institutions ({@link Framework#atLevel}).
 */
record LevelView(Framework framework, Level level) {

  Framework atLevel() {
    List<Level> above =
        framework
            .levels()
            .subList(framework.levels().indexOf(level) + 1, framework.levels().size());
    List<Comparator> comparedWith = new ArrayList<>();
    comparedWith.add(new Comparator(Level.ALL, "All " + level.group().many(), List.of()));
    above.forEach(
        one -> comparedWith.add(new Comparator(one.by(), label(one.by()), List.of(one.by()))));
    return new Framework(
        framework.id(),
        framework.version(),
        framework.title() + ", " + level.group().many(),
        framework.description(),
        framework.programme(),
        new Terms(level.group(), framework.terms().institution()),
        framework.evidence(),
        framework.answers(),
        framework.missing(),
        framework.themes(),
        framework.questions(),
        framework.attributes(),
        List.of(),
        framework.measureKinds(),
        framework.measures().stream().filter(Measure::isScored).toList(),
        framework.scales(),
        framework.distributions(),
        List.of(),
        framework.dimensions().stream()
            .filter(named -> above.stream().anyMatch(one -> one.by().equals(named.id())))
            .toList(),
        comparedWith,
        List.of(),
        List.of(),
        List.of(),
        framework.forms(),
        SampleDesign.NONE,
        framework.vocabulary(),
        framework.findingPatterns(),
        RatingRules.NONE,
        level.groups(framework.trusts(), above),
        List.of(),
        List.of(),
        framework.files(),
        framework.hash(),
        framework.formHash());
  }

  private String label(String dimension) {
    return framework.dimensions().stream()
        .filter(named -> named.id().equals(dimension))
        .findFirst()
        .orElseThrow()
        .label();
  }
}

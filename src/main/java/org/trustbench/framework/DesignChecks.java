package org.trustbench.framework;

import static org.trustbench.framework.FrameworkReader.JSON_FILE;

import java.util.List;

/** Finds a sample design whose attributes are none, or are not what it needs. */
final class DesignChecks {
  private static final String PLACE = "sample_design";

  private final Framework framework;
  private final Mistakes mistakes;

  DesignChecks(Framework framework, Mistakes mistakes) {
    this.framework = framework;
    this.mistakes = mistakes;
  }

  void check() {
    SampleDesign design = framework.sampleDesign();
    if (!design.isDeclared()) {
      return;
    }
    List<String> known = framework.attributes().stream().map(Attribute::id).toList();
    mistakes.dangling(
        JSON_FILE, PLACE, List.of(design.strata(), design.population()), known, "attributes");
    for (Attribute attribute : framework.attributes()) {
      if (attribute.id().equals(design.strata()) && attribute.isOpen()) {
        mistakes.add(
            JSON_FILE,
            PLACE,
            "strata %s may have any value".formatted(attribute.id()),
            "list its values, so that a misspelt one makes no stratum of its own");
      }
      if (attribute.id().equals(design.population()) && !attribute.isOpen()) {
        mistakes.add(
            JSON_FILE,
            PLACE,
            "population %s lists its values".formatted(attribute.id()),
            "leave out its values: it holds a number");
      }
    }
  }
}

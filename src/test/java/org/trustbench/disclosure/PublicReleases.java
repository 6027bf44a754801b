package org.trustbench.disclosure;

import java.util.ArrayList;
import java.util.List;
import org.trustbench.benchmark.Benchmark;
import org.trustbench.benchmark.Choices;
import org.trustbench.benchmark.Inspected;
import org.trustbench.disclosure.ReleaseContent.Coverage;
import org.trustbench.disclosure.adversary.PublishedTables;
import org.trustbench.framework.Framework;
import org.trustbench.publish.RenderedTables;

/** Public releases of programmes, as texts. */
public final class PublicReleases {
  private PublicReleases() {}

  /** What is published of a programme. */
  public static PublishedTables of(
      Framework framework, List<Inspected> inspected, Protection protection) {
    return tables(Disclosure.forPublic(internal(framework, inspected), protection));
  }

  /** What would be if small bases were withheld and nothing that leads to them. */
  public static PublishedTables withoutSecondary(
      Framework framework, List<Inspected> inspected, Protection protection) {
    return tables(
        Disclosure.disclosed(internal(framework, inspected), protection, false).content());
  }

  /** The content before anything is withheld. */
  public static ReleaseContent internal(Framework framework, List<Inspected> inspected) {
    List<Coverage> coverage = new ArrayList<>();
    for (Inspected one : inspected) {
      coverage.add(
          new Coverage(
              one.inspectionId(),
              one.trust().code(),
              one.inspectionId() + "/judgements.csv",
              one.cases() * 5,
              one.cases() * 5,
              0L,
              0L,
              0L,
              one.cases(),
              0L,
              null,
              null,
              "accepted"));
    }
    Choices choices = new Choices(Choices.POOLED, 10, null);
    return ReleaseContent.internal(
        true, Benchmark.of(framework, choices, inspected), coverage, List.of(), List.of());
  }

  private static PublishedTables tables(ReleaseContent content) {
    return new PublishedTables(RenderedTables.of(content));
  }
}

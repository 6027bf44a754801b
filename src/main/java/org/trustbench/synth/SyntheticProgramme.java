package org.trustbench.synth;

import java.util.stream.Stream;
import org.trustbench.PipelineException;
import org.trustbench.framework.Framework;

/** A programme of made-up inspections. The same seed makes the same programme anywhere. */
public final class SyntheticProgramme {
  private final Framework framework;
  private final SyntheticParameters parameters;
  private final RandomStreams random;

  private SyntheticProgramme(Framework framework, SyntheticParameters parameters, long seed) {
    this.framework = framework;
    this.parameters = parameters;
    this.random = new RandomStreams(seed);
  }

  public static SyntheticProgramme generate(
      Framework framework, SyntheticParameters parameters, long seed) {
    return new SyntheticProgramme(framework, parameters, seed);
  }

  public Framework framework() {
    return framework;
  }

  /** The inspections, each made when the stream comes to it; the stream may be made parallel. */
  public Stream<SyntheticInspection> inspections() {
    return parameters.trusts().stream().map(this::inspection);
  }

  private SyntheticInspection inspection(SyntheticTrust trust) {
    Profile profile = parameters.profiles().get(trust.profileName());
    if (profile == null) {
      throw PipelineException.usage(
          "Trust %s: there is no profile %s".formatted(trust.code(), trust.profileName()));
    }
    return new InspectionModel(framework, profile, trust, random).draw(trust, parameters.scale());
  }
}

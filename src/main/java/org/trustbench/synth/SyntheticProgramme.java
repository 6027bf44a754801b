package org.trustbench.synth;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.trustbench.PipelineException;
import org.trustbench.framework.Form;
import org.trustbench.framework.Framework;

/** A programme of made-up inspections. The same seed makes the same programme anywhere. */
public final class SyntheticProgramme {
  private final Framework framework;
  private final SyntheticParameters parameters;
  private final RandomStreams random;
  private final Map<String, Framework> byForm = new ConcurrentHashMap<>();

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
    return new InspectionModel(asked(trust), profile, trust, parameters.inspectors(), random)
        .draw(trust, parameters.scale());
  }

  /** The programme as the version of the form has it by which a trust is inspected. */
  private Framework asked(SyntheticTrust trust) {
    return byForm.computeIfAbsent(formVersion(framework, trust), framework::ofForm);
  }

  /**
   * The version of the form that is in force when the inspection of a trust begins.
   *
   * @throws PipelineException if that is before the first one
   */
  static String formVersion(Framework framework, SyntheticTrust trust) {
    if (framework.forms().isEmpty()) {
      return Form.ONLY;
    }
    return Form.inForce(framework.forms(), trust.start())
        .map(Form::version)
        .orElseThrow(
            () ->
                PipelineException.usage(
                    "%s is to be inspected from %s, and the first version of the form is of %s: give it a later start in the parameters"
                        .formatted(trust.code(), trust.start(), framework.forms().get(0).from())));
  }
}

package org.trustbench.benchmark;

import java.util.Map;
import org.trustbench.synth.Profile;
import org.trustbench.synth.SyntheticParameters;
import org.trustbench.synth.SyntheticTrust;

/** Parameters under which no trust differs from another but by the luck of its cases. */
final class Alike {
  private Alike() {}

  static SyntheticParameters trusts(SyntheticParameters parameters) {
    return new SyntheticParameters(
        parameters.description(),
        parameters.seed(),
        parameters.scale(),
        Map.of("alike", alike(parameters.profiles().get("children"))),
        parameters.trusts().stream().map(Alike::alike).toList());
  }

  private static SyntheticTrust alike(SyntheticTrust trust) {
    return new SyntheticTrust(
        trust.code(),
        "alike#" + trust.code(),
        trust.spelling(),
        trust.caseload(),
        trust.tranche(),
        trust.start(),
        trust.end(),
        trust.published(),
        trust.format());
  }

  private static Profile alike(Profile profile) {
    return new Profile(
        null,
        profile.cases(),
        profile.interviews(),
        profile.samplesSpread(),
        profile.inspectors(),
        0,
        0,
        0,
        profile.caseSd(),
        0,
        profile.sufficient(),
        profile.sufficientSd(),
        profile.notApplicable(),
        profile.notRecorded(),
        0,
        Map.of(),
        profile.questions(),
        profile.attributes(),
        profile.events());
  }
}

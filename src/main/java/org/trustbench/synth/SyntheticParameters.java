package org.trustbench.synth;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.trustbench.PipelineException;
import org.trustbench.framework.Framework;
import org.trustbench.framework.SucceededInstitution;

/**
 * The parameters of a synthetic programme.
 *
 * @param description a sentence on where the numbers come from
 * @param seed the seed of the programme unless another is asked for
 * @param scale what samples of cases and interviews are multiplied by
 * @param inspectors of the whole programme, who differ in severity; 0 where each inspection has its
 *     own, all alike
 * @param profiles complete profiles by name
 * @param trusts the inspections to make, in order of trust code
 */
public record SyntheticParameters(
    String description,
    long seed,
    double scale,
    int inspectors,
    Map<String, Profile> profiles,
    List<SyntheticTrust> trusts) {

  /** The profile a trust has when none is named. */
  public static final String DEFAULT_PROFILE = "default";

  public SyntheticParameters {
    profiles = Map.copyOf(profiles);
    trusts = List.copyOf(trusts);
  }

  /**
   * Reads parameters: from a file, or those that come with a built-in framework of the same id, or
   * defaults that suit any framework, in which every trust has the default profile.
   *
   * @param file null for the built-in ones
   */
  public static SyntheticParameters read(Framework framework, Path file) {
    return ParametersReader.read(framework, file);
  }

  /** The same with samples of another size. */
  public SyntheticParameters scaledBy(double factor) {
    return new SyntheticParameters(description, seed, scale * factor, inspectors, profiles, trusts);
  }

  /**
   * The same judged by inspectors of the whole programme: each inspection by some of them, drawn,
   * who differ in severity, are named in every file and read a tenth of the cases a second time.
   *
   * @param programme how many there are
   */
  public SyntheticParameters judgedBy(int programme) {
    return new SyntheticParameters(description, seed, scale, programme, profiles, trusts);
  }

  /** The same with every inspection sent in one format. */
  public SyntheticParameters sentAs(FileFormat format) {
    return withTrusts(
        trust ->
            new SyntheticTrust(
                trust.code(),
                trust.profile(),
                trust.spelling(),
                trust.caseload(),
                trust.tranche(),
                trust.start(),
                trust.end(),
                trust.published(),
                trust.round(),
                format));
  }

  /**
   * The same trusts inspected another time, two years later for each round: with other cases, and
   * with work that is better or worse than it was.
   *
   * @param round from 1
   */
  public SyntheticParameters inRound(int round) {
    return withTrusts(trust -> trust.inRound(round));
  }

  /** The same but for trusts that others had succeeded when their inspection would begin. */
  public SyntheticParameters without(List<SucceededInstitution> successions) {
    return new SyntheticParameters(
        description,
        seed,
        scale,
        inspectors,
        profiles,
        trusts.stream()
            .filter(
                trust ->
                    successions.stream()
                        .noneMatch(
                            one -> one.code().equals(trust.code()) && one.isOver(trust.start())))
            .toList());
  }

  /**
   * The same for those trusts alone whose inspection is made by one version of the form.
   *
   * @throws PipelineException if it is that of none, or a trust begins before the first version
   */
  public SyntheticParameters madeBy(Framework framework, String formVersion) {
    List<String> codes =
        trusts.stream()
            .filter(trust -> SyntheticProgramme.formVersion(framework, trust).equals(formVersion))
            .map(SyntheticTrust::code)
            .toList();
    if (codes.isEmpty()) {
      throw PipelineException.usage(
          "nobody is inspected by version %s of the form in this round: give --round N, each is two years after the one before"
              .formatted(formVersion));
    }
    return only(codes);
  }

  /** The same with another of its profiles for one trust. */
  public SyntheticParameters withProfile(String code, String profile) {
    trust(code);
    return withTrusts(trust -> trust.code().equals(code) ? withProfile(trust, profile) : trust);
  }

  /** The same with two trusts' profiles exchanged. */
  public SyntheticParameters swapping(String one, String other) {
    String profileOfOne = trust(one).profile();
    String profileOfOther = trust(other).profile();
    return withTrusts(
        trust ->
            trust.code().equals(one)
                ? withProfile(trust, profileOfOther)
                : trust.code().equals(other) ? withProfile(trust, profileOfOne) : trust);
  }

  /** The same for some trusts only. */
  public SyntheticParameters only(List<String> codes) {
    return new SyntheticParameters(
        description,
        seed,
        scale,
        inspectors,
        profiles,
        trusts.stream().filter(trust -> codes.contains(trust.code())).toList());
  }

  private SyntheticTrust trust(String code) {
    return trusts.stream()
        .filter(trust -> trust.code().equals(code))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No trust " + code));
  }

  private SyntheticParameters withTrusts(UnaryOperator<SyntheticTrust> change) {
    return new SyntheticParameters(
        description, seed, scale, inspectors, profiles, trusts.stream().map(change).toList());
  }

  private static SyntheticTrust withProfile(SyntheticTrust trust, String profile) {
    return new SyntheticTrust(
        trust.code(),
        profile,
        trust.spelling(),
        trust.caseload(),
        trust.tranche(),
        trust.start(),
        trust.end(),
        trust.published(),
        trust.round(),
        trust.format());
  }
}

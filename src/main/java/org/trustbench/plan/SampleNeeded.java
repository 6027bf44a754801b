package org.trustbench.plan;

/** The sample size that one measure needs, or why none can be given. */
public sealed interface SampleNeeded {
  /**
   * So many cases of every institution.
   *
   * @param assessed those in which anything is assessed
   * @param sampled those to be drawn for as many to be expected
   */
  record Cases(long assessed, long sampled) implements SampleNeeded {}

  /**
   * Cases in which anything is assessed; how many have to be drawn for them is not known.
   *
   * @param reason as part of a sentence, with what to do about it
   */
  record Assessed(long assessed, String reason) implements SampleNeeded {}

  /**
   * No number.
   *
   * @param reason as part of a sentence, with what to do about it
   */
  record Unknown(String reason) implements SampleNeeded {}
}

/**
 * Makes up a programme of inspections of any size, for any framework, from a seed.
 *
 * <p>{@link org.trustbench.synth.SyntheticParameters} say what to make; they are data. {@link
 * org.trustbench.synth.SyntheticProgramme} makes it, one inspection at a time; {@link
 * org.trustbench.synth.ProgrammeWriter} writes what trusts would send, {@link
 * org.trustbench.synth.ExtractWriter} one national file. Nothing made here describes a real case:
 * every manifest says {@code synthetic: true}.
 */
package org.trustbench.synth;

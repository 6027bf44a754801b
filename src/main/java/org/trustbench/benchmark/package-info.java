/**
 * Works out scores, comparisons, ranks and findings from tallies: plain Java on plain records.
 *
 * <p>{@link org.trustbench.benchmark.Benchmark} makes {@link org.trustbench.benchmark.Results} of
 * the tallies of all inspections, by the {@link org.trustbench.benchmark.AnalysisRules} of a run;
 * the formulas themselves are in {@link org.trustbench.stats}.
 */
package org.trustbench.benchmark;

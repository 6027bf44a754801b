/**
 * What people read of a release, before it is laid out: tables by what they show (league,
 * benchmark, targets, peers and so on) and sentences ({@code *Sentences}, {@code *Words}).
 *
 * <p>A table is a {@link org.trustbench.summary.grid.Grid} of typed cells, which terminal, page and
 * workbook render. {@link org.trustbench.summary.SummarySentences} writes the summary of an
 * institution, {@link org.trustbench.summary.CertaintySentences} how far it can be relied on.
 */
package org.trustbench.summary;

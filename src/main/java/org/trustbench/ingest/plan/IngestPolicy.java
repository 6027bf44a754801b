package org.trustbench.ingest.plan;

import java.util.Set;
import org.trustbench.audit.Thresholds;

/**
 * The rules by which submissions are taken into the lake: how many rejects and how much change is
 * tolerated.
 *
 * @param rejectTolerance share of cells, 0 to 1, that may be rejected before a submission is
 *     refused
 * @param thresholds how far a submission may be from the one it replaces
 * @param expectedShare share of the framework's trusts, 0 to 1, that must have an inspection
 *     afterwards
 * @param accepting inspections that are taken in although an audit would hold them, or although
 *     they were withdrawn
 */
public record IngestPolicy(
    double rejectTolerance, Thresholds thresholds, double expectedShare, Set<String> accepting) {}

package org.trustbench.audit;

import java.io.Serializable;

/**
 * How much a submission may differ from the one it replaces before somebody has to look at it.
 *
 * @param judgements share of the judgements there were, 0 and up
 * @param cases share of the cases there were, 0 and up
 */
public record Thresholds(double judgements, double cases) implements Serializable {}

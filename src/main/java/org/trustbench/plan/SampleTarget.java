package org.trustbench.plan;

import java.util.OptionalLong;
import org.trustbench.stats.VerdictRule;

/**
 * The precision and power that a sample is to reach; figures are proportions, at 95 %.
 *
 * @param halfWidth half the width of an interval, above 0
 * @param difference of an institution from the others, to be found on either side of them
 * @param power how often it is to be found, between 0 and 1
 * @param rule by which the verdict is reached
 * @param institutions that are compared, each with as many cases
 * @param caseload cases that an institution has; empty where that is not known
 * @param isFinitePopulation whether intervals allow for the share of the caseload that is sampled
 */
public record SampleTarget(
    double halfWidth,
    double difference,
    double power,
    VerdictRule rule,
    long institutions,
    OptionalLong caseload,
    boolean isFinitePopulation) {}

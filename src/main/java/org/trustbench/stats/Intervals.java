package org.trustbench.stats;

/** The intervals of one figure at both levels at which verdicts are given: 95 % and 99.8 %. */
public record Intervals(Interval at95, Interval at998) {}

package org.trustbench.benchmark;

import java.util.List;

/**
 * A comparator of the user's own, with which every trust is compared: a group of trusts, which it
 * need not belong to, or a fixed value.
 *
 * @param id what {@code --comparator} takes
 * @param label what tables call it
 * @param trusts codes of the group's trusts; null for a fixed value
 * @param fixed a proportion; null for a group
 */
public record UserComparator(String id, String label, List<String> trusts, Double fixed) {}

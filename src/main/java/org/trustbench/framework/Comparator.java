package org.trustbench.framework;

import java.io.Serializable;

/**
 * Whom a trust is compared with.
 *
 * @param id what {@code --comparator} takes
 * @param label what tables call it
 * @param by the trust dimension that groups trusts; null when every inspected trust is a member
 */
public record Comparator(String id, String label, String by) implements Serializable {}

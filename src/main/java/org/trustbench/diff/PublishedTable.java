package org.trustbench.diff;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A table of a release as it was published.
 *
 * @param key the columns that together identify a row
 * @param numbers the columns that hold numbers
 * @param rows cells as text, empty where there is no value, by column
 */
public record PublishedTable(
    String name,
    List<String> key,
    List<String> columns,
    Set<String> numbers,
    List<Map<String, String>> rows) {}

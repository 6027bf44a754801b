package org.trustbench.matrix;

import java.util.List;

/**
 * A case as it stands in one inspection.
 *
 * @param attributes the codes of the framework's attributes in their order; null where not recorded
 * @param file number of the file it came from, among the inspection's files
 * @param line its line there, counted from 1
 */
public record CaseRow(String id, String evidence, List<String> attributes, int file, int line) {}

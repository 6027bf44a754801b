package org.trustbench.ingest.rows;

import java.util.List;

/**
 * The first rows of a sheet that hold anything, as they stand, whatever they are.
 *
 * @param name of the sheet
 * @param numbers of the rows, counted from 1
 * @param rows the cells of each, as far as the last that holds anything
 */
public record SheetBegin(String name, List<Integer> numbers, List<List<String>> rows) {}

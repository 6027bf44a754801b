/**
 * Tables for people as grids of typed cells, and how a cell becomes text. Each output (terminal,
 * page, workbook, Tablesaw) renders the same grid.
 */
package org.trustbench.summary.grid;

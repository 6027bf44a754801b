/**
 * The OpenDocument files of a release, which anybody's program can read: the workbook of league
 * tables, and the draft findings as a text.
 */
package org.trustbench.publish.workbook;

/** The workbook of a release: an OpenDocument spreadsheet that anybody's program can read. */
package org.trustbench.publish.workbook;

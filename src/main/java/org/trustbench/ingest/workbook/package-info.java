/** Reads the tables of workbooks: the texts of their cells as people see them. */
package org.trustbench.ingest.workbook;

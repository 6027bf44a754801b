/** What every format has in common: rows that a task reads from a file or from a slice of it. */
package org.trustbench.ingest.rows;

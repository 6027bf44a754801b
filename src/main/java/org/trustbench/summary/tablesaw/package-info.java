/** Tables for people as Tablesaw's, for analysts; nothing that a run does needs them. */
package org.trustbench.summary.tablesaw;

/** Declarations of the lake's tables: columns, keys, and how a row is read back. */
package org.trustbench.lake.table;

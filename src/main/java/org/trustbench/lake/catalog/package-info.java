/**
 * The catalog and its Iceberg tables: opened, locked, made, read and changed, and changed again
 * when another run came between.
 */
package org.trustbench.lake.catalog;

/** Spark SQL on a lake, for questions alone. */
package org.trustbench.lake.sql;

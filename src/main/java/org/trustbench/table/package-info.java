/** What a table is: one declaration gives names, types, descriptions and the Parquet form. */
package org.trustbench.table;

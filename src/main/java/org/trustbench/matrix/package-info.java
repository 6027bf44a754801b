/** One inspection in memory: the kernel that ingest fills and tallies are made from. */
package org.trustbench.matrix;

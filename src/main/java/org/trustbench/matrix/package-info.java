/**
 * One inspection in memory: a matrix of cases and questions, one byte an answer, which ingest fills
 * from what was sent, or the lake from what is stored, and tallies are counted from.
 */
package org.trustbench.matrix;

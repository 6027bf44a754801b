/** The tables for people, by what they show: league, benchmark, detailed measures, coverage. */
package org.trustbench.summary;

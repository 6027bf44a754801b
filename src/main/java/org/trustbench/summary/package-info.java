/** Tables for people, by Tablesaw: league, benchmark, child protection. */
package org.trustbench.summary;

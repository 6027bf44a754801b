/** Finds files that are missing or damaged, and puts files written anew in their place. */
package org.trustbench.lake.repair;

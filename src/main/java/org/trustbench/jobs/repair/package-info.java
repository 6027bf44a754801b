/** Checks that the lake holds what it says, and writes again what it has lost. */
package org.trustbench.jobs.repair;

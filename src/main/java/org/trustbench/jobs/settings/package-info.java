/** The settings of a run: what there are, and how flags and a settings file give them. */
package org.trustbench.jobs.settings;

/** The jobs, their settings and the only main. */
package org.trustbench.jobs;

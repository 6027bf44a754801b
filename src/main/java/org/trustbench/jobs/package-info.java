/**
 * The jobs and the only main. What they share lies in rooms, each of which uses those before it:
 * {@link org.trustbench.jobs.settings}, {@link org.trustbench.jobs.terminal}, {@link
 * org.trustbench.jobs.spark}, {@link org.trustbench.jobs.session}, {@link
 * org.trustbench.jobs.stages}; then {@link org.trustbench.jobs.explain} and {@link
 * org.trustbench.jobs.repair}.
 */
package org.trustbench.jobs;

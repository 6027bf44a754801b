/**
 * Running tasks in parallel, in this process or on a cluster, and bringing their results together
 * by key.
 */
package org.trustbench.tasks;

/** Starts Spark where there is enough to do, or does its work on threads of this process. */
package org.trustbench.jobs.spark;

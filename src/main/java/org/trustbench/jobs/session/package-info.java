/** What the stages of one command share: framework, lake, workers and standard output. */
package org.trustbench.jobs.session;

/** What the stages of one command share: framework, lake, runner of tasks and standard output. */
package org.trustbench.jobs.session;

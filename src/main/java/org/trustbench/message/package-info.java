/**
 * What every message to people is made with: the cause of a failure, places in JSON, text that is
 * safe to print.
 */
package org.trustbench.message;

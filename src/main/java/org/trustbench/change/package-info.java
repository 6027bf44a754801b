/**
 * What changed in an institution from one inspection to the next: {@link
 * org.trustbench.change.ScoreChanges} sets each inspection beside the one before it.
 */
package org.trustbench.change;

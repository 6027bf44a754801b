/** What became of what was sent for an inspection, from the reader to the release. */
package org.trustbench.submission;

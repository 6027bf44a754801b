/** Reads the stored rows of submissions, of the present and of any release. */
package org.trustbench.lake.read;

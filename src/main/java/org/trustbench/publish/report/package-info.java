/** The report of a release: pages of HTML that need nothing but themselves. */
package org.trustbench.publish.report;

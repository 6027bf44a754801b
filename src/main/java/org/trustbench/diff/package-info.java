/** What differs between two releases, and which revisions of submissions brought it about. */
package org.trustbench.diff;

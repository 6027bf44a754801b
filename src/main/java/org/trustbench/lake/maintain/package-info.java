/** Removes what neither the present nor a release needs, and compacts small files. */
package org.trustbench.lake.maintain;

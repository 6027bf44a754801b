/** Reads what is stored of submissions. */
package org.trustbench.lake.read;

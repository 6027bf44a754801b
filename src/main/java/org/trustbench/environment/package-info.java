/**
 * What the program takes from where it runs: local paths, permissions of files, the locale of its
 * output, its own version, and the failpoints that crash tests set.
 */
package org.trustbench.environment;

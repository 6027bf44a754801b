/** Answers whoever sent something: what is to be mended in it, row by row, and what is unlikely. */
package org.trustbench.feedback;

/**
 * Who read what: what the two readings of a case say of the same questions, and how many judgements
 * of a case each inspector made.
 */
package org.trustbench.reading;

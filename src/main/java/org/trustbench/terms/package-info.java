/**
 * What an inspectorate calls its institutions and cases, and texts that leave places for these
 * words.
 */
package org.trustbench.terms;

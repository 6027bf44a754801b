/**
 * Disclosure control: what a release says is made fit for its audience before any writer has it.
 *
 * <p>For the public, small numbers are withheld, and with them whatever else would tell them by
 * subtraction (primary and secondary suppression); what is left is worked out anew and rounded.
 * {@link org.trustbench.disclosure.ReleaseContent} is all that a release says, {@link
 * org.trustbench.disclosure.Disclosure} the one function that every public release passes.
 */
package org.trustbench.disclosure;

/**
 * The attacker of public releases: reads only what is published and works out which integer counts
 * are still possible for every suppressed cell. It knows how releases are made, and nothing of how
 * cells are chosen for suppression.
 */
package org.trustbench.disclosure.adversary;

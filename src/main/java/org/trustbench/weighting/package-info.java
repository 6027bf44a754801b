/**
 * Scores weighted by how cases were sampled, where a framework declares strata of unequal chances:
 * beside the unweighted scores, and in no verdict's place.
 */
package org.trustbench.weighting;

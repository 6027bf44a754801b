/**
 * Ratings by a framework's own rules, and how often another draw of the cases would bring another
 * rating.
 */
package org.trustbench.rating;

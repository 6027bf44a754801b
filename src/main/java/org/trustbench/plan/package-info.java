/**
 * How many cases a programme needs: from a framework, and what a lake or somebody's assumptions say
 * of its cases, to the sample that every measure asks for.
 */
package org.trustbench.plan;

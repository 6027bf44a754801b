/**
 * How far inspectors agree and differ: of all of them together, and never of one. What is told here
 * is for the inspectorate itself.
 */
package org.trustbench.inspector;

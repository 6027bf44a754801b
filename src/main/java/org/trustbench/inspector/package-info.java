/**
 * How far inspectors agree and differ: of all of them together, and never of one. These figures are
 * for the inspectorate itself.
 */
package org.trustbench.inspector;

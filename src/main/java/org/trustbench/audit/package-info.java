/**
 * Audits: checks of an inspection's rows after they are stored and before they count. Each is one
 * class, and looks at the rows as they were read back from the lake.
 */
package org.trustbench.audit;

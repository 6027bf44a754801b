/**
 * What is asked of an inspection's rows after they are stored and before they count: each question
 * a small thing of its own, that looks at the rows as they were read back.
 */
package org.trustbench.audit;

/** Drafts a framework from a national extract, and marks in it what only a person can decide. */
package org.trustbench.draft;

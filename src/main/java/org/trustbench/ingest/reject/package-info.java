/**
 * Why a row or a submission is not accepted: the named rules, what is recorded, and what a message
 * may quote without telling of a person.
 */
package org.trustbench.ingest.reject;

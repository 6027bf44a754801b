/**
 * Feeds a release to a database, PostgreSQL or one DuckDB file: the tables of its star schema,
 * views of the current release, and views ready for dashboards.
 */
package org.trustbench.feed;

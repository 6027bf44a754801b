/**
 * A release into a database: the tables of its star schema, views of the current release, and views
 * ready for dashboards, in PostgreSQL or in one DuckDB file.
 */
package org.trustbench.feed;

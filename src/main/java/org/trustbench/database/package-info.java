/** How a database is named and who asks it: never by a password that others may read. */
package org.trustbench.database;

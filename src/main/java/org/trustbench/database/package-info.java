/**
 * Addresses of databases and the credentials for them, which never stand where others read them.
 */
package org.trustbench.database;

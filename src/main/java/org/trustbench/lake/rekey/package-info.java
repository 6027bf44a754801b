/** Brings what is stored under another key: rows are copied, and one commit names the copies. */
package org.trustbench.lake.rekey;

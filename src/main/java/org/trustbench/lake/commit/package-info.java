/** Changes what readers see: rows are appended, and one commit names those that count. */
package org.trustbench.lake.commit;

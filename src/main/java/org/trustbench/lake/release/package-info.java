/** Records of releases, so that each can be made again. */
package org.trustbench.lake.release;

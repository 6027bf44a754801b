/** Everything that is specific to one inspection programme, read from data and checked. */
package org.trustbench.framework;

/** The program on what a platform engineer brings: catalogs, and engines that are not Spark. */
package org.trustbench.platforms;

/** Charts as Apache ECharts draws them: options that are JSON and nothing else. */
package org.trustbench.publish.chart;

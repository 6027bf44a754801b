/** What a release says, before any writer. */
package org.trustbench.disclosure;

/**
 * Declarations of tables: one declaration gives names, types, descriptions and every written form.
 */
package org.trustbench.table;

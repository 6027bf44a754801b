/** Writes workbooks in which the judgements of an inspection are collected. */
package org.trustbench.template;

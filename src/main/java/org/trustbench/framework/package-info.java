/**
 * Everything that is specific to one inspection programme, read from data and checked.
 *
 * <p>{@link org.trustbench.framework.FrameworkReader} reads a folder into a {@link
 * org.trustbench.framework.Framework}: {@code *Json} classes make records of entries, {@code
 * *Checks} find the {@link org.trustbench.framework.Mistake}s that its JSON Schema cannot. {@link
 * org.trustbench.framework.Codebook} looks up what submissions write. A framework whose form has
 * changed is seen as one version has it ({@code FormView}), and as a level of groups has it ({@code
 * LevelView}).
 */
package org.trustbench.framework;

/**
 * The settings of a run: what there are, and how flags and a settings file give them.
 *
 * <p>Each is declared once, as a {@link org.trustbench.jobs.settings.Setting}, in the class of its
 * subject; {@link org.trustbench.jobs.settings.ProgrammeSettings} has all of them. {@link
 * org.trustbench.jobs.settings.SettingsReader} completes the flags given with the file, and a job
 * asks the resulting {@link org.trustbench.jobs.settings.Settings} for those that it declares.
 */
package org.trustbench.jobs.settings;

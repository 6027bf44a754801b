package org.trustbench.matrix;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * The details of an inspection that come with its judgements: trust, dates, tranche and caseload.
 *
 * @param trustId the trust's code in the register
 * @param tranche the group the inspection belongs to; null when there is none
 * @param startDate first day of the inspection; null when not known, as are the other dates
 * @param caseload cases the trust held; null when not known
 * @param casesSampled cases chosen for inspection; null when not known
 * @param formVersion the version of the form it was made by; empty where there is one form alone
 * @param isSynthetic whether the judgements are invented
 */
public record InspectionDetails(
    String inspectionId,
    String trustId,
    String tranche,
    LocalDate startDate,
    LocalDate endDate,
    LocalDate publishedDate,
    Long caseload,
    Long casesSampled,
    String formVersion,
    boolean isSynthetic)
    implements Serializable {}

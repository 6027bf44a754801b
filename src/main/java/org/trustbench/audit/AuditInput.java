package org.trustbench.audit;

import java.util.List;
import org.trustbench.framework.Codebook;
import org.trustbench.lake.read.StoredInspection;
import org.trustbench.lake.table.FilesTable;
import org.trustbench.matrix.SubmissionDifferences;

/**
 * An inspection whose rows are stored and do not count yet.
 *
 * @param files the account of what was sent
 * @param stored the rows, read back from where they were written
 * @param differences from the submission it would replace; null if there is none
 */
public record AuditInput(
    Codebook codebook,
    String inspectionId,
    List<FilesTable.Row> files,
    StoredInspection stored,
    SubmissionDifferences differences) {}

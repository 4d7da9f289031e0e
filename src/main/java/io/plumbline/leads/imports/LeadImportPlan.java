package io.plumbline.leads.imports;

import io.plumbline.leads.LeadDraft;
import io.plumbline.shared.ids.OperationId;
import java.util.List;
import java.util.UUID;

/**
 * What an import would do, before it starts.
 *
 * @param file the id of the import in the audit trail
 * @param rows the rows that become leads, in the order of the file
 * @param before how many rows are skipped because they were imported before or are repeated in the file
 * @param errors the errors of the other rows, in the order of the file
 */
public record LeadImportPlan(UUID file, List<Row> rows, long before, List<Wrong> errors) {
    /**
     * A row that can become a lead.
     *
     * @param line the line of the file where it begins, from 1
     * @param operation the idempotency key that keeps a row imported twice from creating two leads
     */
    public record Row(long line, OperationId operation, LeadDraft draft) {}

    /**
     * An error in a cell.
     *
     * @param line the line of the file where its row begins, from 1
     * @param column the heading; empty if the whole row cannot be read
     * @param sentence how to fix it
     */
    public record Wrong(long line, String column, String sentence) {}
}

package io.plumbline.leads.imports;

import io.plumbline.leads.LeadDraft;
import io.plumbline.shared.ids.OperationId;

/**
 * A row of an import file that can become a lead.
 *
 * @param line the line of the file where it begins, from 1
 * @param operation the idempotency key that keeps a row imported twice from creating two leads
 */
public record LeadImportRow(long line, OperationId operation, LeadDraft draft) {}

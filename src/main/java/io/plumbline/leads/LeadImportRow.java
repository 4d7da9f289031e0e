package io.plumbline.leads;

import java.util.UUID;

/**
 * A row of a file that can become a lead.
 *
 * @param line where it begins in the file, from 1
 * @param operation what makes taking the same row in twice one lead
 */
public record LeadImportRow(long line, UUID operation, LeadDraft draft) {}

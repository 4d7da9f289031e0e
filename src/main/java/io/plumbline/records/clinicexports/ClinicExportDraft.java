package io.plumbline.records.clinicexports;

import io.plumbline.shared.ids.ClinicId;

/**
 * An export as it is asked for.
 *
 * @param reason 1 to {@value #LONGEST_REASON} characters, without clinical content
 * @param recipient who gets the file, 1 to {@value #LONGEST_RECIPIENT} characters: a person or an organization
 * @param key the recipient's public key in the age format, which begins with {@code age1}
 */
public record ClinicExportDraft(ClinicId clinic, String reason, String recipient, String key) {
    public static final int LONGEST_REASON = 200;
    public static final int LONGEST_RECIPIENT = 120;
    public static final int LONGEST_KEY = 100;
}

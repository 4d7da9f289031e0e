package io.plumbline.practitioners.directory;

import io.plumbline.practitioners.Discipline;
import io.plumbline.practitioners.credentials.CredentialKind;
import io.plumbline.practitioners.credentials.CredentialState;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.StaffId;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A practitioner in the directory.
 *
 * @param credential the most urgent status of their credentials
 * @param kind the credential with that status; null if there is none
 */
public record PractitionerRow(
        StaffId id,
        String name,
        String sortKey,
        Set<Discipline> disciplines,
        String languages,
        boolean active,
        Set<ClinicId> clinics,
        CredentialState credential,
        @Nullable CredentialKind kind) {
    PractitionerRow at(Set<ClinicId> places) {
        return new PractitionerRow(id, name, sortKey, disciplines, languages, active, places, credential, kind);
    }

    /** Returns the most urgent credential and its status in words; empty if all are valid. */
    public String credentialWords() {
        if (credential == CredentialState.VALID) {
            return "";
        }
        return kind == null || kind == CredentialKind.OTHER
                ? credential.label()
                : kind.label() + " " + credential.label().toLowerCase(Locale.ROOT);
    }
}

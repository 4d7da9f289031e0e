package io.plumbline.practitioners;

import io.plumbline.shared.ClinicId;
import io.plumbline.shared.StaffId;
import java.util.Set;

/**
 * A practitioner in the directory.
 *
 * @param credential the state of theirs that needs somebody most
 */
public record PractitionerRow(
        StaffId id,
        String name,
        String sortKey,
        Set<Discipline> disciplines,
        String languages,
        boolean active,
        Set<ClinicId> clinics,
        CredentialState credential) {
    PractitionerRow at(Set<ClinicId> places) {
        return new PractitionerRow(id, name, sortKey, disciplines, languages, active, places, credential);
    }
}

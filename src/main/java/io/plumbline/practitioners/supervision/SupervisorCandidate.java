package io.plumbline.practitioners.supervision;

import io.plumbline.practitioners.Discipline;
import io.plumbline.shared.ids.StaffId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A practitioner who may be named as a supervisor.
 *
 * @param mayWrite whether it is the active account of a clinician in the directory
 * @param sharesClinic whether both work at one of the clinics
 * @param supervised whether their own notes are co-signed
 */
record SupervisorCandidate(
        StaffId id,
        String name,
        boolean mayWrite,
        boolean sharesClinic,
        boolean supervised,
        Set<Discipline> disciplines) {
    /** Returns why this person cannot supervise work in some disciplines; empty if they can. */
    Optional<String> refusal(Set<Discipline> supervises) {
        if (!mayWrite) {
            return Optional.of(name + " cannot sign session notes. Choose a practitioner with an active account");
        }
        if (!sharesClinic) {
            return Optional.of(name + " works at none of this practitioner's clinics. Choose a colleague who does");
        }
        if (supervised) {
            return Optional.of(name + " has a supervisor. Choose somebody whose own notes need no co-signature");
        }
        var missing = supervises.stream()
                .filter(discipline -> !disciplines.contains(discipline))
                .map(discipline -> discipline.label().toLowerCase(Locale.ROOT))
                .sorted()
                .collect(Collectors.joining(" and "));
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(name + " does not practice " + missing + ", and cannot co-sign its notes");
    }
}

package io.plumbline.leads;

import io.plumbline.leads.DuplicateScore.Person;
import io.plumbline.patients.PatientCandidate;
import io.plumbline.patients.PatientRow;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.PhoneNumber;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * A patient who may be the person of a lead.
 *
 * @param clinics those that know the patient, of the clinics that were asked for
 */
public record LikePatient(PatientRow patient, Set<ClinicId> clinics, DuplicateScore score) {

    /** Those for whom anything speaks, who is most alike first. */
    static List<LikePatient> of(List<PatientCandidate> candidates, Person person) {
        return candidates.stream()
                .map(one -> new LikePatient(one.patient(), one.clinics(), DuplicateScore.of(person, person(one))))
                .filter(like -> like.score().points() > 0)
                .sorted(Comparator.comparingInt(
                                (LikePatient like) -> like.score().points())
                        .reversed()
                        .thenComparing(like -> like.patient().sortKey()))
                .toList();
    }

    private static Person person(PatientCandidate candidate) {
        var phone = candidate.patient().phone();
        return new Person(candidate.patient().name(), phone == null ? null : new PhoneNumber(phone), candidate.email());
    }
}

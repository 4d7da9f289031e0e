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
                .map(one ->
                        new LikePatient(one.patient(), one.clinics(), DuplicateScore.of(person, person(one, person))))
                .filter(like -> like.score().points() > 0)
                .sorted(Comparator.comparingInt(
                                (LikePatient like) -> like.score().points())
                        .reversed()
                        .thenComparing(like -> like.patient().sortKey()))
                .toList();
    }

    /** A patient by each number that they may have. */
    static List<Person> people(PatientCandidate candidate) {
        var name = candidate.patient().name();
        return candidate.phones().isEmpty()
                ? List.of(new Person(name, null, candidate.email()))
                : candidate.phones().stream()
                        .map(phone -> new Person(name, phone, candidate.email()))
                        .toList();
    }

    /** Of several numbers that the patient may have, the one that the other has. */
    private static Person person(PatientCandidate candidate, Person other) {
        var phone = candidate.phones().stream()
                .min(Comparator.comparing((PhoneNumber one) -> !one.equals(other.phone()))
                        .thenComparing(PhoneNumber::digits))
                .orElse(null);
        return new Person(candidate.patient().name(), phone, candidate.email());
    }
}

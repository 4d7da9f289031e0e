package io.plumbline.leads.duplicates;

import io.plumbline.leads.person.DuplicateScore;
import io.plumbline.leads.person.DuplicateScore.Person;
import io.plumbline.patients.PatientRow;
import io.plumbline.patients.search.PatientCandidate;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ids.ClinicId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * A patient who may be the person of a lead.
 *
 * @param clinics those of the requested clinics that know the patient
 */
public record PatientMatch(PatientRow patient, Set<ClinicId> clinics, DuplicateScore score) {

    /** Returns the candidates with a score above zero, best match first. */
    static List<PatientMatch> of(List<PatientCandidate> candidates, Person person) {
        return candidates.stream()
                .map(one ->
                        new PatientMatch(one.patient(), one.clinics(), DuplicateScore.of(person, person(one, person))))
                .filter(like -> like.score().points() > 0)
                .sorted(Comparator.comparingInt(
                                (PatientMatch like) -> like.score().points())
                        .reversed()
                        .thenComparing(like -> like.patient().sortKey()))
                .toList();
    }

    /** Returns a patient once for each phone number that they may have. */
    static List<Person> people(PatientCandidate candidate) {
        var name = candidate.patient().name();
        return candidate.phones().isEmpty()
                ? List.of(new Person(name, null, candidate.email()))
                : candidate.phones().stream()
                        .map(phone -> new Person(name, phone, candidate.email()))
                        .toList();
    }

    /** Compares the phone number that both have, if the patient may have several. */
    private static Person person(PatientCandidate candidate, Person other) {
        var phone = candidate.phones().stream()
                .min(Comparator.comparing((PhoneNumber one) -> !one.equals(other.phone()))
                        .thenComparing(PhoneNumber::digits))
                .orElse(null);
        return new Person(candidate.patient().ownName(), phone, candidate.email());
    }
}

package io.plumbline.patients.search;

import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientRow;
import io.plumbline.patients.PatientTokens;
import io.plumbline.patients.PossibleDuplicate;
import io.plumbline.patients.search.PatientQuery.Stretch;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.search.SearchWords;
import io.plumbline.shared.search.SoundOfName;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds patients of some clinics who may be the same person as one that is being added. */
@Component
class DuplicatePatientFinder {
    private static final int MOST = 5;

    private static final int MOST_OF_EACH = 20;

    /** Only the last nine digits count: a number with a country code and one without it end alike. */
    private static final int DIGITS_THAT_COUNT = 9;

    private final PatientTokenStore search;

    DuplicatePatientFinder(PatientTokenStore search) {
        this.search = search;
    }

    List<PossibleDuplicate> find(PatientDraft draft, Set<ClinicId> clinics) {
        var found = new LinkedHashMap<PatientRow, String>();
        if (draft.phone() != null) {
            var digits = draft.phone().digits().replace("+", "");
            var ending = digits.substring(Math.max(0, digits.length() - DIGITS_THAT_COUNT));
            ask(clinics, SearchWords.ending(ending))
                    // by one of the phones, but not by the patient number, which is found by its ending too
                    .filter(row -> !row.number().endsWith(ending))
                    .forEach(row -> found.put(row, "Same phone number"));
        }
        if (draft.email() != null) {
            ask(clinics, SearchWords.email(draft.email().address()))
                    .forEach(row -> found.merge(row, "Same e-mail", DuplicatePatientFinder::and));
        }
        var words = SearchWords.words(draft.givenName() + " " + draft.familyName());
        if (words.size() > 1) {
            ask(clinics, PatientTokens.pair(words.getFirst(), words.getLast()))
                    .filter(row -> SearchWords.words(row.name()).containsAll(words))
                    .forEach(row -> sameBirth(draft.birthDate(), row.birthDate(), found, row));
        }
        if (draft.birthDate() != null) {
            // those of a birth date are fewer than those of a sound, so that they are looked through
            var born = Stretch.beginningWith(PatientTokens.born(draft.birthDate()));
            SoundOfName.token(draft.givenName() + " " + draft.familyName())
                    .ifPresent(sound -> ask(clinics, List.of(born, Stretch.equalTo(sound)))
                            .filter(row -> !SearchWords.words(row.name()).containsAll(words))
                            .forEach(row -> found.merge(
                                    row, "Name sounds alike, same birth date", DuplicatePatientFinder::and)));
        }
        return found.entrySet().stream()
                .map(one -> new PossibleDuplicate(one.getKey(), one.getValue()))
                .limit(MOST)
                .toList();
    }

    /**
     * Returns the patients of some clinics who have one of these values in full.
     *
     * @param fullName empty to skip the search by sound
     */
    List<PatientCandidate> candidates(
            String fullName, @Nullable PhoneNumber phone, @Nullable EmailAddress email, Set<ClinicId> clinics) {
        var tokens = new HashSet<String>();
        SoundOfName.token(fullName).ifPresent(tokens::add);
        if (phone != null) {
            tokens.add(SearchWords.ending(phone.digits().replace("+", "")));
            phone.withoutCountry().forEach(digits -> tokens.add(SearchWords.ending(digits)));
        }
        if (email != null) {
            tokens.add(SearchWords.email(email.address()));
        }
        return search.having(clinics, tokens, MOST_OF_EACH);
    }

    /** Returns a patient with all clinics at which the patient is registered. */
    Optional<PatientCandidate> candidate(PatientId patient) {
        return search.candidate(patient);
    }

    private Stream<PatientRow> ask(Set<ClinicId> clinics, String token) {
        return ask(clinics, List.of(Stretch.beginningWith(token)));
    }

    private Stream<PatientRow> ask(Set<ClinicId> clinics, List<Stretch> all) {
        return search.findByClinics(clinics, new PatientQuery(all), MOST * 2).stream();
    }

    private static void sameBirth(
            @Nullable LocalDate typed,
            @Nullable LocalDate known,
            LinkedHashMap<PatientRow, String> found,
            PatientRow row) {
        if (typed == null || known == null) {
            found.merge(row, "Same name, birth date not known", DuplicatePatientFinder::and);
        } else if (typed.equals(known)) {
            found.merge(row, "Same name and birth date", DuplicatePatientFinder::and);
        } else if (typed.getYear() == known.getYear()) {
            found.merge(row, "Same name and year of birth", DuplicatePatientFinder::and);
        }
    }

    private static String and(String one, String other) {
        return one + ", " + other.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + other.substring(1);
    }
}

package io.plumbline.patients.search;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientReach;
import io.plumbline.patients.PatientRow;
import io.plumbline.patients.PatientTokens;
import io.plumbline.patients.PossibleDuplicate;
import io.plumbline.patients.search.PatientQuery.Stretch;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.search.NameSpellings;
import io.plumbline.shared.search.SearchWords;
import io.plumbline.shared.search.SoundOfName;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds patients of some clinics who may be the same person as one that is being added, or as another patient. */
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

    /** The person for whom others are searched. */
    private record Sought(
            String name,
            @Nullable LocalDate birthDate,
            Set<PhoneNumber> phones,
            @Nullable EmailAddress email) {
        List<String> words() {
            return NameSpellings.words(name);
        }
    }

    List<PossibleDuplicate> find(PatientDraft draft, Set<ClinicId> clinics) {
        var person = new Sought(draft.name(), draft.birthDate(), phonesOf(draft), draft.email());
        var found = findByContact(person, clinics, MOST * 2);
        for (var spelling : NameSpellings.of(person.name())) {
            var words = SearchWords.words(spelling);
            if (words.size() > 1) {
                ask(clinics, PatientTokens.pair(words.getFirst(), words.getLast()), MOST * 2)
                        .forEach(row -> found.computeIfAbsent(row, none -> noReasons()));
            }
        }
        findByBirthDate(person, clinics, MOST * 2).forEach(row -> found.computeIfAbsent(row, none -> noReasons()));
        addNameAndBirthReasons(person, found);
        return found.entrySet().stream()
                .filter(one -> DuplicateReason.isWorthAHint(one.getValue()))
                .map(one -> new PossibleDuplicate(one.getKey(), DuplicateReason.words(one.getValue())))
                .limit(MOST)
                .toList();
    }

    private static Set<PhoneNumber> phonesOf(PatientDraft draft) {
        return Stream.concat(
                        Stream.ofNullable(draft.phone()),
                        draft.reach().otherPhones().stream().map(PatientReach.OtherPhone::number))
                .map(PhoneNumber::withoutExtension)
                .collect(toUnmodifiableSet());
    }

    /** Returns the patients of some clinics who are probably the same person as a patient, up to 20 by each value. */
    List<ProbableDuplicate> probable(PatientId patient, Set<ClinicId> clinics) {
        return search.candidate(patient).map(one -> probable(one, clinics)).orElse(List.of());
    }

    private List<ProbableDuplicate> probable(PatientCandidate one, Set<ClinicId> clinics) {
        var person = new Sought(one.patient().ownName(), one.patient().birthDate(), one.phones(), one.email());
        var found = findByContact(person, clinics, MOST_OF_EACH);
        findByBirthDate(person, clinics, MOST_OF_EACH).forEach(row -> found.computeIfAbsent(row, none -> noReasons()));
        addNameAndBirthReasons(person, found);
        return found.entrySet().stream()
                .filter(other -> !other.getKey().id().equals(one.patient().id()))
                .filter(other -> DuplicateReason.areProbable(other.getValue()))
                .map(other -> new ProbableDuplicate(other.getKey().id(), other.getValue()))
                .toList();
    }

    /** Returns those who are reached by a phone or the e-mail of a person. */
    private Map<PatientRow, Set<DuplicateReason>> findByContact(Sought person, Set<ClinicId> clinics, int most) {
        var found = new LinkedHashMap<PatientRow, Set<DuplicateReason>>();
        for (var phone : person.phones()) {
            var digits = phone.digits().replace("+", "");
            var ending = digits.substring(Math.max(0, digits.length() - DIGITS_THAT_COUNT));
            ask(clinics, SearchWords.ending(ending), most)
                    // by one of the phones, but not by the patient number, which is found by its ending too
                    .filter(row -> !row.number().endsWith(ending))
                    .forEach(row ->
                            found.computeIfAbsent(row, none -> noReasons()).add(DuplicateReason.PHONE));
        }
        if (person.email() != null) {
            ask(clinics, SearchWords.email(person.email().address()), most)
                    .forEach(row ->
                            found.computeIfAbsent(row, none -> noReasons()).add(DuplicateReason.EMAIL));
        }
        return found;
    }

    /**
     * Returns those with the birth date of a person; they are few, unless it stands for one that is not known. Of so many,
     * those whose name sounds alike, or has the one word of the person's.
     */
    private List<PatientRow> findByBirthDate(Sought person, Set<ClinicId> clinics, int most) {
        if (person.birthDate() == null) {
            return List.of();
        }
        var born = Stretch.beginningWith(PatientTokens.born(person.birthDate()));
        var all = ask(clinics, List.of(born), most).toList();
        return all.size() < most
                ? all
                : SoundOfName.token(person.name())
                        .or(() -> SearchWords.words(person.name()).stream().findFirst())
                        .map(name -> ask(clinics, List.of(born, Stretch.equalTo(name)), most)
                                .toList())
                        .orElse(List.of());
    }

    private static void addNameAndBirthReasons(Sought person, Map<PatientRow, Set<DuplicateReason>> found) {
        var sound = SoundOfName.token(person.name());
        found.forEach((row, reasons) -> {
            var birth = birth(person.birthDate(), row.birthDate());
            var words = NameSpellings.words(row.ownName());
            if (isWithin(person.words(), words, birth)
                    || isWithin(words, person.words(), birth)
                    || person.words().size() > 1
                            && NameSpellings.sameness(person.name()).equals(NameSpellings.sameness(row.ownName()))) {
                reasons.add(DuplicateReason.NAME);
            } else if (sound.isPresent() && sound.equals(SoundOfName.token(row.ownName()))) {
                reasons.add(DuplicateReason.NAME_BY_SOUND);
            }
            var isNamed = reasons.contains(DuplicateReason.NAME) || reasons.contains(DuplicateReason.NAME_BY_SOUND);
            if (isNamed || birth == DuplicateReason.BIRTH_DATE) {
                reasons.add(birth);
            }
        });
    }

    /** A single word is a name only with the birth date: too many people share it. */
    private static boolean isWithin(List<String> name, List<String> other, DuplicateReason birth) {
        return (name.size() > 1 || birth == DuplicateReason.BIRTH_DATE && !name.isEmpty()) && other.containsAll(name);
    }

    private static DuplicateReason birth(@Nullable LocalDate one, @Nullable LocalDate other) {
        if (one == null || other == null) {
            return DuplicateReason.BIRTH_NOT_KNOWN;
        }
        if (one.equals(other)) {
            return DuplicateReason.BIRTH_DATE;
        }
        return one.getYear() == other.getYear() ? DuplicateReason.BIRTH_YEAR : DuplicateReason.OTHER_BIRTH_DATE;
    }

    private static Set<DuplicateReason> noReasons() {
        return EnumSet.noneOf(DuplicateReason.class);
    }

    /**
     * Returns the patients of some clinics who have one of these values in full.
     *
     * @param fullName empty to skip the search by sound
     */
    List<PatientCandidate> candidates(
            String fullName, @Nullable PhoneNumber phone, @Nullable EmailAddress email, Set<ClinicId> clinics) {
        var tokens = new HashSet<>(SoundOfName.ofSpellings(fullName));
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

    private Stream<PatientRow> ask(Set<ClinicId> clinics, String token, int most) {
        return ask(clinics, List.of(Stretch.beginningWith(token)), most);
    }

    private Stream<PatientRow> ask(Set<ClinicId> clinics, List<Stretch> all, int most) {
        return search.findByClinics(clinics, new PatientQuery(all), most).stream();
    }
}

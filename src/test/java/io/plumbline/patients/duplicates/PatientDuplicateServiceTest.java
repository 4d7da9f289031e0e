package io.plumbline.patients.duplicates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientHeaderService;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.merging.PatientMergeService;
import io.plumbline.patients.sensitive.SensitivePatientService;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Role;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.OnMySql;
import io.plumbline.support.PatientDuplicateSearches;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Patients who are probably the same person, who is told, and what a decision on them means. */
@StoreTest
@OnMySql("pairs are added by insert ignore and locked with rights to some columns only")
class PatientDuplicateServiceTest {
    private static final AtomicInteger PEOPLE = new AtomicInteger();
    private static final LocalDate BORN = LocalDate.of(1974, 5, 17);

    @Autowired
    PatientHeaderService headers;

    @Autowired
    TestGroup group;

    @Autowired
    TestCare care;

    @Autowired
    Staff staff;

    @Autowired
    PatientService patients;

    @Autowired
    PatientDuplicateService duplicates;

    @Autowired
    PatientDuplicateSearchService search;

    @Autowired
    PatientMergeService merges;

    @Autowired
    SensitivePatientService sensitive;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void aManagerOfOneClinic() {
        group.account("pairwest", Role.MANAGER, group.west);
    }

    @Test
    void patientsOfOneNameAndBirthDateAreListedWithWhatTheyShare() {
        var one = added("Edda", "Bruhns", BORN, null, null, group.west);
        var same = added("Edda", "Bruhns", BORN, null, null, group.west);
        assertThat(pair("pairwest", one, same)).hasValueSatisfying(pair -> {
            assertThat(pair.why()).isEqualTo("Same name and birth date");
            assertThat(pair.first().id()).as("who was added first").isEqualTo(one);
            assertThat(pair.dismissedBy()).isNull();
        });
    }

    @Test
    void aNameIsComparedBySoundAndAPhoneByMoreThanItsLastDigits() {
        var phone = phone();
        var one = added("Stephen", "Pairsonn", BORN, phone, null, group.west);
        var alike = added("Steven", "Pearson", BORN, null, null, group.west);
        var lastDigits = phone.digits().substring(phone.digits().length() - 4);
        var other = added("Otto", "Unlike", BORN, new PhoneNumber("+1480999" + lastDigits), null, group.west);
        assertThat(pair("pairwest", one, alike))
                .map(PatientDuplicate::why)
                .contains("Name sounds alike, same birth date");
        assertThat(pair("pairwest", one, other)).isEmpty();
    }

    @Test
    void aHouseholdIsNoPair() {
        var phone = phone();
        var mother = added("Vera", "Household", LocalDate.of(1970, 1, 2), phone, null, group.west);
        var child = added("Nils", "Household", LocalDate.of(2005, 3, 4), phone, null, group.west);
        var again = added("Vera", "Household", null, phone, null, group.west);
        assertThat(pair("pairwest", mother, child)).isEmpty();
        assertThat(pair("pairwest", mother, again))
                .map(PatientDuplicate::why)
                .contains("Same phone number, same name, birth date not known");
    }

    @Test
    void aCorrectionAddsAndRemovesPairs() {
        var mail = new EmailAddress("corrected" + PEOPLE.incrementAndGet() + "@example.org");
        var one = added("Cora", "Corrected", BORN, null, mail, group.west);
        var other = added("Cora", "Corected", BORN.plusYears(3), null, mail, group.west);
        assertThat(pair("pairwest", one, other)).isEmpty();
        correct(other, new PatientDraft("Cora", "Corected", BORN, null, mail));
        assertThat(pair("pairwest", one, other))
                .map(PatientDuplicate::why)
                .contains("Same e-mail, name sounds alike, same birth date");
        correct(other, new PatientDraft("Dora", "Stranger", BORN.plusYears(3), null, null));
        assertThat(pair("pairwest", one, other)).isEmpty();
    }

    /** The manager of both clinics sees what a manager of one does not. */
    @Test
    void aPairAcrossClinicsIsForWhoeverFindsBoth() {
        var west = added("Acro", "Ssclinics", BORN, null, null, group.west);
        var east = added("Acro", "Ssclinics", BORN, null, null, group.east);
        assertThat(pair("manager", west, east)).isPresent();
        var id = pair("manager", west, east).orElseThrow().id();
        var before = staff.as("pairwest", duplicates::count);
        assertThat(pair("pairwest", west, east)).isEmpty();
        assertThatThrownBy(() -> staff.doAs("pairwest", () -> duplicates.dismiss(id)))
                .isInstanceOf(NotAvailable.class);
        var second = added("Acro", "Ssclinics", BORN, null, null, group.west);
        assertThat(pair("pairwest", west, second)).isPresent();
        assertThat(staff.as("pairwest", duplicates::count)).isEqualTo(before + 1);
    }

    @Test
    void aDismissedPairIsNotProposedAgainUnlessTheTwoHaveMoreInCommon() {
        var one = added("Zwill", "Inge", BORN, null, null, group.west);
        var other = added("Zwill", "Inge", BORN, null, null, group.west);
        var id = pair("pairwest", one, other).orElseThrow().id();
        staff.doAs("pairwest", () -> duplicates.dismiss(id));
        assertThat(pair("pairwest", one, other)).isEmpty();
        assertThat(pair("pairwest", PatientDuplicateFilter.DISMISSED, one, other))
                .map(PatientDuplicate::dismissedBy)
                .contains("pairwest");
        for (var patient : List.of(one, other)) {
            assertThat(care.auditOf("patient.duplicate-dismissed", patient)).isEqualTo(1);
        }
        correct(other, new PatientDraft("Zwill", "Inge", BORN, phone(), null));
        assertThat(pair("pairwest", one, other)).as("a phone of the one alone").isEmpty();
        var mail = new EmailAddress("zwill" + PEOPLE.incrementAndGet() + "@example.org");
        correct(one, new PatientDraft("Zwill", "Inge", BORN, null, mail));
        correct(other, new PatientDraft("Zwill", "Inge", BORN, null, mail));
        assertThat(pair("pairwest", one, other))
                .map(PatientDuplicate::why)
                .contains("Same e-mail, same name and birth date");
        assertThat(pair("pairwest", PatientDuplicateFilter.DISMISSED, one, other))
                .isEmpty();
    }

    @Test
    void aDismissedPairStaysSoWhicheverOfTheTwoIsSearchedAgain() {
        var phone = phone();
        var longer = added("Maria Carmen", "Pairlopez", BORN, phone, null, group.west);
        var shorter = added("Maria", "Pairlopez", BORN, phone, null, group.west);
        var why = "Same phone number, same name and birth date";
        var pair = pair("pairwest", longer, shorter).orElseThrow();
        assertThat(pair.why()).isEqualTo(why);
        searchAgain(longer);
        assertThat(pair("pairwest", longer, shorter)).map(PatientDuplicate::why).contains(why);
        staff.doAs("pairwest", () -> duplicates.dismiss(pair.id()));
        for (var patient : List.of(longer, shorter)) {
            searchAgain(patient);
            assertThat(pair("pairwest", longer, shorter)).isEmpty();
        }
    }

    @Test
    void anotherBirthDateDoesNotBringADismissedPairBack() {
        var phone = phone();
        var one = added("Nora", "Pairlater", BORN, phone, null, group.west);
        var other = added("Nora", "Pairlater", null, phone, null, group.west);
        var id = pair("pairwest", one, other).orElseThrow().id();
        staff.doAs("pairwest", () -> duplicates.dismiss(id));
        correct(other, new PatientDraft("Nora", "Pairlater", BORN.plusDays(1), phone, null));
        assertThat(pair("pairwest", one, other))
                .as("another day of the same year")
                .isEmpty();
        correct(other, new PatientDraft("Nora", "Pairlater", BORN, phone, null));
        assertThat(pair("pairwest", one, other)).as("the same day").isPresent();
    }

    @Test
    void aDismissedPairIsOnTheListOfAClinicThatBothComeToLater() {
        var one = added("Later", "Pairclinic", BORN, null, null, group.west);
        var other = added("Later", "Pairclinic", BORN, null, null, group.west);
        var id = pair("pairwest", one, other).orElseThrow().id();
        staff.doAs("pairwest", () -> duplicates.dismiss(id));
        var own = group.own("pc");
        for (var patient : List.of(one, other)) {
            staff.doAs("manager", () -> headers.knownAt(patient, own.id()));
        }
        assertThat(pair(own.manager(), PatientDuplicateFilter.DISMISSED, one, other))
                .isPresent();
        assertThat(pair(own.manager(), one, other)).isEmpty();
        staff.doAs(own.manager(), () -> duplicates.undoDismissal(id));
        assertThat(pair(own.manager(), one, other)).isPresent();
    }

    private void searchAgain(PatientId patient) {
        jdbc.sql("insert into patient_record_search (id, patient_id) values (?, ?)")
                .params(Ids.bytes(Ids.next()), Ids.bytes(patient.value()))
                .update();
    }

    @Test
    void aDismissalIsUndoneAtAnyTimeByWhoeverMergesThere() {
        var one = added("Undo", "Notaperson", BORN, null, null, group.west);
        var other = added("Undo", "Notaperson", BORN, null, null, group.west);
        var id = pair("pairwest", one, other).orElseThrow().id();
        staff.doAs("pairwest", () -> duplicates.dismiss(id));
        assertThatThrownBy(() -> staff.doAs("pairwest", () -> duplicates.dismiss(id)))
                .as("dismissed already")
                .isInstanceOf(NotAvailable.class);
        staff.doAs("manager", () -> duplicates.undoDismissal(id));
        assertThat(pair("pairwest", one, other)).isPresent();
        assertThatThrownBy(() -> staff.doAs("pairwest", () -> duplicates.undoDismissal(id)))
                .isInstanceOf(NotAvailable.class);
        assertThat(details("patient.duplicate-dismissed", one)).containsExactly("not patient " + other);
        assertThat(details("patient.dismissal-undone", one)).containsExactly("with patient " + other);
    }

    @Test
    void mergedRecordsAreNoPairUntilTheyAreUnmerged() {
        var one = added("Mergen", "Pairwise", BORN, null, null, group.west);
        var other = added("Mergen", "Pairwise", BORN, null, null, group.west);
        var third = added("Mergen", "Pairwise", BORN, null, null, group.west);
        assertThat(pair("pairwest", one, other)).isPresent();
        staff.doAs("pairwest", () -> merges.merge(other, one, "Same person, same birth date"));
        assertThat(pair("pairwest", one, other)).isEmpty();
        assertThat(pair("pairwest", other, third)).as("read as another now").isEmpty();
        assertThat(pair("pairwest", one, third)).isPresent();
        staff.doAs("pairwest", () -> merges.unmerge(other));
        assertThat(pair("pairwest", one, other)).isPresent();
    }

    @Test
    void aPairWithASensitivePatientIsForThePrivacyOfficerAndForManagersWhoAreNamed() {
        var one = added("Sensitive", "Pairmate", BORN, null, null, group.west);
        var other = added("Sensitive", "Pairmate", BORN, null, null, group.west);
        var pair = pair("pairwest", one, other).orElseThrow();
        var before = staff.as("pairwest", duplicates::count);
        assertThat(sensitivePairs()).noneMatch(found -> found.id().equals(pair.id()));
        staff.doAs("auditor", () -> sensitive.mark(other, Set.of(), "Works at the clinic"));
        assertThat(pair("pairwest", one, other)).isEmpty();
        assertThat(staff.as("pairwest", duplicates::count)).isEqualTo(before - 1);
        assertThatThrownBy(() -> staff.doAs("pairwest", () -> duplicates.dismiss(pair.id())))
                .isInstanceOf(NotAvailable.class);
        assertThat(sensitivePairs()).anySatisfy(found -> {
            assertThat(found.id()).isEqualTo(pair.id());
            assertThat(found.first()).isEqualTo(pair.first().number());
            assertThat(found.second()).isEqualTo(pair.second().number());
            assertThat(found.why()).isEqualTo("Same name and birth date");
        });
        var manager = staff.as("auditor", () -> sensitive.candidates(other)).entrySet().stream()
                .filter(account -> account.getValue().equals("pairwest"))
                .findFirst()
                .orElseThrow()
                .getKey();
        staff.doAs("auditor", () -> sensitive.name(other, manager));
        assertThat(pair("pairwest", one, other)).isPresent();
        assertThat(pair("manager", one, other)).isEmpty();
    }

    @Test
    void thePagesOfAListFollowEachOther() {
        var phone = phone();
        for (int i = 0; i < 4; i++) {
            added("Page", "Turning", BORN, phone, null, group.west);
        }
        searched();
        var all = staff.as("manager", () -> duplicates.list(PatientDuplicateFilter.OPEN, null, 1000));
        assertThat(all).hasSizeGreaterThanOrEqualTo(6);
        var first = staff.as("manager", () -> duplicates.list(PatientDuplicateFilter.OPEN, null, 4));
        var second = staff.as("manager", () -> duplicates.list(PatientDuplicateFilter.OPEN, first.getLast(), 1000));
        assertThat(first).hasSize(4);
        assertThat(Stream.concat(first.stream(), second.stream()).map(PatientDuplicate::id))
                .containsExactlyElementsOf(
                        all.stream().map(PatientDuplicate::id).toList());
    }

    private List<String> details(String kind, PatientId patient) {
        return jdbc.sql("select detail from audit_event where kind = ? and patient = ?")
                .params(kind, Ids.bytes(patient.value()))
                .query(String.class)
                .list();
    }

    private List<SensitiveDuplicate> sensitivePairs() {
        return staff.as("auditor", duplicates::findSensitive);
    }

    private Optional<PatientDuplicate> pair(String who, PatientId one, PatientId other) {
        return pair(who, PatientDuplicateFilter.OPEN, one, other);
    }

    private Optional<PatientDuplicate> pair(String who, PatientDuplicateFilter filter, PatientId one, PatientId other) {
        searched();
        return staff.as(who, () -> duplicates.list(filter, null, 1000)).stream()
                .filter(pair -> Set.of(pair.first().id(), pair.second().id()).equals(Set.of(one, other)))
                .findFirst();
    }

    private void searched() {
        PatientDuplicateSearches.search(staff, search, jdbc);
    }

    private void correct(PatientId patient, PatientDraft draft) {
        var version = staff.as("manager", () -> patients.details(patient))
                .orElseThrow()
                .version();
        staff.doAs("manager", () -> patients.correct(patient, version, draft));
    }

    private PatientId added(
            String given,
            String family,
            @Nullable LocalDate born,
            @Nullable PhoneNumber phone,
            @Nullable EmailAddress email,
            ClinicId clinic) {
        return staff.as("manager", () -> patients.add(new PatientDraft(given, family, born, phone, email), clinic));
    }

    private static PhoneNumber phone() {
        return new PhoneNumber("+1602558" + (1000 + PEOPLE.incrementAndGet()));
    }
}

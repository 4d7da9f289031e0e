package io.plumbline.patients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.patients.PatientReach.OtherPhone;
import io.plumbline.patients.PatientReach.PhoneKind;
import io.plumbline.patients.PatientReach.PostalAddress;
import io.plumbline.patients.consents.ConsentDraft;
import io.plumbline.patients.consents.ConsentService;
import io.plumbline.patients.file.AlertDraft;
import io.plumbline.patients.file.AlertService;
import io.plumbline.patients.file.CareTeamService;
import io.plumbline.patients.search.PatientMatchService;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Refused;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.OnMySql;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestGroup;
import java.sql.Connection;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** What every store promises of patients and their files. */
@StoreTest
@Tag("core")
@OnMySql("the search compares tokens by MySQL's collation, and a form sent twice meets a unique key")
class PatientServiceTest {
    private static final AtomicInteger DAYS = new AtomicInteger();

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    PatientService patients;

    @Autowired
    AlertService alerts;

    @Autowired
    ConsentService consents;

    @Autowired
    CareTeamService careTeam;

    @Autowired
    PatientMatchService matches;

    @Autowired
    JavaMigration patientsFoundByWords;

    @Autowired
    JavaMigration patientsFoundBySound;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource store;

    @Autowired
    Clock clock;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "quinn",
                "QUINN ori",
                "ori quinn",
                "qu or",
                "6677",
                "555-6677",
                "quinn 6677",
                "1971-05-06",
                "ori.q@"
            })
    void isFoundByWordsInAnyOrderPhoneEndingBirthDateAndEmail(String typed) {
        if (found("westdesk", "quinn ori").isEmpty()) {
            add(whole("Ori", "Quínn", "+16025556677", "ori.q@example.org", LocalDate.of(1971, 5, 6)), group.west);
        }
        assertThat(found("westdesk", typed)).hasSize(1);
        assertThat(found("eastdesk", typed)).as("nobody of theirs").isEmpty();
    }

    @Test
    void isFoundByPatientNumber() {
        var patient = add(named("Number", "Bearer"), group.west);
        var number = details("westdesk", patient).number();
        assertThat(found("westdesk", number)).containsExactly(patient);
        assertThat(found("eastdesk", number)).isEmpty();
    }

    @Test
    void aPatientOfTwoClinicsIsFoundOnceByEitherClinic() {
        var patient = add(named("Twice", "Knownsworth"), group.east);
        assertThat(found("westdesk", "knownsworth")).isEmpty();
        book(patient, group.west);
        assertThat(found("westdesk", "knownsworth tw")).containsExactly(patient);
        assertThat(found("eastdesk", "knownsworth")).containsExactly(patient);
        assertThat(found("manager", "knownsworth")).containsExactly(patient);
    }

    @Test
    void aPractitionerFindsOnlyPatientsInRelation() {
        var mine = add(named("Relata", "Mine"), group.west);
        add(named("Relata", "Others"), group.west);
        book(mine, group.west);
        assertThat(found("therapist", "relata")).containsExactly(mine);
        assertThat(found("therapist", "relata mi")).containsExactly(mine);
        assertThat(found("guesser", "relata")).isEmpty();
    }

    @Test
    void anEditedNameFindsThePatientAndTheOldOneDoesNot() {
        var patient = add(named("Before", "Weddington"), group.west);
        book(patient, group.east);
        correct("westdesk", patient, named("Before", "Afterwards"));
        for (var who : List.of("westdesk", "eastdesk", "manager")) {
            assertThat(found(who, "weddington")).isEmpty();
            assertThat(found(who, "afterwards bef")).containsExactly(patient);
        }
        assertThat(staff.as("westdesk", () -> patients.list(null, 500)).stream()
                        .filter(row -> row.id().equals(patient))
                        .map(PatientRow::sortKey))
                .containsExactly("afterwards before");
    }

    @Test
    void aFormerNameStillFindsThePatient() {
        var draft = named("Renate", "Heute");
        var patient = add(
                new PatientDraft(
                        draft.givenName(),
                        draft.familyName(),
                        "Reni",
                        "Vormals",
                        null,
                        "",
                        "",
                        null,
                        null,
                        "",
                        "",
                        PatientDraft.EmergencyContact.NONE,
                        PatientDraft.Guardian.NONE,
                        PatientReach.NONE),
                group.west);
        assertThat(found("westdesk", "vormals renate")).containsExactly(patient);
        assertThat(found("westdesk", "reni")).containsExactly(patient);
    }

    @Test
    void aSearchShowsOnlyTheFirstFifty() {
        for (int i = 0; i < PatientService.MOST_FOUND + 5; i++) {
            add(named("Many" + (char) ('a' + i % 26) + (char) ('a' + i / 26), "Manifold"), group.west);
        }
        assertThat(found("westdesk", "mani")).hasSize(PatientService.MOST_FOUND).doesNotHaveDuplicates();
        assertThat(found("westdesk", "many")).hasSize(PatientService.MOST_FOUND).doesNotHaveDuplicates();
    }

    /** A store that is older than the search has patients without tokens. */
    @Test
    void anUpgradeMakesExistingPatientsSearchableByWords() throws Exception {
        var patient =
                add(whole("Olde", "Storey", "+16025550777", "olde@example.org", LocalDate.of(1950, 1, 2)), group.west);
        var before = tokens();
        jdbc.sql("delete from patient_token").update();
        assertThat(found("westdesk", "storey")).isEmpty();
        upgrade(patientsFoundByWords);
        assertThat(found("westdesk", "storey olde")).containsExactly(patient);
        assertThat(found("westdesk", "0777")).contains(patient);
        // those that earlier tests made with former and preferred names have fewer, all others the same
        assertThat(tokens()).isGreaterThan(before / 2);
    }

    /** A store that is older than the comparison with leads has patients without the sound of their names. */
    @Test
    void anUpgradeMakesExistingPatientsSearchableBySound() throws Exception {
        var patient = add(named("Katharina", "Schmitt"), group.west);
        jdbc.sql("delete from patient_token where token like '~%'").update();
        assertThat(alike("westdesk", "Catharina Schmit")).isEmpty();
        upgrade(patientsFoundBySound);
        upgrade(patientsFoundBySound);
        assertThat(alike("westdesk", "Catharina Schmit")).containsExactly(patient);
        assertThat(alike("eastdesk", "Catharina Schmit")).isEmpty();
    }

    private List<PatientId> alike(String who, String name) {
        return staff.as(who, () -> matches.findForCurrentUser(name, null, null)).stream()
                .map(one -> one.patient().id())
                .toList();
    }

    private void upgrade(JavaMigration migration) throws Exception {
        try (var connection = store.getConnection()) {
            migration.migrate(new Upgrade(connection));
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        }
    }

    private record Upgrade(Connection connection) implements Context {
        @Override
        public Configuration getConfiguration() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Connection getConnection() {
            return connection;
        }
    }

    private long tokens() {
        return jdbc.sql("select count(*) from patient_token").query(Long.class).single();
    }

    @Test
    void aFormSentTwiceEvenConcurrentlyAddsOnePatient() throws Exception {
        var operation = OperationId.next();
        var sent = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < 6; i++) {
            sent.add(() -> {
                try {
                    add(named("Double", "Clickworth"), group.west, operation);
                    return true;
                } catch (DataIntegrityViolationException atOnce) {
                    return false;
                }
            });
        }
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var one : threads.invokeAll(sent)) {
                one.get();
            }
        }
        assertThat(found("westdesk", "clickworth")).hasSize(1);
        assertThat(add(named("Double", "Clickworth"), group.west, operation))
                .isEqualTo(found("westdesk", "clickworth").getFirst());
    }

    @Test
    void aStaleEditIsRefusedAndTheRecordNamesItsEditor() {
        var patient = add(named("Stale", "Edith"), group.west);
        var seen = details("westdesk", patient);
        staff.doAs("manager", () -> patients.correct(patient, seen.version(), named("Stale", "Edited")));
        assertThatThrownBy(() -> staff.doAs(
                        "westdesk", () -> patients.correct(patient, seen.version(), named("Lost", "Update"))))
                .isInstanceOf(StaleVersion.class);
        var now = details("westdesk", patient);
        assertThat(now.draft().familyName()).isEqualTo("Edited");
        assertThat(now.changedBy()).isEqualTo("manager");
        assertThat(auditOf("patient.corrected", patient))
                .containsExactly("revision 1: familyName")
                .noneMatch(detail -> detail.contains("Edited"));
    }

    @Test
    void aPatientOfAnotherClinicCannotBeEdited() {
        var eastern = add(named("Not", "Theirs"), group.east);
        for (var id : List.of(eastern, PatientId.next())) {
            assertThatThrownBy(() -> staff.doAs("westdesk", () -> patients.correct(id, 0, named("Taken", "Over"))))
                    .isInstanceOf(NotAvailable.class);
            assertThat(staff.as("westdesk", () -> patients.details(id))).isEmpty();
        }
    }

    @Test
    void aNewPatientIsMatchedOnlyAgainstVisiblePatients() {
        var born = LocalDate.of(1980, 6, 7);
        add(whole("Twinna", "Doublet", "+16025558811", "twinna@example.org", born), group.west);
        add(whole("Twinna", "Doublet", "+16025558811", "twinna@example.org", born), group.east);
        assertThat(whyOf("westdesk", whole("Twinna", "Doublet", "6025558811", null, null)))
                .containsExactly("Same phone number, same name, birth date not known");
        assertThat(whyOf("westdesk", whole("doublet", "TWINNA", null, null, born)))
                .containsExactly("Same name and birth date");
        assertThat(whyOf("westdesk", whole("Twinna", "Doublet", null, null, born.plusDays(40))))
                .containsExactly("Same name and year of birth");
        assertThat(whyOf("westdesk", whole("Twinna", "Doublet", null, null, born.plusYears(4))))
                .isEmpty();
        assertThat(whyOf("westdesk", whole("Ottilie", "Kestrel", null, "TWINNA@example.org", null)))
                .containsExactly("Same e-mail");
        assertThat(whyOf("manager", whole("Ottilie", "Kestrel", null, "twinna@example.org", null)))
                .hasSize(2);
    }

    @Test
    void aNewPatientIsMatchedBySoundAndBirthDate() {
        var born = LocalDate.of(1971, 3, 9);
        add(whole("Stephen", "Meyerhof", null, null, born), group.west);
        add(whole("Stephen", "Meyerhof", null, null, born), group.east);
        assertThat(whyOf("westdesk", whole("Steven", "Maierhoff", null, null, born)))
                .containsExactly("Name sounds alike, same birth date");
        assertThat(whyOf("westdesk", whole("Maierhoff", "Steven", null, null, born)))
                .as("in any order")
                .containsExactly("Name sounds alike, same birth date");
        assertThat(whyOf("westdesk", whole("Steven", "Maierhoff", null, null, born.plusDays(1))))
                .isEmpty();
        assertThat(whyOf("westdesk", whole("Steven", "Maierhoff", null, null, null)))
                .isEmpty();
        assertThat(whyOf("westdesk", whole("Stephen", "Meyerhof", null, null, born)))
                .containsExactly("Same name and birth date");
    }

    private List<String> whyOf(String who, PatientDraft draft) {
        return staff.as(who, () -> patients.likely(draft)).stream()
                .map(PossibleDuplicate::why)
                .toList();
    }

    @Test
    void clinicianAlertsAreNotReadForOtherRoles() {
        var patient = add(named("Alert", "Alma"), group.west);
        book(patient, group.west);
        var secret =
                addAlert("therapist", patient, AlertKind.PREGNANCY, AlertAudience.CLINICIANS, null, OperationId.next());
        addAlert("westdesk", patient, AlertKind.LATEX_ALLERGY, AlertAudience.EVERYBODY, null, OperationId.next());
        assertThat(details("therapist", patient).alerts()).hasSize(2);
        for (var who : List.of("westdesk", "manager")) {
            assertThat(details(who, patient).alerts())
                    .extracting(AlertRow::kind)
                    .containsExactly(AlertKind.LATEX_ALLERGY);
            assertThatThrownBy(() -> staff.doAs(who, () -> alerts.end(secret, 0)))
                    .isInstanceOf(NotAvailable.class);
        }
        assertThatThrownBy(() -> addAlert(
                        "westdesk", patient, AlertKind.IMPLANT, AlertAudience.CLINICIANS, null, OperationId.next()))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> addAlert(
                        "guesser", patient, AlertKind.IMPLANT, AlertAudience.EVERYBODY, null, OperationId.next()))
                .isInstanceOf(NotAvailable.class);
        assertThat(auditOf("alert.added", patient))
                .containsExactlyInAnyOrder("audience CLINICIANS", "audience EVERYBODY");
    }

    @Test
    void anAlertIsAddedOnceAndEndedOnce() {
        var patient = add(named("Ending", "Alert"), group.west);
        var operation = OperationId.next();
        var alert = addAlert("westdesk", patient, AlertKind.OIL_ALLERGY, AlertAudience.EVERYBODY, null, operation);
        assertThat(addAlert("westdesk", patient, AlertKind.OIL_ALLERGY, AlertAudience.EVERYBODY, null, operation))
                .isEqualTo(alert);
        assertThat(details("westdesk", patient).alertsToday()).hasSize(1);
        staff.doAs("westdesk", () -> alerts.end(alert, 0));
        assertThat(details("westdesk", patient).alertsToday()).isEmpty();
        assertThat(details("westdesk", patient).alerts()).as("stays on record").hasSize(1);
        assertThatThrownBy(() -> staff.doAs("manager", () -> alerts.end(alert, 0)))
                .isInstanceOf(StaleVersion.class);
    }

    @Test
    void aConsentIsInForceOnceAndCanBeGivenAgainAfterWithdrawal() {
        var patient = add(named("Consent", "Constance"), group.west);
        give("westdesk", patient, "2026-01");
        assertThatThrownBy(() -> give("manager", patient, "2026-02")).isInstanceOf(Refused.class);
        var given = details("westdesk", patient).consents().getFirst();
        staff.doAs("manager", () -> consents.withdraw(given.id(), given.version()));
        assertThatThrownBy(() -> staff.doAs("westdesk", () -> consents.withdraw(given.id(), given.version())))
                .isInstanceOf(StaleVersion.class);
        give("westdesk", patient, "2026-02");
        assertThat(details("westdesk", patient).consents())
                .extracting(row -> row.wording() + " " + row.takenBy() + " " + row.withdrawalTakenBy())
                .containsExactlyInAnyOrder("2026-01 westdesk manager", "2026-02 westdesk null");
        assertThatThrownBy(() -> give("eastdesk", patient, "2026-03")).isInstanceOf(NotAvailable.class);
    }

    @Test
    void aConsentShowsWhetherTheUserTookOrWithdrewIt() {
        var patient = add(named("Same", "Name"), group.west);
        give("westdesk", patient, "2026-01");
        var given = details("westdesk", patient).consents().getFirst();
        staff.doAs("manager", () -> consents.withdraw(given.id(), given.version()));
        assertThat(consentSeenBy("westdesk", patient)).containsExactly(true, false);
        assertThat(consentSeenBy("manager", patient)).containsExactly(false, true);
    }

    private List<Boolean> consentSeenBy(String who, PatientId patient) {
        var consent = details(who, patient).consents().getFirst();
        return List.of(consent.mine(), consent.withdrawalMine());
    }

    @Test
    void joiningTheCareTeamOpensTheRecord() {
        var patient = add(named("Team", "Mate"), group.west);
        assertThat(staff.as("therapist", () -> patients.open(patient))).isEmpty();
        for (int i = 0; i < 2; i++) {
            staff.doAs("manager", () -> careTeam.join(patient, group.therapist));
        }
        assertThat(details("therapist", patient).clinical()).isNotNull();
        assertThat(details("therapist", patient).careTeam())
                .extracting(CareTeamMember::name)
                .containsExactly("therapist Test");
        assertThatThrownBy(() -> staff.doAs("chiropractor", () -> careTeam.join(patient, group.chiropractor)))
                .as("nobody lets themselves in")
                .isInstanceOf(NotAvailable.class);
        assertThatThrownBy(() -> staff.doAs("westdesk", () -> careTeam.leave(patient, group.therapist)))
                .isInstanceOf(AccessDeniedException.class);
        var eastern = add(named("Eastern", "Mate"), group.east);
        assertThatThrownBy(() -> staff.doAs("manager", () -> careTeam.join(eastern, group.therapist)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void leavingTheCareTeamClosesTheRecordUnlessAnotherRelationRemains() {
        var patient = add(named("Team", "Left"), group.west);
        for (var mate : List.of(group.therapist, group.chiropractor)) {
            staff.doAs("manager", () -> careTeam.join(patient, mate));
        }
        assertThatThrownBy(() -> staff.doAs("therapist", () -> careTeam.leave(patient, group.chiropractor)))
                .as("another, by who may take nobody in")
                .isInstanceOf(AccessDeniedException.class);
        assertThat(staff.as("therapist", () -> careTeam.leave(patient, group.therapist)))
                .isFalse();
        assertThat(staff.as("therapist", () -> patients.open(patient))).isEmpty();
        assertThat(auditOf("care-team.left", patient)).hasSize(1);
        staff.doAs("chiropractor", () -> careTeam.join(patient, group.therapist));
        group.book(group.therapist, patient, group.west, LocalDate.now(clock).plusDays(30), LocalTime.of(21, 30));
        assertThat(staff.as("manager", () -> careTeam.leave(patient, group.therapist)))
                .isTrue();
        assertThat(details("therapist", patient).careTeam())
                .extracting(CareTeamMember::name)
                .containsExactly("chiropractor Test");
        assertThat(staff.as("therapist", () -> careTeam.leave(patient, group.therapist)))
                .as("twice is once, and the appointment keeps it open")
                .isTrue();
        assertThat(auditOf("care-team.left", patient)).hasSize(2);
    }

    @Test
    void everyFieldOfAPatientIsReadBackAsEntered() {
        var draft = new PatientDraft(
                "Gïven",
                "Fámily",
                "Préf",
                "Förmer",
                LocalDate.of(2012, 2, 29),
                "they/them",
                "Deutsch",
                new PhoneNumber("+4930123456"),
                new EmailAddress("a@example.org"),
                "Schülerin",
                "Dr. Ada",
                new PatientDraft.EmergencyContact("Em", "aunt", new PhoneNumber("0301234567")),
                new PatientDraft.Guardian("Gu", "mother", "gu@example.org", "passport"),
                PatientReach.NONE);
        var patient = add(draft, group.west);
        assertThat(details("westdesk", patient).draft()).isEqualTo(draft);
        assertThat(details("westdesk", patient).isMinor()).isTrue();
    }

    @Test
    void furtherPhonesAddressAndInterpreterAreReadBackAndChanged() {
        var reach = new PatientReach(
                PhoneKind.MOBILE,
                List.of(
                        new OtherPhone(PhoneKind.HOME, new PhoneNumber("+16025550190")),
                        new OtherPhone(PhoneKind.WORK, new PhoneNumber("0301234567"))),
                new PostalAddress("12 Öak St", "Apt 3", "Phoenix", "AZ", "85004-1234", "USA"),
                true);
        var first = named("Reached", "Everywhere");
        var patient = add(first.withReach(reach), group.west);
        assertThat(details("westdesk", patient).draft().reach()).isEqualTo(reach);
        assertThat(details("westdesk", patient).header().about()).contains("interpreter needed");
        correct("westdesk", patient, first);
        assertThat(details("westdesk", patient).draft()).isEqualTo(first);
    }

    @Test
    void everyPhoneFindsThePatientAndHintsAtADuplicate() {
        var reach = new PatientReach(
                null,
                List.of(new OtherPhone(PhoneKind.WORK, new PhoneNumber("+16025557731"))),
                PostalAddress.NONE,
                false);
        var patient = add(whole("Second", "Line", "+16025557742", null, null).withReach(reach), group.west);
        assertThat(found("westdesk", "7731")).contains(patient);
        assertThat(found("westdesk", "7742")).contains(patient);
        var same = whole("Somebody", "Else", "+16025557731", null, null);
        assertThat(staff.as("westdesk", () -> patients.likely(same)))
                .extracting(likely -> likely.patient().id())
                .containsExactly(patient);
        correct("westdesk", patient, whole("Second", "Line", "+16025557742", null, null));
        assertThat(found("westdesk", "7731")).doesNotContain(patient);
    }

    private List<PatientId> found(String who, String typed) {
        return staff.as(who, () -> patients.search(typed)).stream()
                .map(PatientRow::id)
                .toList();
    }

    private PatientDetails details(String who, PatientId patient) {
        return staff.as(who, () -> patients.details(patient)).orElseThrow();
    }

    private void correct(String who, PatientId patient, PatientDraft draft) {
        staff.doAs(who, () -> patients.correct(patient, details(who, patient).version(), draft));
    }

    private AlertId addAlert(
            String who,
            PatientId patient,
            AlertKind kind,
            AlertAudience audience,
            @Nullable LocalDate until,
            OperationId operation) {
        var from = LocalDate.now(clock).minusDays(3);
        return staff.as(who, () -> alerts.add(patient, new AlertDraft(kind, "", audience, from, until), operation));
    }

    private void give(String who, PatientId patient, String wording) {
        var on = LocalDate.now(clock).minusDays(5);
        staff.doAs(who, () -> consents.give(patient, new ConsentDraft(ConsentKind.TREATMENT, wording, on)));
    }

    private PatientId add(PatientDraft draft, ClinicId clinic) {
        return staff.as("manager", () -> patients.add(draft, clinic));
    }

    private PatientId add(PatientDraft draft, ClinicId clinic, OperationId operation) {
        return staff.as("manager", () -> patients.add(draft, clinic, operation));
    }

    private static PatientDraft named(String given, String family) {
        return new PatientDraft(given, family, null, null, null);
    }

    private static PatientDraft whole(
            String given, String family, @Nullable String phone, @Nullable String email, @Nullable LocalDate born) {
        return new PatientDraft(
                given,
                family,
                born,
                phone == null ? null : new PhoneNumber(phone),
                email == null ? null : new EmailAddress(email));
    }

    private void book(PatientId patient, ClinicId clinic) {
        // when everybody has gone home: the other tests of this store book by day
        var day = LocalDate.now(clock).plusDays(1 + DAYS.getAndIncrement());
        var who = clinic.equals(group.west) ? group.therapist : group.chiropractor;
        group.book(who, patient, clinic, day, LocalTime.of(20, 10));
    }

    private List<String> auditOf(String kind, PatientId patient) {
        return jdbc.sql("select detail from audit_event where kind = ? and patient = ? order by id")
                .params(kind, Ids.bytes(patient.value()))
                .query(String.class)
                .list();
    }
}

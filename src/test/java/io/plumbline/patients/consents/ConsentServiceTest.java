package io.plumbline.patients.consents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.patients.ConsentId;
import io.plumbline.patients.ConsentKind;
import io.plumbline.patients.ConsentRow;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.file.PatientTimeline;
import io.plumbline.patients.file.TimelineEntry;
import io.plumbline.patients.merging.PatientMergeService;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.MovableClock;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestGroup;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Undoing a consent that was recorded or withdrawn by mistake. */
@StoreTest
class ConsentServiceTest {
    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    PatientService patients;

    @Autowired
    ConsentService consents;

    @Autowired
    PatientMergeService merges;

    @Autowired
    @Qualifier("fileTimelineQuery")
    PatientTimeline timeline;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void aRecordedConsentIsUndoneAndCanBeRecordedAgain() {
        var patient = patient("Recorded");
        var consent = give(patient, "2026-01");
        assertThatThrownBy(() -> staff.doAs("manager", () -> consents.undo(consent)))
                .hasMessage("Only the person who did this can undo it");
        clock.pass(Duration.ofMinutes(10));
        staff.doAs("westdesk", () -> consents.undo(consent));
        assertThat(details(patient).consents()).isEmpty();
        assertThat(told(patient)).contains("Consent given: Photographs", "Consent undone: Photographs");
        assertThat(audited("consent.undone", patient)).isOne();
        assertThatThrownBy(() -> staff.doAs("westdesk", () -> consents.undo(consent)))
                .as("once")
                .hasMessage("Recording this consent was undone");
        assertThatThrownBy(() -> staff.doAs("westdesk", () -> consents.withdraw(consent, 1)))
                .hasMessage("Recording this consent was undone");
        give(patient, "2026-02");
        assertThat(details(patient).consents()).extracting(ConsentRow::wording).containsExactly("2026-02");
    }

    @Test
    void aConsentAndAWithdrawalCountForAllRecordsOfAPerson() {
        var kept = patient("Keptconsent");
        var merged = patient("Mergedconsent");
        var first = contact(merged);
        staff.doAs("manager", () -> merges.merge(merged, kept, "Same person, same birth date"));
        assertThatThrownBy(() -> contact(kept)).hasMessageStartingWith("This consent is already in force");
        staff.doAs("manager", () -> consents.giveUnlessInForce(kept, toContact(), group.therapist));
        assertThat(details(kept).consents()).as("given once").hasSize(1);
        clock.pass(Duration.ofMinutes(1));
        staff.doAs("manager", () -> consents.withdraw(first, 0));
        for (var record : List.of(kept, merged)) {
            assertThat(staff.as("system", () -> consents.isContactWithdrawn(record)))
                    .isTrue();
        }
        clock.pass(Duration.ofMinutes(1));
        contact(kept);
        for (var record : List.of(kept, merged)) {
            assertThat(staff.as("system", () -> consents.isContactWithdrawn(record)))
                    .as("given again on the other record")
                    .isFalse();
        }
    }

    private ConsentId contact(PatientId patient) {
        return staff.as("manager", () -> consents.give(patient, toContact()));
    }

    private ConsentDraft toContact() {
        return new ConsentDraft(
                ConsentKind.CONTACT, "2026-01", LocalDate.now(clock).minusDays(3));
    }

    @Test
    void aWithdrawalIsUndoneAndTheConsentIsInForceAsBefore() {
        var patient = patient("Withdrawn");
        var consent = give(patient, "2026-01");
        var before = details(patient).consents().getFirst();
        staff.doAs("manager", () -> consents.withdraw(consent, 0));
        assertThatThrownBy(() -> staff.doAs("westdesk", () -> consents.undo(consent)))
                .hasMessage("This consent was withdrawn since and stays on record");
        assertThatThrownBy(() -> staff.doAs("westdesk", () -> consents.undoWithdrawal(consent)))
                .hasMessage("Only the person who did this can undo it");
        staff.doAs("manager", () -> consents.undoWithdrawal(consent));
        assertThat(details(patient).consents())
                .singleElement()
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(before);
        assertThat(told(patient))
                .contains("Consent withdrawn: Photographs", "Withdrawal of consent undone: Photographs");
        assertThat(audited("consent.withdrawal-undone", patient)).isOne();
        assertThatThrownBy(() -> give(patient, "2026-02")).hasMessageContaining("already in force");
    }

    @Test
    void aWithdrawalIsNotUndoneAfterTenMinutesOrOnceTheConsentWasGivenAgain() {
        var patient = patient("Again");
        var consent = give(patient, "2026-01");
        staff.doAs("westdesk", () -> consents.withdraw(consent, 0));
        give(patient, "2026-02");
        assertThatThrownBy(() -> staff.doAs("westdesk", () -> consents.undoWithdrawal(consent)))
                .hasMessage("This consent was given again since");
        var late = patient("Late");
        var other = give(late, "2026-01");
        staff.doAs("westdesk", () -> consents.withdraw(other, 0));
        clock.pass(Duration.ofMinutes(10).plusSeconds(1));
        assertThatThrownBy(() -> staff.doAs("westdesk", () -> consents.undoWithdrawal(other)))
                .hasMessage("This can be undone for ten minutes; it is older");
    }

    private PatientId patient(String name) {
        return staff.as("manager", () -> patients.add(new PatientDraft(name, "Agreed", null, null, null), group.west));
    }

    private ConsentId give(PatientId patient, String wording) {
        var draft = new ConsentDraft(
                ConsentKind.PHOTO, wording, LocalDate.now(clock).minusDays(3));
        return staff.as("westdesk", () -> consents.give(patient, draft));
    }

    private PatientDetails details(PatientId patient) {
        return staff.as("westdesk", () -> patients.details(patient)).orElseThrow();
    }

    private List<String> told(PatientId patient) {
        return staff.as("westdesk", () -> timeline.findEntries(details(patient))).stream()
                .map(TimelineEntry::what)
                .toList();
    }

    private long audited(String kind, PatientId patient) {
        return jdbc.sql("select count(*) from audit_event where kind = ? and patient = ?")
                .params(kind, Ids.bytes(patient.value()))
                .query(Long.class)
                .single();
    }
}

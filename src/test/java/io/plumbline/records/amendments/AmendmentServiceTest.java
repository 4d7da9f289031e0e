package io.plumbline.records.amendments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.records.amendments.AmendableRecord.Kind;
import io.plumbline.records.retention.RetentionService;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.MovableClock;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Amendment requests are answered in time and in writing, and overwrite nothing. */
@StoreTest
class AmendmentServiceTest {
    @Autowired
    AmendmentService requests;

    @Autowired
    RetentionService retention;

    @Autowired
    TestGroup group;

    @Autowired
    TestCare care;

    @Autowired
    Staff staff;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Test
    void anAcceptedRequestIsLinkedToTheNoteAndChangesNothingInIt() {
        var patient = care.treated("Amend");
        care.earlierNote(patient);
        var before = note(patient);
        var id = register(patient);
        assertThat(row(id).dueOn()).isEqualTo(care.today().plusDays(60));
        var part = staff.as("auditor", () -> requests.parts(id)).getFirst();
        assertThat(part.kind()).isEqualTo(Kind.SESSION_NOTE);
        refused(() -> requests.accept(id, 0, Set.of(), "Appended", ""), AmendmentField.RECORDS);
        refused(() -> requests.accept(id, 0, Set.of(part), " ", ""), AmendmentField.WORDS);
        staff.doAs("auditor", () -> requests.accept(id, 0, Set.of(part), "Addendum of today", "The insurer"));
        assertThat(row(id).status()).isEqualTo(AmendmentStatus.ACCEPTED);
        assertThat(row(id).told()).isEqualTo("The insurer");
        assertThat(staff.as("auditor", () -> requests.linked(id))).containsExactly(part);
        assertThat(note(patient)).isEqualTo(before);
        assertThat(care.auditOf("amendment-request.decided", patient)).isEqualTo(1);
    }

    @Test
    void aPartOfAnotherRecordIsNotLinked() {
        var patient = care.treated("Own");
        var other = care.treated("Other");
        care.earlierNote(other);
        var id = register(patient);
        var otherId = register(other);
        var part = staff.as("auditor", () -> requests.parts(otherId)).getFirst();
        assertThatThrownBy(() -> staff.doAs("auditor", () -> requests.accept(id, 0, Set.of(part), "Appended", "")))
                .isInstanceOf(NotAvailable.class);
        assertThat(row(id).isOpen()).isTrue();
    }

    @Test
    void aDenialHasABasisAndMayBeAnsweredOnceAndRebuttedOnce() {
        var patient = care.treated("Denied");
        care.earlierNote(patient);
        var id = register(patient);
        var part = staff.as("auditor", () -> requests.parts(id)).getFirst();
        refused(() -> requests.disagree(id, 0, "No"), null);
        refused(
                () -> requests.deny(id, 0, Set.of(), DenialBasis.ACCURATE_AND_COMPLETE, "It is right"),
                AmendmentField.RECORDS);
        staff.doAs(
                "auditor",
                () -> requests.deny(id, 0, Set.of(part), DenialBasis.ACCURATE_AND_COMPLETE, "The note is right"));
        refused(() -> requests.rebut(id, 1, "Rebuttal"), null);
        staff.doAs("auditor", () -> requests.disagree(id, 1, "I disagree"));
        refused(() -> requests.disagree(id, 2, "Again"), null);
        staff.doAs("auditor", () -> requests.rebut(id, 2, "The clinic answers"));
        refused(() -> requests.rebut(id, 3, "Again"), null);
        var row = row(id);
        assertThat(row.denialBasis()).isEqualTo(DenialBasis.ACCURATE_AND_COMPLETE);
        assertThat(row.disagreement()).isEqualTo("I disagree");
        assertThat(row.rebuttal()).isEqualTo("The clinic answers");
        refused(() -> requests.withdraw(id, 3, "By phone"), null);
    }

    @Test
    void theTimeIsExtendedOnceAndBeforeItIsOver() {
        var patient = care.treated("Extended");
        var id = register(patient);
        staff.doAs("auditor", () -> requests.extend(id, 0, "The author is away"));
        assertThat(row(id).dueOn()).isEqualTo(care.today().plusDays(90));
        refused(() -> requests.extend(id, 1, "Entered a second time by a colleague"), null);
        var late = register(patient);
        clock.set(Instant.parse("2026-11-24T17:00:00Z").plus(Duration.ofDays(61)));
        refused(() -> requests.extend(late, 0, "Too late, somebody was faster"), null);
        assertThatThrownBy(() -> staff.doAs("auditor", () -> requests.withdraw(late, 7, "By phone")))
                .isInstanceOf(StaleVersion.class);
    }

    @Test
    void anOpenRequestKeepsTheRecordAndOthersMayNotSeeIt() {
        var patient = care.treated("Kept");
        var id = register(patient);
        var number = number(patient);
        assertThat(staff.as("auditor", () -> retention.keepUntil(number)).keptBy())
                .extracting(Enum::name)
                .contains("OPEN_REQUEST");
        staff.doAs("auditor", () -> requests.withdraw(id, 0, "By phone"));
        assertThat(staff.as("auditor", () -> retention.keepUntil(number)).keptBy())
                .extracting(Enum::name)
                .doesNotContain("OPEN_REQUEST");
        for (var somebody : new String[] {"manager", "chiropractor"}) {
            assertThatThrownBy(() -> staff.as(somebody, () -> requests.find(id)))
                    .isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void openOnesAreInFrontPageByPage() {
        var patient = care.treated("Paged");
        var closed = register(patient);
        staff.doAs("auditor", () -> requests.withdraw(closed, 0, "By phone"));
        var open = register(patient);
        var all = new ArrayList<AmendmentId>();
        staff.doAs("auditor", () -> {
            for (var page = requests.list(null, 2); !page.isEmpty(); page = requests.list(page.getLast(), 2)) {
                page.forEach(row -> all.add(row.id()));
            }
        });
        assertThat(all).doesNotHaveDuplicates().containsSubsequence(open, closed);
    }

    @Test
    void whatIsMissingIsRefusedAtItsField() {
        var number = number(care.treated("Missing"));
        var today = care.today();
        refused(() -> requests.register(draft("P-99999999", "Wanted", today)), AmendmentField.PATIENT);
        refused(() -> requests.register(draft(number, " ", today)), AmendmentField.WANTED);
        refused(() -> requests.register(draft(number, "Wanted", today.plusDays(1))), AmendmentField.RECEIVED_ON);
    }

    private AmendmentDraft draft(String number, String wanted, LocalDate on) {
        return new AmendmentDraft(number, "The patient", "License seen", wanted, on);
    }

    private AmendmentId register(PatientId patient) {
        return staff.as(
                "auditor", () -> requests.register(draft(number(patient), "It was the left side", care.today())));
    }

    private AmendmentRow row(AmendmentId id) {
        return staff.as("auditor", () -> requests.find(id));
    }

    private void refused(Runnable action, @org.jspecify.annotations.Nullable AmendmentField field) {
        assertThatThrownBy(() -> staff.doAs("auditor", action))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.field()).isEqualTo(field));
    }

    private String note(PatientId patient) {
        return jdbc.sql("select * from session_note where patient_id = ?")
                .param(Ids.bytes(patient.value()))
                .query((row, n) -> row.getString("content_hash") + row.getString("version") + row.getString("status"))
                .single();
    }

    private String number(PatientId patient) {
        return jdbc.sql("select patient_number from patient where id = ?")
                .param(Ids.bytes(patient.value()))
                .query((row, n) -> "P-" + row.getLong(1))
                .single();
    }
}

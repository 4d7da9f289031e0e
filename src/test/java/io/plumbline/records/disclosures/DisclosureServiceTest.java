package io.plumbline.records.disclosures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.access.signin.IdentityService;
import io.plumbline.patients.merging.PatientMergeService;
import io.plumbline.shared.Refused;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** What the disclosure register takes, what it keeps, and what the report of a patient has. */
@StoreTest
class DisclosureServiceTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-11-24");

    @Autowired
    DisclosureService disclosures;

    @Autowired
    PatientMergeService merges;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    TestCare care;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theReportHasTheDisclosuresOfSixYearsByDayAndIsOnRecord() {
        var patient = group.patient("Accounted", "For", group.west);
        var number = number(patient);
        add(number, TODAY.minusYears(6).minusDays(1), "Too long ago");
        add(number, TODAY.minusDays(3), "County court");
        add(number, TODAY.minusYears(6), "Health department");
        add(number(group.patient("Somebody", "Else", group.west)), TODAY, "Not of this patient");
        var report = care.provenly("auditor", () -> disclosures.report(number, "The patient asked in writing"));
        assertThat(report.numbers()).isEqualTo(number);
        assertThat(report.clinic()).isEqualTo(group.west);
        assertThat(report.from()).isEqualTo(TODAY.minusYears(6));
        assertThat(report.rows())
                .extracting(DisclosureRow::recipient)
                .containsExactly("Health department", "County court");
        assertThat(report.rows().getLast().address()).isEqualTo("1 Main Street");
        assertThat(report.rows().getLast().recordedBy()).isEqualTo("auditor");
        assertThat(details("disclosure.reported", patient))
                .containsExactly("2 rows, reason: The patient asked in writing");
        assertThat(details("disclosure.added", patient)).hasSize(3);
    }

    @Test
    void repeatedDisclosuresAreOneRowAndCountUntilTheirLastDay() {
        var patient = group.patient("Repeated", "Each Month", group.west);
        var number = number(patient);
        var monthly = draft(number, TODAY.minusYears(7), 48, TODAY.minusYears(3), "Insurer of the state");
        staff.as("auditor", () -> disclosures.add(monthly));
        var report = care.provenly("auditor", () -> disclosures.report(number, "The patient asked in writing"));
        assertThat(report.rows()).singleElement().satisfies(row -> {
            assertThat(row.times()).isEqualTo(48);
            assertThat(row.lastOn()).isEqualTo(TODAY.minusYears(3));
        });
    }

    @Test
    void whatWasEnteredInErrorStaysInTheRegisterAndIsInNoReport() {
        var patient = group.patient("Entered", "In Error", group.west);
        var number = number(patient);
        var id = add(number, TODAY, "Wrong patient");
        var row = staff.as("auditor", () -> disclosures.find(id));
        staff.doAs("auditor", () -> disclosures.markEnteredInError(id, row.version(), "Of another patient"));
        assertThat(list(number, null)).singleElement().satisfies(marked -> {
            assertThat(marked.isValid()).isFalse();
            assertThat(marked.errorReason()).isEqualTo("Of another patient");
            assertThat(marked.what()).isEqualTo("Session notes of March");
        });
        assertThat(care.provenly("auditor", () -> disclosures.report(number, "The patient asked for it"))
                        .rows())
                .isEmpty();
        assertThat(details("disclosure.entered-in-error", patient)).hasSize(1);
        assertThatThrownBy(() -> staff.doAs(
                        "auditor",
                        () -> disclosures.markEnteredInError(id, row.version(), "Entered once more by mistake")))
                .isInstanceOf(StaleVersion.class);
        assertThatThrownBy(() -> staff.doAs(
                        "auditor",
                        () -> disclosures.markEnteredInError(id, row.version() + 1, "Entered once more by mistake")))
                .isInstanceOf(Refused.class)
                .hasMessage("This disclosure is marked as entered in error already");
    }

    @Test
    void eachWrongValueIsRefusedAtItsFieldAndNothingIsAdded() {
        var number = number(group.patient("Wrong", "Values", group.west));
        refused(draft("P-99999999", TODAY, 1, null, "Court"), DisclosureField.PATIENT);
        refused(draft(number, TODAY.plusDays(1), 1, null, "Court"), DisclosureField.DISCLOSED_ON);
        refused(draft(number, TODAY, 0, null, "Court"), DisclosureField.TIMES);
        refused(draft(number, TODAY, 2, null, "Court"), DisclosureField.LAST_ON);
        refused(draft(number, TODAY, 2, TODAY.minusDays(1), "Court"), DisclosureField.LAST_ON);
        refused(draft(number, TODAY.minusDays(1), 2, TODAY.plusDays(1), "Court"), DisclosureField.LAST_ON);
        refused(draft(number, TODAY, 1, null, " "), DisclosureField.RECIPIENT);
        refused(
                new DisclosureDraft(number, TODAY, 1, null, "Court", "x".repeat(301), "Notes", "Order"),
                DisclosureField.ADDRESS);
        refused(new DisclosureDraft(number, TODAY, 1, null, "Court", "", "", "Order"), DisclosureField.WHAT);
        refused(new DisclosureDraft(number, TODAY, 1, null, "Court", "", "Notes", ""), DisclosureField.PURPOSE);
        assertThat(list(number, null)).isEmpty();
        assertThatThrownBy(() -> care.provenly("auditor", () -> disclosures.report(number, " ")))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.field()).isEqualTo(DisclosureField.REASON));
    }

    @Test
    void theReportAndTheListHaveMergedRecordsToo() {
        var kept = group.patient("Merged", "Twice", group.west);
        var merged = group.patient("Merged", "Twice", group.west);
        add(number(kept), TODAY.minusDays(2), "Court");
        add(number(merged), TODAY.minusDays(1), "Health department");
        staff.doAs("manager", () -> merges.merge(merged, kept, "Same birth date, confirmed by phone"));
        var report = care.provenly("auditor", () -> disclosures.report(number(merged), "The patient asked in writing"));
        assertThat(report.rows()).extracting(DisclosureRow::recipient).containsExactly("Court", "Health department");
        assertThat(report.numbers()).contains(number(kept), number(merged));
        assertThat(list(number(kept), null)).hasSize(2);
        assertThat(details("disclosure.reported", kept)).hasSize(1);
        assertThat(details("disclosure.reported", merged)).hasSize(1);
    }

    @Test
    void theListIsPagedByDay() {
        var number = number(group.patient("Paged", "By Day", group.west));
        for (var n = 0; n < 5; n++) {
            add(number, TODAY.minusDays(n / 2), "Recipient " + n);
        }
        var all = list(number, null);
        assertThat(all).hasSize(5).isSortedAccordingTo((one, other) -> other.disclosedOn()
                .compareTo(one.disclosedOn()));
        var paged = new ArrayList<DisclosureRow>();
        for (var page = page(number, null); !page.isEmpty(); page = page(number, page.getLast())) {
            paged.addAll(page);
        }
        assertThat(paged).isEqualTo(all);
    }

    @Test
    void aReportNeedsTheIdentityConfirmedLately() {
        var patient = group.patient("Proved", "First", group.west);
        var number = number(patient);
        assertThatExceptionOfType(IdentityService.ProofNeeded.class)
                .isThrownBy(
                        () -> staff.as("auditor", () -> disclosures.report(number, "The patient asked in writing")));
        assertThat(details("disclosure.reported", patient)).isEmpty();
    }

    @Test
    void onlyThePrivacyOfficerReadsTheRegister() {
        for (var somebody : List.of("manager", "chiropractor")) {
            assertThatThrownBy(() -> staff.as(somebody, () -> disclosures.list("", null, 10)))
                    .isInstanceOf(AccessDeniedException.class);
        }
    }

    private DisclosureId add(String number, LocalDate on, String recipient) {
        return staff.as("auditor", () -> disclosures.add(draft(number, on, 1, null, recipient)));
    }

    private static DisclosureDraft draft(
            String number, LocalDate on, int times, @Nullable LocalDate last, String recipient) {
        return new DisclosureDraft(
                number, on, times, last, recipient, "1 Main Street", "Session notes of March", "Order of the court");
    }

    private void refused(DisclosureDraft draft, DisclosureField field) {
        assertThatThrownBy(() -> staff.as("auditor", () -> disclosures.add(draft)))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.field()).isEqualTo(field));
    }

    private List<DisclosureRow> list(String number, @Nullable DisclosureRow after) {
        return staff.as("auditor", () -> disclosures.list(number, after, 100));
    }

    private List<DisclosureRow> page(String number, @Nullable DisclosureRow after) {
        return staff.as("auditor", () -> disclosures.list(number, after, 2));
    }

    private List<String> details(String kind, PatientId patient) {
        return jdbc.sql("select detail from audit_event where kind = ? and patient = ?")
                .params(kind, Ids.bytes(patient.value()))
                .query(String.class)
                .list();
    }

    private String number(PatientId patient) {
        return "P-"
                + jdbc.sql("select patient_number from patient where id = ?")
                        .param(Ids.bytes(patient.value()))
                        .query(Long.class)
                        .single();
    }
}

package io.plumbline.patients.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plumbline.patients.AlertAudience;
import io.plumbline.patients.AlertId;
import io.plumbline.patients.AlertKind;
import io.plumbline.patients.AlertRow;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.MovableClock;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestGroup;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Undoing what was done to an alert. */
@StoreTest
class AlertServiceTest {
    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    PatientService patients;

    @Autowired
    AlertService alerts;

    @Autowired
    FileTimelineQuery timeline;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @AfterEach
    void now() {
        clock.reset();
    }

    @Test
    void anAdditionIsUndoneByItsAuthorAndStaysInTheTimeline() {
        var patient = patient("Added");
        var alert = add(patient);
        assertThatThrownBy(() -> staff.doAs("manager", () -> alerts.undoAddition(alert)))
                .hasMessage("Only the person who did this can undo it");
        assertThatThrownBy(() -> staff.doAs("eastdesk", () -> alerts.undoAddition(alert)))
                .isInstanceOf(NotAvailable.class);
        clock.pass(Duration.ofMinutes(10));
        staff.doAs("westdesk", () -> alerts.undoAddition(alert));
        assertThat(details(patient).alerts()).isEmpty();
        assertThat(told(patient)).contains("Alert: Latex allergy", "Alert undone: Latex allergy");
        assertThat(audited("alert.addition-undone", patient)).isOne();
        assertThatThrownBy(() -> staff.doAs("westdesk", () -> alerts.undoAddition(alert)))
                .as("once")
                .hasMessage("Adding this alert was undone");
        assertThatThrownBy(() -> staff.doAs("westdesk", () -> alerts.end(alert, 1)))
                .hasMessage("Adding this alert was undone");
    }

    @Test
    void anEndIsUndoneAndTheAlertAppliesAsBefore() {
        var patient = patient("Ended");
        var until = LocalDate.now(clock).plusDays(9);
        var alert = add(patient, until);
        var before = details(patient).alerts().getFirst();
        staff.doAs("manager", () -> alerts.end(alert, 0));
        assertThatThrownBy(() -> staff.doAs("westdesk", () -> alerts.undoAddition(alert)))
                .hasMessage("This alert was ended since and stays on record");
        assertThatThrownBy(() -> staff.doAs("westdesk", () -> alerts.undoEnd(alert)))
                .hasMessage("Only the person who did this can undo it");
        staff.doAs("manager", () -> alerts.undoEnd(alert));
        assertThat(details(patient).alerts())
                .singleElement()
                .usingRecursiveComparison()
                .ignoringFields("version")
                .isEqualTo(before);
        assertThat(told(patient))
                .contains("Alert: Latex allergy", "Alert ended: Latex allergy", "End of alert undone: Latex allergy");
        assertThat(audited("alert.end-undone", patient)).isOne();
        assertThatThrownBy(() -> staff.doAs("manager", () -> alerts.undoEnd(alert)))
                .as("once")
                .hasMessage("This alert has not been ended, or that was undone");
    }

    @Test
    void nothingIsUndoneAfterTenMinutes() {
        var patient = patient("Late");
        var added = add(patient);
        var ended = add(patient);
        staff.doAs("westdesk", () -> alerts.end(ended, 0));
        clock.pass(Duration.ofMinutes(10).plusSeconds(1));
        assertThatThrownBy(() -> staff.doAs("westdesk", () -> alerts.undoAddition(added)))
                .hasMessage("This can be undone for ten minutes; it is older");
        assertThatThrownBy(() -> staff.doAs("westdesk", () -> alerts.undoEnd(ended)))
                .hasMessage("This can be undone for ten minutes; it is older");
        assertThat(details(patient).alerts()).extracting(AlertRow::id).containsExactlyInAnyOrder(added, ended);
    }

    @Test
    void whatCliniciansUndidIsNotToldToOthers() {
        var patient = patient("Secret");
        group.book(group.therapist, patient, group.west, LocalDate.now(clock).plusDays(33), LocalTime.of(20, 25));
        var alert = staff.as(
                "therapist",
                () -> alerts.add(
                        patient,
                        new AlertDraft(AlertKind.PREGNANCY, "", AlertAudience.CLINICIANS, LocalDate.now(clock), null),
                        OperationId.next()));
        staff.doAs("therapist", () -> alerts.undoAddition(alert));
        assertThat(staff.as("therapist", () -> patients.details(patient))
                        .orElseThrow()
                        .undone())
                .hasSize(1);
        assertThat(details(patient).undone()).isEmpty();
    }

    @Test
    void thoseWhoTreatThePatientSayWhereAnAlertApplies() {
        var patient = patient("Where");
        group.book(group.therapist, patient, group.west, LocalDate.now(clock).plusDays(34), LocalTime.of(20, 25));
        var blade = new BodyRegion("back-shoulder-blade-right");
        var draft = new AlertDraft(
                AlertKind.AREA,
                "Healing scar",
                AlertAudience.EVERYBODY,
                LocalDate.now(clock).minusDays(3),
                null);
        var alert = staff.as("westdesk", () -> alerts.add(patient, draft, OperationId.next()));
        assertThat(details(patient).alerts().getFirst().regions()).isEmpty();
        assertThatThrownBy(() -> staff.doAs("westdesk", () -> alerts.setRegions(alert, 0, Set.of(blade))))
                .isInstanceOf(Refused.class);
        staff.doAs("therapist", () -> alerts.setRegions(alert, 0, Set.of(blade)));
        assertThat(details(patient).alerts().getFirst())
                .matches(row -> row.regions().equals(Set.of(blade)))
                .matches(row -> row.regionLabels().equals("Shoulder blade, right"));
        assertThat(audited("alert.regions-set", patient)).isOne();
        assertThatThrownBy(() -> staff.doAs("therapist", () -> alerts.setRegions(alert, 0, Set.of())))
                .isInstanceOf(StaleVersion.class);
        var many = BodyRegion.all().stream().limit(13).collect(Collectors.toSet());
        assertThatThrownBy(() -> staff.doAs("therapist", () -> alerts.setRegions(alert, 1, many)))
                .isInstanceOf(Refused.class);
        var ends = add(patient);
        assertThatThrownBy(() -> staff.doAs("therapist", () -> alerts.setRegions(ends, 0, Set.of(blade))))
                .as("a latex allergy has no region")
                .isInstanceOf(Refused.class);
        staff.doAs("therapist", () -> alerts.setRegions(alert, 1, Set.of()));
        assertThat(details(patient).alerts())
                .filteredOn(row -> row.id().equals(alert))
                .allMatch(row -> row.regions().isEmpty());
    }

    private PatientId patient(String name) {
        return staff.as("manager", () -> patients.add(new PatientDraft(name, "Undone", null, null, null), group.west));
    }

    private AlertId add(PatientId patient) {
        return add(patient, null);
    }

    private AlertId add(PatientId patient, @Nullable LocalDate until) {
        var draft = new AlertDraft(
                AlertKind.LATEX_ALLERGY,
                "",
                AlertAudience.EVERYBODY,
                LocalDate.now(clock).minusDays(3),
                until);
        return staff.as("westdesk", () -> alerts.add(patient, draft, OperationId.next()));
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

package io.plumbline.records.ui.amendments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import io.plumbline.access.accounts.AccountDraft;
import io.plumbline.access.accounts.AccountService;
import io.plumbline.access.accounts.RoleConfirmationService;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.PatientTab;
import io.plumbline.patients.file.CareTeamService;
import io.plumbline.practitioners.Discipline;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.records.amendments.AmendableRecord.Kind;
import io.plumbline.records.amendments.AmendmentDraft;
import io.plumbline.records.amendments.AmendmentId;
import io.plumbline.records.amendments.AmendmentMentionService;
import io.plumbline.records.amendments.AmendmentService;
import io.plumbline.records.amendments.DenialBasis;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Role;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.Screen;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.TestCare;
import io.plumbline.support.TestGroup;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContextHolder;

/** The screen of a note says that an amendment request is about it; the way to the request is for who may see requests. */
@StoreTest
class AmendmentsOfPartTest extends SpringBrowserlessTest {
    private static final String ASKED = "A request to amend this note came on";

    @Autowired
    AmendmentService requests;

    @Autowired
    AmendmentMentionService mentions;

    @Autowired
    PatientService patients;

    @Autowired
    CareTeamService team;

    @Autowired
    AccountService accounts;

    @Autowired
    RoleConfirmationService roles;

    @Autowired
    PractitionerService practitioners;

    @Autowired
    TestCare care;

    @Autowired
    TestGroup group;

    @Autowired
    Staff staff;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void signsOut() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void theNoteSaysItOnceTheRequestIsAnswered() {
        var patient = care.treated("Noted");
        var note = care.earlierNote(patient);
        var other = care.earlierNote(patient);
        var request = register(patient);
        staff.signIn("therapist");
        Screen.open(Routes.note(note));
        assertThat(said()).as("nobody knows yet which part it is about").doesNotContain(ASKED);
        var part = staff.as("auditor", () -> requests.parts(request)).stream()
                .filter(one -> one.id().equals(note.value()))
                .collect(Collectors.toSet());
        staff.doAs("auditor", () -> requests.accept(request, 0, part, "Addendum of today", ""));
        Screen.open(Routes.note(note));
        assertThat(said())
                .contains(ASKED, "and was accepted on", "The request and the answer are part of the record")
                .doesNotContain("It was the left side");
        assertThat(find(Anchor.class).withText("Amendment requests").exists()).isFalse();
        Screen.open(Routes.note(other));
        assertThat(said()).doesNotContain(ASKED);
    }

    @Test
    void theIntakeNoteSaysItTooAndLeadsThePrivacyOfficerToTheRequest() {
        var patient = care.treated("Taken");
        var intake = care.signIntake(patient, care.assessed("Stiff neck"));
        var request = register(patient);
        var part = staff.as("auditor", () -> requests.parts(request)).stream()
                .filter(one -> one.kind() == Kind.INTAKE_NOTE)
                .collect(Collectors.toSet());
        staff.doAs("auditor", () -> requests.deny(request, 0, part, DenialBasis.ACCURATE_AND_COMPLETE, "It is right"));
        var both = officerWhoTreats(patient);
        staff.signIn(both);
        Screen.open(Routes.intake(intake));
        assertThat(said()).contains(ASKED, "and was denied on");
        assertThat(find(Anchor.class).withText("Amendment requests").single().getHref())
                .isEqualTo(Routes.AMENDMENTS);
    }

    @Test
    void whatIsAboutNoNoteStandsAboveTheNotesOnceItIsAnswered() {
        var asked = "A request to amend the record came on";
        var patient = care.patient("Without Part", group.west);
        staff.doAs("manager", () -> team.join(patient, group.therapist));
        var request = register(patient);
        staff.signIn("therapist");
        Screen.open(PatientTab.NOTES.address(patient));
        assertThat(said()).doesNotContain(asked);
        staff.doAs(
                "auditor",
                () -> requests.deny(request, 0, Set.of(), DenialBasis.ACCURATE_AND_COMPLETE, "The address is right"));
        Screen.open(PatientTab.NOTES.address(patient));
        assertThat(said()).contains(asked, "and was denied on");
        var opened = staff.as("manager", () -> patients.details(patient)).orElseThrow();
        assertThatThrownBy(() -> staff.as("therapist", () -> mentions.findAboutNoNote(opened)))
                .isInstanceOf(NotAvailable.class);
    }

    @Test
    void whatIsAboutANoteStandsOnTheNoteAlone() {
        var patient = care.treated("With Part");
        care.earlierNote(patient);
        var request = register(patient);
        staff.doAs(
                "auditor",
                () -> requests.accept(request, 0, Set.copyOf(requests.parts(request)), "Addendum of today", ""));
        staff.signIn("therapist");
        Screen.open(PatientTab.NOTES.address(patient));
        assertThat(said()).doesNotContain("A request to amend the record came on");
    }

    @Test
    void whoDoesNotTreatThePatientIsToldNothing() {
        var patient = care.treated("Untold");
        var note = care.earlierNote(patient);
        var opened = staff.as("manager", () -> patients.details(patient)).orElseThrow();
        assertThatThrownBy(() -> staff.as("therapist", () -> mentions.findByNote(note, opened)))
                .isInstanceOf(NotAvailable.class);
    }

    private String officerWhoTreats(PatientId patient) {
        var name = "officer" + patient.value().hashCode();
        var id = staff.as("system", () -> {
            var account = accounts.create(
                    new AccountDraft(name, name, Set.of(Role.AUDITOR, Role.THERAPIST), Set.of(group.west)),
                    TestGroup.PASSWORD);
            roles.confirm(account, 0, Role.THERAPIST);
            return account;
        });
        staff.doAs("manager", () -> practitioners.add(id, TestGroup.plain(group.west, Discipline.MASSAGE_THERAPY)));
        staff.doAs("manager", () -> team.join(patient, id));
        return name;
    }

    private AmendmentId register(PatientId patient) {
        var number = jdbc.sql("select patient_number from patient where id = ?")
                .param(Ids.bytes(patient.value()))
                .query((row, n) -> "P-" + row.getLong(1))
                .single();
        return staff.as(
                "auditor",
                () -> requests.register(new AmendmentDraft(
                        number,
                        "The patient",
                        "License seen",
                        "It was the left side",
                        care.today().minusDays(3))));
    }

    private static String said() {
        return Screen.textOf(UI.getCurrentOrThrow());
    }
}

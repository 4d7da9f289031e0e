package io.plumbline.onlineintake.ui;

import static io.plumbline.support.Screen.answer;
import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.intake.IntakeDraft;
import io.plumbline.intake.IntakeService;
import io.plumbline.onlineintake.FormPage;
import io.plumbline.onlineintake.OnlineIntakeService;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Staff;
import io.plumbline.support.TestOnlineIntakes;
import io.plumbline.support.WithStaff;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What staff see of online intakes in a patient's intake tab. */
@DemoTest
class OnlineIntakeScreensTest extends SpringBrowserlessTest {
    @Autowired
    PatientService patients;

    @Autowired
    OnlineIntakeService intakes;

    @Autowired
    TestOnlineIntakes online;

    @Autowired
    IntakeService notes;

    @Autowired
    Staff staff;

    @Test
    @WithStaff("frontdesk")
    @SuppressWarnings("unchecked")
    void theFrontDeskCopiesALinkSeesItsStatusAndWithdrawsIt() {
        var patient = patient(null);
        open(Routes.patient(patient, Routes.INTAKE));
        assertThat(screen()).contains("Online intake", "None yet. A link lets the patient answer");
        test(find(Button.class).withText("Send a link…").single()).click();
        var way = (RadioButtonGroup<String>)
                find(RadioButtonGroup.class).withLabel("How").single();
        assertThat(way.getValue()).isEqualTo("As text to copy");
        answer(find(Dialog.class).single(), "Create the link");
        assertThat(find(TextField.class).withLabel("Link").single().getValue())
                .matches("http.*/online-intake/[\\w-]{43}\\?lang=en");
        answer(find(Dialog.class).single(), "Close");
        assertThat(screen()).contains("Sent: sent", "as text", "expires");
        test(find(Button.class).withText("Withdraw…").single()).click();
        answer(find(Dialog.class).single(), "Withdraw");
        assertThat(screen()).contains("Withdrawn: sent", "by staff");
        assertThat(find(Button.class).withText("Withdraw…").exists()).isFalse();
    }

    @Test
    @WithStaff("manager")
    void aManagerSendsALinkByMail() {
        var patient = patient("online@example.org");
        open(Routes.patient(patient, Routes.INTAKE));
        test(find(Button.class).withText("Send a link…").single()).click();
        answer(find(Dialog.class).single(), "Send");
        assertThat(find(TextField.class).withLabel("Link").exists()).isFalse();
        assertThat(screen()).contains("Sent: sent", "by e-mail");
    }

    @Test
    @WithStaff("chiropractor")
    void aClinicianAcceptsAllAndSeesWhatThePatientSaidWhereItDiffers() {
        open(Routes.PATIENTS);
        var patient = patients.list(null, 100).stream()
                .filter(row -> row.name().equals("Ruth Salem"))
                .findFirst()
                .orElseThrow()
                .id();
        submit(patient);
        open(Routes.patient(patient));
        assertThat(toReview())
                .as("in the open items and in the timeline")
                .isNotEmpty()
                .extracting(Anchor::getHref)
                .containsOnly(Routes.patient(patient, Routes.INTAKE));
        open(Routes.patient(patient, Routes.INTAKE));
        assertThat(screen()).contains("Submitted: sent");
        test(find(Button.class).withText("Accept all and open the intake note").single())
                .click();
        assertThat(screen()).contains("Filled in with what the patient said in the online intake");
        test(find(Button.class).withText("Compare with what the patient said…").single())
                .click();
        assertThat(textOf(find(Dialog.class).single()))
                .contains("Cancer in the past?", "Rather not say", "Not asked", "Implants")
                .doesNotContain("Low back after lifting");
        find(Dialog.class).single().close();

        var note = Objects.requireNonNull(
                intakes.findByPatient(opened(patient)).getFirst().note());
        var begun = notes.open(note).orElseThrow();
        notes.saveDraft(note, begun.version(), IntakeDraft.of("Low back, when sitting"));
        open(Routes.intake(note));
        test(find(Button.class).withText("Compare with what the patient said…").single())
                .click();
        assertThat(textOf(find(Dialog.class).single()))
                .contains("Patient said", "Clinician wrote", "Low back after lifting", "Low back, when sitting")
                .contains("Cancer in the past?", "Rather not say", "Not asked")
                .doesNotContain("Outcome");
        open(Routes.patient(patient, Routes.INTAKE));
        assertThat(find(Anchor.class).withText("Open the intake note").all())
                .extracting(Anchor::getHref)
                .contains(Routes.intake(note));
        open(Routes.patient(patient));
        assertThat(toReview()).isEmpty();
        assertThat(screen()).contains("Online intake", "submitted by the patient");
    }

    @Test
    @WithStaff("manager")
    void whatCameByACopiedLinkIsConfirmedWithThePatientByAColleague() {
        var patient = patient(null);
        submit(patient);
        open(Routes.patient(patient, Routes.INTAKE));
        assertThat(screen())
                .contains("By a link that staff copied: confirm with the patient")
                .doesNotContain("Low back after lifting");
        test(find(Button.class).withText("Confirmed with the patient").single()).click();
        assertThat(screen()).contains("confirmed with the patient").doesNotContain("staff copied: confirm");
        assertThat(find(Button.class).withText("Confirmed with the patient").exists())
                .isFalse();
    }

    @Test
    @WithStaff("frontdesk")
    void theFrontDeskThatSentTheLinkSeesTheStatusNeverAnAnswerAndConfirmsNothing() {
        var patient = patient(null);
        submit(patient);
        open(Routes.patient(patient, Routes.INTAKE));
        assertThat(screen())
                .contains("Submitted: sent", "By a link that staff copied: confirm with the patient")
                .doesNotContain("Low back after lifting", "Accept all");
        assertThat(find(Button.class).withText("Confirmed with the patient").exists())
                .isFalse();
    }

    private List<Anchor> toReview() {
        return find(Anchor.class).withText("Online intake to review").all();
    }

    private void submit(PatientId patient) {
        var opened = opened(patient);
        var clinic = opened.clinics().stream()
                .filter(CurrentUser.current().clinics()::contains)
                .findFirst()
                .orElseThrow();
        online.submit(
                "frontdesk",
                patient,
                clinic,
                Map.of(
                        FormPage.COMPLAINT,
                        Map.of("complaint", "Low back after lifting"),
                        FormPage.HISTORY,
                        Map.of("fact.IMPLANTS", "not-said"),
                        FormPage.SAFETY,
                        Map.of("screen.RF-CA-1a", "not-said")));
    }

    private PatientDetails opened(PatientId patient) {
        return patients.details(patient).orElseThrow();
    }

    /** A patient of the front desk's clinic: the manager has clinics that the front desk does not see. */
    private PatientId patient(@Nullable String email) {
        var clinic = staff.as(
                "frontdesk",
                () -> CurrentUser.current().clinics().stream().findFirst().orElseThrow());
        return patients.add(
                new PatientDraft(
                        "Online",
                        "Sender",
                        LocalDate.of(1970, 4, 27),
                        null,
                        email == null ? null : new EmailAddress(email)),
                clinic);
    }

    private static String screen() {
        return textOf(UI.getCurrent());
    }
}

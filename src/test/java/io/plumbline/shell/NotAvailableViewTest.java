package io.plumbline.shell;

import static io.plumbline.support.Screen.answer;
import static io.plumbline.support.Screen.confirm;
import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextArea;
import io.plumbline.access.breakglass.BreakGlassService;
import io.plumbline.patients.PatientRow;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Staff;
import io.plumbline.support.WithStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a person reads where a page is not available, and why. */
@DemoTest
class NotAvailableViewTest extends SpringBrowserlessTest {
    @Autowired
    PatientService patients;

    @Autowired
    BreakGlassService breakGlass;

    @Autowired
    Staff staff;

    @Test
    @WithStaff("therapist")
    void theAnswerForAPatientIsTheSameWhetherThereIsOne() {
        var known = why(Routes.patient(carl()));
        assertThat(why(Routes.patient(PatientId.next()))).isEqualTo(known);
        assertThat(known)
                .contains(
                        "does not exist, or it is not yours to see",
                        "by an appointment from 180 days back to 90 days ahead",
                        "a manager, or a chiropractor who treats the patient, can add you to the care team",
                        "by break-glass access");
    }

    @Test
    @WithStaff("frontdesk")
    void theFrontDeskReadsWhosePatientsItSeesAndWhichRoleAPageAsksFor() {
        assertThat(why(Routes.patient(PatientId.next())))
                .contains("see the patients of their clinics", "An administrator can change your clinics")
                .doesNotContain("break-glass");
        assertThat(why(Routes.FLAGS))
                .contains(
                        "See open red flags and leads in clinical review in one list.",
                        "It opens for: Chiropractor. You are: Front desk.",
                        "An administrator grants roles.");
        assertThat(why("leads/" + LeadId.next())).contains("A lead is in the queue of the clinic that it names");
    }

    @Test
    @WithStaff("auditor")
    void anAddressWithoutAPageIsNamedSo() {
        assertThat(why("no-such-place"))
                .isEqualTo("There is no page at this address. It may be mistyped, or from an"
                        + " older version of the portal.");
        assertThat(why("audit?entry=" + PatientId.next())).contains("Your role opens pages of this kind");
        assertThat(why(Routes.patient(carl()))).contains("It opens for: Clinic manager, Front desk, Chiropractor");
    }

    @Test
    @WithStaff("therapist")
    void breakGlassAccessAsksForThePasswordOnceTheReasonIsThere() {
        var carl = carl();
        open(Routes.patient(carl));
        test(find(Button.class).withText("Break-glass access…").single()).click();
        answer(find(Dialog.class).single(), "Open for 60 minutes");
        assertThat(find(PasswordField.class).exists()).as("no reason yet").isFalse();
        var reason = find(TextArea.class).withLabel("Reason").single();
        assertThat(reason.getErrorMessage()).isEqualTo("The reason is missing");
        test(reason).setValue("Nobody of the team is in today");
        answer(find(Dialog.class).single(), "Open for 60 minutes");
        assertThat(breakGlass.running(carl)).isEmpty();
        confirm(find(Dialog.class).all(), find(PasswordField.class).single(), "demo-therapist-pass");
        assertThat(breakGlass.running(carl)).isPresent();
        breakGlass.close(carl);
    }

    private String why(String address) {
        open(address);
        assertThat(find(H1.class).single().getText()).isEqualTo("Not available");
        var details = find(Details.class).single();
        assertThat(details.getSummaryText()).isEqualTo("Why can't I see this?");
        return String.join(
                " ", details.getContent().map(paragraph -> textOf(paragraph)).toList());
    }

    private PatientId carl() {
        return staff.as("manager", () -> patients.list(null, 100)).stream()
                .filter(row -> row.name().equals("Carl Berg"))
                .map(PatientRow::id)
                .findFirst()
                .orElseThrow();
    }
}

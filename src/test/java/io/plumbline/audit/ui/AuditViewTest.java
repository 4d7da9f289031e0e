package io.plumbline.audit.ui;

import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.rowsOf;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.access.breakglass.BreakGlassReason;
import io.plumbline.access.breakglass.BreakGlassRow;
import io.plumbline.access.breakglass.BreakGlassService;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.audit.AuditRow;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Staff;
import io.plumbline.support.WithStaff;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The auditor's screens, and what a clinician meets at the address of a patient who is not theirs. */
@DemoTest
class AuditViewTest extends SpringBrowserlessTest {
    private static final BreakGlassReason REASON = new BreakGlassReason("Nobody of the team is in today");

    @Autowired
    PatientService patients;

    @Autowired
    BreakGlassService breakGlass;

    @Autowired
    IdentityService identity;

    @Autowired
    Staff staff;

    @AfterEach
    void closeWhatIsOpen() {
        staff.doAs("therapist", () -> breakGlass.close(carl()));
    }

    @Test
    @WithStaff("auditor")
    void theFiltersInTheAddressAreShownInTheFields() {
        open("audit?patient=P-1&kind=intake.begun");
        assertThat(find(TextField.class).withLabel("Patient number").single().getValue())
                .isEqualTo("P-1");
        assertThat(find(ComboBox.class).withLabel("Kind").single().getValue()).isEqualTo("intake.begun");
        assertThat(auditRows()).isNotEmpty().allSatisfy(row -> {
            assertThat(row.kind()).isEqualTo("intake.begun");
            assertThat(row.patientNumber()).isEqualTo("P-1");
        });
    }

    @Test
    @WithStaff("auditor")
    void chosenFiltersAppearInTheAddress() {
        open(Routes.AUDIT);
        test(find(TextField.class).withLabel("Patient number").single()).setValue("P-2");
        assertThat(address()).isEqualTo("audit?patient=P-2");
        assertThat(auditRows()).isNotEmpty().extracting(AuditRow::patientNumber).containsOnly("P-2");
        test(find(Button.class).withText("Clear filters").single()).click();
        assertThat(address()).isEqualTo("audit");
        assertThat(find(TextField.class).withLabel("Patient number").single().getValue())
                .isEmpty();
    }

    @Test
    @WithStaff("auditor")
    void whatIsNoPatientNumberIsSaidAtItsField() {
        open(Routes.AUDIT);
        var number = find(TextField.class).withLabel("Patient number").single();
        test(number).setValue("Anna");
        assertThat(number.isInvalid()).isTrue();
        assertThat(number.getErrorMessage()).isEqualTo("A patient number looks like P-1042");
        assertThat(auditRows()).isEmpty();
        test(number).setValue("p-1");
        assertThat(number.isInvalid()).isFalse();
    }

    @Test
    @WithStaff("auditor")
    void invalidFiltersInTheAddressAreIgnored() {
        open("audit?person=nobody&from=yesterday&to=&kind=");
        assertThat(title()).isEqualTo("Audit trail");
        assertThat(auditRows()).hasSizeGreaterThan(20);
    }

    @Test
    @WithStaff("auditor")
    void anEmptyResultIsExplained() {
        open("audit?patient=P-4711");
        assertThat(auditRows()).isEmpty();
        assertThat(find(Grid.class).single().getEmptyStateText()).contains("No entries match");
    }

    @Test
    @WithStaff("auditor")
    void anEntryOpensBesideTheListAndAnUnknownOneIsNotAvailable() {
        open(Routes.AUDIT);
        var row = auditRows().getFirst();
        open("audit?entry=" + row.id());
        assertThat(textOf(find(Main.class).single()))
                .contains("Unaltered", row.id().toString());
        assertThat(find(H2.class).all()).isNotEmpty();
        open("audit?entry=" + Ids.next());
        assertThat(title()).isEqualTo("Not available");
    }

    @Test
    @WithStaff("therapist")
    void breakGlassAccessIsOfferedForUnavailablePatientsWhetherTheyExistOrNot() {
        for (var patient : List.of(carl(), PatientId.next())) {
            open(Routes.patient(patient));
            assertThat(title()).isEqualTo("Not available");
            assertThat(find(Button.class).withText("Break-glass access…").exists())
                    .isTrue();
        }
        for (var address : List.of("patients/no-id", "no-such-place", "leads", "accounts")) {
            open(address);
            assertThat(find(Button.class).withText("Break-glass access…").exists())
                    .as(address)
                    .isFalse();
        }
    }

    @Test
    @WithStaff("frontdesk")
    void theFrontDeskIsNotOfferedBreakGlassAccess() {
        open(Routes.patient(PatientId.next()));
        assertThat(title()).isEqualTo("Not available");
        assertThat(find(Button.class).withText("Break-glass access…").exists()).isFalse();
    }

    @Test
    @WithStaff("therapist")
    void theBreakGlassBannerIsShownOnThePatientUntilAccessIsClosed() {
        open(Routes.patient(carl()));
        assertThat(title()).isEqualTo("Not available");
        openCarl();
        open(Routes.START);
        open(Routes.patient(carl()));
        assertThat(title()).isEqualTo("Carl Berg");
        assertThat(textOf(find(Main.class).single())).contains("Break-glass access until", "Red flags");
        test(find(Button.class).withText("Close now").single()).click();
        open(Routes.START);
        open(Routes.patient(carl()));
        assertThat(title()).isEqualTo("Not available");
    }

    @Test
    @WithStaff("therapist")
    void closingBreakGlassAccessInAnotherTabHidesTheRecordHere() {
        openCarl();
        open(Routes.START);
        open(Routes.patient(carl()));
        assertThat(isToldToAskAgain()).isFalse();
        staff.doAs("chiropractor", () -> breakGlass.close(carl()));
        assertThat(isToldToAskAgain()).as("by a colleague").isFalse();
        breakGlass.close(carl());
        assertThat(isToldToAskAgain()).isTrue();
    }

    private static boolean isToldToAskAgain() {
        var screen = UI.getCurrent();
        screen.getSession().getService().runPendingAccessTasks(screen.getSession());
        screen.getInternals().getStateTree().runExecutionsBeforeClientResponse();
        return screen.getInternals().dumpPendingJavaScriptInvocations().stream()
                .anyMatch(asked -> asked.getInvocation().getExpression().contains("location.reload()"));
    }

    @Test
    @WithStaff("chiropractor")
    void noBannerIsShownWithoutBreakGlassAccess() {
        open(Routes.patient(carl()));
        assertThat(title()).isEqualTo("Carl Berg");
        assertThat(textOf(find(Main.class).single())).doesNotContain("Break-glass access");
    }

    @Test
    @WithStaff("manager")
    void theManagerSeesWhoUsedBreakGlassAccessForWhomAndWhy() {
        staff.doAs("therapist", this::openCarl);
        open(Routes.BREAK_GLASS);
        assertThat(breakGlassRows()).anySatisfy(row -> {
            assertThat(row.patientLabel()).isEqualTo("Carl Berg");
            assertThat(row.by()).isEqualTo("Tom Eriksen");
            assertThat(row.reason()).isEqualTo(REASON.text());
        });
    }

    @Test
    @WithStaff("auditor")
    void theAuditorSeesOnlyPatientNumbersInBreakGlassAccess() {
        open(Routes.BREAK_GLASS);
        assertThat(breakGlassRows())
                .isNotEmpty()
                .extracting(BreakGlassRow::patientLabel)
                .allMatch(label -> label.matches("P-[0-9]+"));
        assertThat(find(Grid.class).single().getEmptyStateText()).contains("Nothing to review");
    }

    private void openCarl() {
        identity.prove("demo-therapist-pass");
        breakGlass.open(OperationId.next(), carl(), REASON);
    }

    private PatientId carl() {
        return staff.as("manager", () -> patients.list(null, 100)).stream()
                .filter(row -> row.name().equals("Carl Berg"))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static String address() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters();
    }

    private String title() {
        return find(H1.class).single().getText();
    }

    private List<AuditRow> auditRows() {
        return rowsOf(find(Grid.class).single(), AuditRow.class);
    }

    private List<BreakGlassRow> breakGlassRows() {
        return rowsOf(find(Grid.class).single(), BreakGlassRow.class);
    }
}

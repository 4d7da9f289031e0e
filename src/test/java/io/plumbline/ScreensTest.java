package io.plumbline;

import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.rowsOf;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.sidenav.SideNavItem;
import io.plumbline.audit.AuditRow;
import io.plumbline.patients.PatientRow;
import io.plumbline.patients.PatientService;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.ScreeningService;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Staff;
import io.plumbline.support.WithStaff;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every screen shows what the demo clinic has, and nothing to those who may not see it. */
@DemoTest
class ScreensTest extends SpringBrowserlessTest {
    @Autowired
    PatientService patients;

    @Autowired
    ScreeningService screening;

    @Autowired
    Staff staff;

    @Autowired
    JdbcClient jdbc;

    @Test
    @WithStaff("manager")
    void theStartPageTellsTheManagerWhoWaitsAndWhatElseNeedsThem() {
        open("");
        assertThat(title()).matches("\\d+ leads are past the response target");
        assertThat(textOf(find(Main.class).single()))
                .contains("calls, ", " need you.", "Call first", "Then", "Referral outcome overdue");
    }

    @Test
    @WithStaff("auditor")
    void theAuditorsNavigationLeadsToTheAuditTrailAndBreakGlassAccess() {
        open("");
        assertThat(find(SideNavItem.class).all())
                .extracting(SideNavItem::getLabel)
                .containsExactly(
                        "Start",
                        "Roles and permissions",
                        "Audit trail",
                        "Anomalies",
                        "Break-glass access",
                        "Access requests",
                        "Amendment requests",
                        "Sensitive patients",
                        "Disclosures",
                        "Retention",
                        "Disposal",
                        "Incidents");
    }

    @Test
    @WithStaff("frontdesk")
    void theFrontDeskSeesOnlyTheLeadsOfItsClinic() {
        assertThat(rows(Routes.LEADS)).hasSize(32);
    }

    @Test
    @WithStaff("manager")
    void theManagerSeesTheLeadsOfBothClinicsAndOfTheGroup() {
        assertThat(rows(Routes.LEADS)).hasSize(56);
    }

    @Test
    @WithStaff("manager")
    void theManagerSeesThePatientsOfBothClinicsByName() {
        assertThat(rows(Routes.PATIENTS)).hasSize(71);
        assertThat(((PatientRow) rows(Routes.PATIENTS).getFirst()).name()).isEqualTo("Femi Adeyemi");
    }

    @Test
    @WithStaff("therapist")
    void theTherapistSeesThePatientsOfTheirAppointmentsAndPlans() {
        assertThat(rows(Routes.PATIENTS)).hasSize(13);
        open(Routes.NOTES);
        assertThat(rowsNamed("My unsigned notes")).hasSize(1);
        assertThat(rowsNamed("My visits today")).as("booked and planned").hasSize(6);
    }

    @Test
    @WithStaff("chiropractor")
    void theChiropractorSeesTheOpenFlagsOfTheirPatients() {
        assertThat(rows(Routes.FLAGS)).hasSizeGreaterThanOrEqualTo(2);
        assertThat(rows(Routes.EXERCISES)).hasSizeGreaterThan(20);
    }

    @Test
    @WithStaff("admin")
    void theAdministratorSeesAccountsAndNoPatient() {
        assertThat(rows(Routes.ACCOUNTS)).hasSize(16);
        assertThat(rows(Routes.PRACTITIONERS)).hasSize(12);
        open(Routes.PATIENTS);
        assertThat(title()).isEqualTo("Not available");
    }

    @Test
    @WithStaff("auditor")
    void theAuditorReadsPatientsByNumber() {
        assertThat(rows(Routes.AUDIT))
                .extracting(row -> ((AuditRow) row).patientNumber())
                .filteredOn(Objects::nonNull)
                .isNotEmpty()
                .allMatch(number -> number.matches("P-[0-9]+"));
    }

    @Test
    @WithStaff("manager")
    void theManagerSeesClinicsWithTheirHoursAndTheLeadReport() {
        open(Routes.CLINICS);
        assertThat(textOf(UI.getCurrent()))
                .contains("Harbour Street", "America/Phoenix", "8:00 AM to 7:00 PM", "Old Mill");
        open(Routes.REPORTS);
        assertThat(textOf(UI.getCurrent())).contains("Funnel", "By source", "Response target met", "A friend");
    }

    @Test
    @WithStaff("therapist")
    void thePatientPageShowsClinicalContentToPractitioners() {
        open(Routes.patient(patientNamed("Ruth Salem")));
        assertThat(title()).isEqualTo("Ruth Salem");
        assertThat(textOf(UI.getCurrent())).contains("Next visit", "Why they come", "Timeline");
    }

    @Test
    @WithStaff("manager")
    void thePatientPageShowsManagersOnlyTheClinicalHold() {
        open(Routes.patient(patientNamed("Carl Berg")));
        assertThat(textOf(UI.getCurrent()))
                .contains("Clinical hold")
                .doesNotContain("Pain after", "red flag", "Red flag", "Fever", "level");
    }

    @Test
    @WithStaff("manager")
    void theBookingShowsTheClinicalHoldBeforeATimeIsChosen() {
        open(Routes.booking(patientNamed("Carl Berg")));
        assertThat(textOf(find(Main.class).single()))
                .contains("Clinical hold: no adjustment, massage or exercise session")
                .doesNotContain("Possible");
    }

    @Test
    @WithStaff("therapist")
    void theTherapistSeesTheRedFlagsOfTheirPatientsButCannotDecideThem() {
        var patient = patientNamed("Léa Brandt");
        var clinic = patients.open(patient).orElseThrow().clinics().iterator().next();
        screening.raise(patient, clinic, Map.of("RF-FX-3", ScreeningAnswer.YES));
        open(Routes.patient(patient));
        assertThat(textOf(UI.getCurrent())).contains("Possible fracture risk");
        assertThat(find(Button.class).withText("Decide…").exists()).isFalse();
    }

    @Test
    @WithStaff("chiropractor")
    void anIntakeNoteOpensForPractitioners() {
        open(Routes.intake(anIntakeNote()));
        assertThat(textOf(UI.getCurrent())).contains("Intake note", "Draft");
    }

    @Test
    @WithStaff("therapist")
    void aRestrictedRecordLooksLikeOneThatDoesNotExist() {
        open(Routes.patient(patientNamed("Carl Berg")));
        var foreign = textOf(find(Main.class).single());
        open(Routes.patient(PatientId.next()));
        assertThat(textOf(find(Main.class).single())).isEqualTo(foreign).contains("Not available");
        for (var address : List.of("patients/no-id", "no-such-place", "leads", "intake/no-id")) {
            open(address);
            assertThat(title()).as(address).isEqualTo("Not available");
        }
    }

    private PatientId patientNamed(String name) {
        return staff.as("manager", () -> patients.list(null, 100)).stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private IntakeId anIntakeNote() {
        return new IntakeId(Ids.uuid(jdbc.sql("""
                        select n.id from intake_note n join patient p on p.id = n.patient_id
                        where p.family_name = 'Salem'""").query(byte[].class).single()));
    }

    private String title() {
        return find(H1.class).single().getText();
    }

    private List<?> rows(String address) {
        open(address);
        return rowsOf(find(Grid.class).single(), Object.class);
    }

    private List<?> rowsNamed(String list) {
        Grid<?> named = find(Grid.class).all().stream()
                .filter(grid -> grid.getAriaLabel().filter(list::equals).isPresent())
                .findFirst()
                .orElseThrow();
        return rowsOf(named, Object.class);
    }
}

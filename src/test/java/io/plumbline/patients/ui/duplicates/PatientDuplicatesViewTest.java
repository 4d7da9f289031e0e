package io.plumbline.patients.ui.duplicates;

import static io.plumbline.support.Screen.answer;
import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.duplicates.PatientDuplicateFilter;
import io.plumbline.patients.duplicates.PatientDuplicateSearchService;
import io.plumbline.patients.duplicates.PatientDuplicateService;
import io.plumbline.patients.sensitive.SensitivePatientService;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.support.DemoTest;
import io.plumbline.support.PatientDuplicateSearches;
import io.plumbline.support.Staff;
import io.plumbline.support.WithStaff;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Possible duplicates of patients on the screen: merged, dismissed, proposed again; the privacy officer's numbers. */
@DemoTest
class PatientDuplicatesViewTest extends SpringBrowserlessTest {
    @Autowired
    PatientService patients;

    @Autowired
    PatientDuplicateService duplicates;

    @Autowired
    PatientDuplicateSearchService search;

    @Autowired
    SensitivePatientService sensitive;

    @Autowired
    ClinicService clinics;

    @Autowired
    Staff staff;

    @Autowired
    JdbcClient jdbc;

    @Test
    @WithStaff("manager")
    void thePatientsLeadToTheirPossibleDuplicates() {
        added("Listed", "Pairone");
        added("Listed", "Pairone");
        searched();
        var count = duplicates.count();
        open(Routes.PATIENTS);
        find(Button.class)
                .withText("Possible duplicates (" + count + ")")
                .single()
                .click();
        assertThat(screen())
                .contains("Possible duplicate patients", "Listed Pairone", "Same name and birth date", "None booked");
    }

    @Test
    @WithStaff("frontdesk")
    void whoMayNotMergeIsNotLedThere() {
        staff.doAs("manager", () -> {
            added("Listed", "Pairtwo");
            added("Listed", "Pairtwo");
        });
        searched();
        open(Routes.PATIENTS);
        assertThat(find(Button.class).all())
                .noneMatch(button -> button.isVisible() && button.getText().startsWith("Possible duplicates"));
    }

    @Test
    @WithStaff("manager")
    void aPairIsMergedUnderTheRecordThatIsChosenWithAReason() {
        var one = added("Merged", "Pairthree");
        var other = added("Merged", "Pairthree");
        openList();
        named("Merge Merged Pairthree").click();
        var dialog = find(Dialog.class).single();
        answer(dialog, "Merge");
        var reason =
                find(TextField.class).withLabel("Why they are the same person").single();
        assertThat(reason.getErrorMessage()).isEqualTo("Say why they are the same person");
        reason.setValue("Confirmed by phone");
        answer(dialog, "Merge");
        assertThat(screen()).doesNotContain("Merged Pairthree");
        assertThat(patients.details(other).orElseThrow().id()).isEqualTo(one);
    }

    @Test
    @WithStaff("manager")
    void aDismissedPairIsListedApartAndProposedAgain() {
        added("Dismissed", "Pairfour");
        added("Dismissed", "Pairfour");
        openList();
        button("Dismissed Pairfour", "are not the same person").click();
        assertThat(screen()).doesNotContain("Dismissed Pairfour");
        open(Routes.PATIENT_DUPLICATES + "?only=dismissed");
        assertThat(screen()).contains("Dismissed Pairfour", "Not the same person · Maren Holt");
        named("Propose again: Dismissed Pairfour").click();
        assertThat(screen()).doesNotContain("Dismissed Pairfour");
        openList();
        assertThat(screen()).contains("Dismissed Pairfour");
    }

    @Test
    @WithStaff("manager")
    void whatAColleagueDecidedInTheMeantimeIsNotDecidedAgain() {
        added("Decided", "Pairfive");
        added("Decided", "Pairfive");
        openList();
        var pair = duplicates.list(PatientDuplicateFilter.OPEN, null, 1000).stream()
                .filter(one -> one.first().name().equals("Decided Pairfive"))
                .findFirst()
                .orElseThrow();
        staff.doAs("manager", () -> duplicates.dismiss(pair.id()));
        button("Decided Pairfive", "are not the same person").click();
        assertThat(screen()).doesNotContain("Decided Pairfive");
        assertThat(jdbc.sql("select count(*) from audit_event"
                                + " where kind = 'patient.duplicate-dismissed' and subject = ?")
                        .param(Ids.bytes(pair.first().id().value()))
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    @WithStaff("auditor")
    void thePrivacyOfficerSeesTheDuplicatesOfSensitivePatientsByNumber() {
        var ids = staff.as("manager", () -> Set.of(added("Hidden", "Pairsix"), added("Hidden", "Pairsix")));
        searched();
        sensitive.mark(ids.iterator().next(), Set.of(), "Works at the clinic");
        open(Routes.SENSITIVE_PATIENTS);
        assertThat(screen())
                .contains("Possible duplicates", "Same name and birth date", "add a manager of the clinic")
                .doesNotContain("Pairsix");
    }

    private PatientId added(String given, String family) {
        return patients.add(
                new PatientDraft(given, family, LocalDate.of(1981, 2, 3), null, null),
                clinics.findForCurrentUser().getFirst().id());
    }

    private void searched() {
        PatientDuplicateSearches.search(staff, search, jdbc);
    }

    private void openList() {
        searched();
        open(Routes.PATIENT_DUPLICATES);
    }

    private Button named(String beginning) {
        return find(Button.class).all().stream()
                .filter(button -> button.getAriaLabel().orElse("").startsWith(beginning))
                .findFirst()
                .orElseThrow();
    }

    private Button button(String beginning, String end) {
        return find(Button.class).all().stream()
                .filter(button -> button.getAriaLabel().orElse("").startsWith(beginning))
                .filter(button -> button.getAriaLabel().orElse("").endsWith(end))
                .findFirst()
                .orElseThrow();
    }

    private String screen() {
        return textOf(find(Main.class).single());
    }
}

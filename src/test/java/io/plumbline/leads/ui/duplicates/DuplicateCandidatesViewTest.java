package io.plumbline.leads.ui.duplicates;

import static io.plumbline.support.Screen.answer;
import static io.plumbline.support.Screen.labelled;
import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.clinics.ClinicService;
import io.plumbline.leads.CallOutcome;
import io.plumbline.leads.LeadDraft;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.LeadSource;
import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.clock.CallWindow;
import io.plumbline.leads.duplicates.DuplicateFilter;
import io.plumbline.leads.duplicates.DuplicateSearchService;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientRow;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.support.DemoTest;
import io.plumbline.support.DuplicateSearches;
import io.plumbline.support.Staff;
import io.plumbline.support.WithStaff;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Possible duplicates on the screen: the managers' list, merging, un-merging, and leads that are opened again. */
@DemoTest
class DuplicateCandidatesViewTest extends SpringBrowserlessTest {
    @Autowired
    LeadService leads;

    @Autowired
    DuplicateSearchService search;

    @Autowired
    PatientService patients;

    @Autowired
    ClinicService clinics;

    @Autowired
    Staff staff;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Test
    @WithStaff("manager")
    void aDismissedDuplicateCandidateIsListedAmongTheSettledOnes() {
        var phone = new PhoneNumber("+16025551901");
        received("Twice Asking", phone, "Harbour Street");
        received("Twyce Asking", phone, "Old Mill");
        openList();
        assertThat(screen()).contains("Twice Asking", "Twyce Asking", "same phone, name sounds alike", "Old Mill");
        named("Twice Asking and Twyce Asking are not the same person").click();
        assertThat(screen()).doesNotContain("Twice Asking");
        open(Routes.LEADS_DUPLICATES + "?only=settled");
        assertThat(find(Select.class).single().getValue()).isEqualTo(DuplicateFilter.SETTLED);
        assertThat(screen()).contains("Twice Asking", "Not the same person · Maren Holt");
        assertThat(find(Button.class).withText("Not the same person").all()).isEmpty();
    }

    @Test
    @WithStaff("manager")
    void leadsOfDifferentClinicsAreMergedFromTheListUnlessChangedInTheMeantime() {
        var phone = new PhoneNumber("+16025551902");
        var kept = received("Merged From List", phone, "Harbour Street");
        var other = received("Merged From List", phone, "Old Mill");
        openList();
        staff.doAs("manager", () -> leads.logCall(other, version(other), CallOutcome.NO_ANSWER));
        var merge = named("Merge Merged From List and Merged From List");
        merge.click();
        assertThat(leads.open(other).orElseThrow().status()).isEqualTo(LeadStatus.ATTEMPTING);
        named("Merge Merged From List and Merged From List").click();
        assertThat(leads.open(other).orElseThrow().status()).isEqualTo(LeadStatus.MERGED);
        assertThat(leads.open(kept).orElseThrow().aliases()).hasSize(1);
        assertThat(screen()).doesNotContain("Merged From List");
    }

    @Test
    @WithStaff("manager")
    void aPatientCandidateOfAnotherClinicLeadsToConversionToThatPatient() {
        var phone = new PhoneNumber("+16025551903");
        var known = patients.add(new PatientDraft("Known", "Elsewhere", null, phone, null), clinic("Old Mill"));
        var lead = received("Known Elsewhere", phone, "Harbour Street");
        openList();
        assertThat(screen()).contains("Known Elsewhere", "Patient · P-");
        assertThat(find(Button.class).withText("Convert to this patient…").all())
                .as("nobody has spoken with them yet")
                .noneMatch(button -> button.getAriaLabel().orElse("").contains("Known Elsewhere"));
        staff.doAs("manager", () -> leads.logCall(lead, version(lead), CallOutcome.REACHED));
        openList();
        find(Button.class).withText("Convert to this patient…").all().stream()
                .filter(button -> button.getAriaLabel().orElse("").contains("Known Elsewhere"))
                .findFirst()
                .orElseThrow()
                .click();
        var dialog = find(Dialog.class).single();
        assertThat(dialog.getHeaderTitle()).isEqualTo("Convert to a patient");
        assertThat(existing().getValue().id()).isEqualTo(known);
        answer(dialog, "Cancel");
        assertThat(dialog.isOpened())
                .as("what was proposed is not what somebody typed")
                .isFalse();
        assertThat(find(ConfirmDialog.class).all()).isEmpty();
    }

    @Test
    @WithStaff("frontdesk")
    void theFrontDeskDismissesLeadAndPatientDuplicatesInThePanel() {
        var phone = new PhoneNumber("+16025551904");
        patients.add(new PatientDraft("Other", "Panelperson", null, phone, null), clinic("Harbour Street"));
        var lead = received("Other Panelperson", phone, "Harbour Street");
        received("O. Panelperson", phone, "Harbour Street");
        open(Routes.lead(lead));
        assertThat(screen())
                .contains("Possible duplicates", "O. Panelperson, lead of", "Other Panelperson, patient P-");
        named("Not the same person: O. Panelperson").click();
        assertThat(screen()).doesNotContain("O. Panelperson, lead of").contains("Possible duplicates");
        named("Not the same person: Other Panelperson").click();
        assertThat(screen()).doesNotContain("Possible duplicates");
    }

    @Test
    @WithStaff("frontdesk")
    void aLeadIsMergedInThePanelAfterConfirmationAndUnmergedThere() {
        var phone = new PhoneNumber("+16025551905");
        var kept = received("Kept In Panel", phone, "Harbour Street");
        var other = received("K. Panel", phone, "Harbour Street");
        staff.doAs(
                "frontdesk",
                () -> leads.correct(other, version(other), draft("Kept In Panell", phone, "Harbour Street")));
        open(Routes.lead(kept));
        named("Merge Kept In Panell into this lead…").click();
        var dialog = find(Dialog.class).single();
        assertThat(textOf(dialog)).contains("can be unmerged at any time");
        answer(dialog, "Merge");
        assertThat(screen()).contains("Merged into this lead", "Kept In Panell").doesNotContain("Possible duplicates");
        assertThat(leads.open(other).orElseThrow().status()).isEqualTo(LeadStatus.MERGED);
        named("Unmerge Kept In Panell").click();
        assertThat(screen()).doesNotContain("Merged into this lead");
        assertThat(leads.open(other).orElseThrow().status()).isEqualTo(LeadStatus.NEW);
    }

    @Test
    @WithStaff("frontdesk")
    void aLeadIsReopenedOnlyWithAReason() {
        var lead = received("Opened Once More", new PhoneNumber("+16025551906"), "Harbour Street");
        staff.doAs("frontdesk", () -> leads.lose(lead, version(lead), "No time"));
        open(Routes.lead(lead));
        test(find(Button.class).withText("Reopen…").single()).click();
        var dialog = find(Dialog.class).single();
        answer(dialog, "Reopen");
        var why = find(TextField.class).withLabel("Why").single();
        assertThat(why.getErrorMessage()).isEqualTo("Say why you are reopening this lead");
        test(why).setValue("...!");
        answer(dialog, "Reopen");
        assertThat(why.isInvalid()).isTrue();
        assertThat(why.getValue()).isEqualTo("...!");
        test(why).setValue("She called back this morning");
        answer(dialog, "Reopen");
        assertThat(leads.open(lead).orElseThrow().status()).isEqualTo(LeadStatus.NEW);
        assertThat(screen()).contains("She called back this morning");
    }

    private void openList() {
        DuplicateSearches.look(staff, search, jdbc);
        UI.getCurrent().navigate("no-such-place");
        open(Routes.LEADS_DUPLICATES);
    }

    @SuppressWarnings("unchecked")
    private ComboBox<PatientRow> existing() {
        return (ComboBox<PatientRow>)
                find(ComboBox.class).withLabel("Existing patient").single();
    }

    private Button named(String name) {
        return labelled(find(Button.class).all(), name);
    }

    private long version(LeadId lead) {
        return leads.open(lead).orElseThrow().version();
    }

    private LeadId received(String name, PhoneNumber phone, String clinic) {
        return staff.as("system", () -> leads.receive(draft(name, phone, clinic), null));
    }

    private LeadDraft draft(String name, PhoneNumber phone, String clinic) {
        return new LeadDraft(
                name,
                phone,
                null,
                "Lower back",
                CallWindow.ANY_TIME,
                LeadSource.OTHER,
                clinic(clinic),
                clock.instant());
    }

    private ClinicId clinic(String name) {
        return clinics.labels().values().stream()
                .filter(clinic -> clinic.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private String screen() {
        return textOf(find(Main.class).single());
    }
}

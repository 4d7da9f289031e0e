package io.plumbline;

import static io.plumbline.support.Screen.answer;
import static io.plumbline.support.Screen.back;
import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.rowsOf;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.clinics.BusinessHours;
import io.plumbline.clinics.ClinicService;
import io.plumbline.exercises.ExerciseRow;
import io.plumbline.leads.LeadDraft;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.LeadSource;
import io.plumbline.leads.clock.CallWindow;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Routes;
import io.plumbline.shared.store.StoreAway;
import io.plumbline.support.ClinicDrafts;
import io.plumbline.support.FreshStore;
import io.plumbline.support.Rbac;
import io.plumbline.support.Staff;
import io.plumbline.support.StoreTest;
import io.plumbline.support.UnreachableStore;
import io.plumbline.support.WithStaff;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A real store in which nobody has done anything yet: every screen opens, and the start page says what to do first. */
@StoreTest
@FreshStore
class EmptyStoreTest extends SpringBrowserlessTest {
    @Autowired
    UnreachableStore store;

    @Autowired
    ClinicService clinics;

    @Autowired
    LeadService leads;

    @Autowired
    Clock clock;

    @Autowired
    Staff staff;

    @Autowired
    FirstPeople people;

    @Test
    @WithStaff("admin")
    void theAdministratorsStartPageListsTheFirstStepsInOrder() {
        everyScreenOf("admin");
        UI.getCurrent().navigate("");
        assertThat(screen())
                .contains("First steps", "of 4 done")
                .containsSubsequence(
                        "Invite a clinic manager",
                        "Done",
                        "The manager adds the clinic",
                        "Invite practitioners",
                        "The manager adds the practitioners");
    }

    @Test
    @WithStaff("manager")
    void aLeadReceivedBeforeAnyClinicExistsIsShownToAManagerWithoutClinics() {
        var asks = new LeadDraft(
                "Early Bird",
                new PhoneNumber("6025550142"),
                null,
                "",
                new CallWindow(Set.of(), Set.of()),
                LeadSource.OTHER,
                null,
                clock.instant());
        var lead = staff.as("system", () -> leads.receive(asks, null));
        UI.getCurrent().navigate(Routes.lead(lead));
        assertThat(screen()).contains("Early Bird").doesNotContain("Convert");
        // the lists of leads are empty for the others
        leads.lose(lead, leads.open(lead).orElseThrow().version(), "Has only looked around here");
    }

    @Test
    @WithStaff("manager")
    void theManagersFirstStepsAreListedInOrderAndMarkedDoneFromTheStoredData() {
        everyScreenOf("manager");
        UI.getCurrent().navigate("");
        assertThat(screen())
                .contains("of 5 done")
                .containsSubsequence(
                        "Add your clinic",
                        "Set its business hours",
                        "Add your practitioners",
                        "Add the exercise library",
                        "form");
        assertThat(find(Anchor.class).withText("Do this next").single().getHref())
                .isEqualTo("clinics");

        var hours = List.of(new BusinessHours(DayOfWeek.MONDAY, LocalTime.of(8, 0), LocalTime.of(17, 0)));
        clinics.create(
                ClinicDrafts.of("first", "First", ZoneId.of("America/Phoenix"), "US", "911", 15, hours, List.of()));
        UI.getCurrent().navigate("clinics");
        assertThat(screen()).contains("First", "America/Phoenix");
        UI.getCurrent().navigate("");
        assertThat(screen())
                .containsSubsequence(
                        "Add your clinic", "Done", "Set its business hours", "Done", "Add your practitioners");
        assertThat(find(Anchor.class).withText("Do this next").single().getHref())
                .isEqualTo("practitioners");
    }

    @Test
    @WithStaff("manager")
    @StoreAwayScreensTest.Presses("exercises/ui/LibraryOffer")
    void theExerciseLibraryIsAddedOnceAndNotYetSignedOff() throws Exception {
        UI.getCurrent().navigate(Routes.EXERCISES);
        var list = find(Grid.class).single();
        assertThat(textOf(list.getEmptyStateComponent())).contains("No exercises yet", "Add the exercise library");
        var add = buttons(list.getEmptyStateComponent())
                .filter(button -> button.getText().equals("Add the exercise library (26 exercises, not yet approved)"))
                .findFirst()
                .orElseThrow();
        store.during(() -> assertThatThrownBy(add::click).matches(StoreAway::isCauseOf));
        assertThat(add.isEnabled()).isTrue();
        add.click();
        assertThat(rowsOf(find(Grid.class).single(), ExerciseRow.class))
                .hasSize(26)
                .noneMatch(ExerciseRow::isSignedOff);
        test(find(Button.class).withText("New exercise").atIndex(1)).click();
        assertThat(find(Button.class).all().stream().map(Button::getText))
                .as("it is all here")
                .noneMatch(text -> text.startsWith("Add the exercise library"));
        UI.getCurrent().navigate("");
        assertThat(screen()).containsSubsequence("Add the exercise library", "Done", "form");
    }

    @Test
    @WithStaff("manager")
    void everyEmptyLeadListSaysHowLeadsGetThere() {
        assertThat(emptyList(Routes.LEADS)).contains("No open lead", "Press New lead");
        assertThat(emptyList(Routes.LEADS + "?show=mine")).contains("A lead that you claim");
        assertThat(emptyList(Routes.LEADS + "?show=unclaimed"))
                .as("nobody calls where there is nobody to call")
                .doesNotContain("in somebody's hands")
                .contains("appear");
        assertThat(emptyList(Routes.LEADS + "?show=clinical-review")).contains("when a safety question");
        assertThat(emptyList(Routes.LEADS_LIST)).contains("No leads yet", "Press New lead");
        open(Routes.LEADS_BOARD);
        assertThat(screen()).contains("No open lead", "Press New lead");
        open(Routes.LEADS_DUPLICATES);
        assertThat(screen()).contains("No possible duplicates", "appear here");
        open(Routes.PATIENT_DUPLICATES);
        assertThat(screen()).contains("No possible duplicates", "appear here by themselves", "Merge another record…");
    }

    @Test
    @WithStaff("manager")
    void everyOtherEmptyManagerListSaysWhatToDoOrWhatAppearsThere() {
        assertThat(emptyList(Routes.PATIENTS)).contains("Add the first one here");
        assertThat(emptyList(Routes.PLANS)).contains("starts one from a signed intake note");
        assertThat(emptyList(Routes.PLANS + "?only=on-hold")).contains("No plans on hold", "on its own page");
        assertThat(emptyList(Routes.RECALLS)).contains("Patients appear here after a missed visit");
        assertThat(emptyList(Routes.UNSIGNED_NOTES)).contains("appear");
        assertThat(emptyList(Routes.BREAK_GLASS)).contains("appear");
        assertThat(emptyList(Routes.ANSWERS)).contains("Import a page");
        assertThat(emptyList(Routes.PRACTITIONERS + "?ending")).contains("appear");
    }

    @Test
    @WithStaff("nowhere-MANAGER")
    void theScheduleAsksAManagerWithoutClinicsToAddOneFirst() {
        open(Routes.SCHEDULE);
        assertThat(screen()).contains("Add a clinic first");
        assertThat(find(Anchor.class).withText("Go to the clinics").single().getHref())
                .isEqualTo("clinics");
        open(Routes.CLINICS);
        assertThat(screen()).contains("You have no clinic yet", "Add the first one");
    }

    @Test
    @WithStaff("nowhere-FRONT_DESK")
    void theScheduleSendsAFrontDeskAccountWithoutClinicsToTheAdministrator() {
        open(Routes.SCHEDULE);
        assertThat(screen()).contains("Add a clinic first", "The administrator assigns you to clinics");
    }

    @Test
    @WithStaff("manager")
    void anEmptyPractitionerDirectoryDoesNotBlameAFilter() {
        UI.getCurrent().navigate(Routes.PRACTITIONERS);
        assertThat(find(Grid.class).single().getEmptyStateText()).isEqualTo("No practitioners yet. Add the first one.");
    }

    @Test
    @WithStaff("nowhere-MANAGER")
    void theNewPatientScreenAsksAManagerWithoutClinicsToAddOneFirst() {
        UI.getCurrent().navigate(Routes.NEW_PATIENT);
        assertThat(screen()).contains("Add a clinic first");
        assertThat(find(Anchor.class).withText("Go to the clinics").single().getHref())
                .isEqualTo("clinics");
        assertThat(find(Button.class).withText("Add patient").exists()).isFalse();
    }

    @Test
    @WithStaff("nowhere-FRONT_DESK")
    void theNewLeadFormRefusesToSaveForAnAccountWithoutClinics() {
        UI.getCurrent().navigate(Routes.NEW_LEAD);
        test(find(TextField.class).withLabel("Name").single()).setValue("Typed In Vain");
        test(find(TextField.class).withLabel("Phone or e-mail").single()).setValue("+16025550155");
        answer(find(Dialog.class).single(), "Save and call");
        assertThat(textOf(find(Dialog.class).single())).contains("Choose one of your clinics");
        assertThat(find(TextField.class).withLabel("Name").single().getValue()).isEqualTo("Typed In Vain");
        back(Routes.NEW_PATIENT);
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(screen()).contains("Add a clinic first", "The administrator assigns you to clinics");
    }

    private void everyScreenOf(String who) {
        for (var route : Rbac.lines("route")) {
            if (route.allowed().get(who) && !route.name().contains(":")) {
                UI.getCurrent().navigate(route.name().substring(1));
                assertThat(find(H1.class).single().getText())
                        .as(route.name())
                        .isNotEqualTo("Something went wrong")
                        .isNotEqualTo("Not available");
            }
        }
    }

    /** What the list of a screen says as long as it has no row. */
    private String emptyList(String address) {
        open(address);
        var list = find(Grid.class).single();
        var component = list.getEmptyStateComponent();
        return component == null ? String.valueOf(list.getEmptyStateText()) : textOf(component);
    }

    private static Stream<Button> buttons(Component part) {
        return part instanceof Button button
                ? Stream.of(button)
                : part.getChildren().flatMap(EmptyStoreTest::buttons);
    }

    private String screen() {
        return textOf(find(Main.class).single());
    }
}

package io.plumbline.patients.ui;

import static io.plumbline.support.Screen.answer;
import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.rowsOf;
import static io.plumbline.support.Screen.textOf;
import static io.plumbline.support.Screen.type;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.patients.AlertAudience;
import io.plumbline.patients.AlertKind;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientReach;
import io.plumbline.patients.PatientReach.OtherPhone;
import io.plumbline.patients.PatientReach.PhoneKind;
import io.plumbline.patients.PatientReach.PostalAddress;
import io.plumbline.patients.PatientRow;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.PatientTab;
import io.plumbline.patients.file.AlertDraft;
import io.plumbline.patients.file.AlertService;
import io.plumbline.patients.file.CareTeamService;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.patient.PatientHeader;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Staff;
import io.plumbline.support.WithStaff;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The directory searched, patients added and corrected, their page read: each sees what is theirs, nothing typed is lost. */
@DemoTest
class PatientViewTest extends SpringBrowserlessTest {
    private static final String SEARCH_OVER =
            "Your search ended with your session, so this list is unfiltered. Search again.";
    private static final AtomicInteger NAMES = new AtomicInteger();

    @Autowired
    Staff staff;

    @Autowired
    PatientService patients;

    @Autowired
    AlertService alerts;

    @Autowired
    CareTeamService careTeam;

    @Autowired
    JdbcClient jdbc;

    @Test
    @WithStaff("frontdesk")
    void thePatientListIsSearchedWhileTypingAndFromTheAddress() {
        open("patients?q=sal%20ru");
        assertThat(names()).containsExactly("Ruth Salem");
        assertThat(field("Search patients").getValue()).isEqualTo("sal ru");
        test(field("Search patients")).setValue("0102");
        assertThat(names()).containsExactly("Ana Vidal");
        test(field("Search patients")).setValue("");
        assertThat(names()).hasSizeGreaterThanOrEqualTo(8);
        open("patients?q=sal%20ru");
        open("patients");
        assertThat(field("Search patients").getValue()).isEmpty();
        assertThat(names()).hasSizeGreaterThanOrEqualTo(8);
    }

    @Test
    @WithStaff("frontdesk")
    void searchedWordsAreNotInTheAddressAndSurviveBackAndReload() {
        open("patients");
        UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations();
        test(field("Search patients")).setValue("sal ru");
        var address = lastAddress();
        assertThat(address).startsWith("patients?search=").doesNotContainIgnoringCase("sal");
        open("patients");
        assertThat(field("Search patients").getValue()).isEmpty();
        open(address);
        assertThat(field("Search patients").getValue()).isEqualTo("sal ru");
        assertThat(names()).containsExactly("Ruth Salem");
        open("patients?search=ofasessionthatisover");
        assertThat(field("Search patients").getValue()).isEmpty();
        assertThat(names()).hasSizeGreaterThanOrEqualTo(8);
        assertThat(find(Span.class).withText(SEARCH_OVER).exists()).isTrue();
        test(field("Search patients")).setValue("bo quill");
        assertThat(find(Span.class).withText(SEARCH_OVER).exists()).isFalse();
        ((Component) find(Grid.class).single().getEmptyStateComponent())
                .getChildren()
                .flatMap(part -> Stream.concat(Stream.of(part), part.getChildren()))
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(button -> button.getText().equals("Add patient…"))
                .forEach(Button::click);
        assertThat(UI.getCurrent().getActiveViewLocation().getPathWithQueryParameters())
                .startsWith("patients/new?search=")
                .doesNotContainIgnoringCase("quill");
        assertThat(field("Family name").getValue()).isEqualTo("Quill");
    }

    /** What the browser was told to show. */
    private static String lastAddress() {
        return UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations().stream()
                .flatMap(call -> call.getInvocation().getParameters().stream())
                .map(String::valueOf)
                .filter(told -> told.startsWith("patients"))
                .reduce((before, last) -> last)
                .orElseThrow();
    }

    @Test
    @WithStaff("frontdesk")
    void addingAfterAnEmptySearchTakesOverTheSearchedWords() {
        open("patients?q=bo%20quill%20602-555-0177");
        assertThat(names()).isEmpty();
        var empty = find(Grid.class).single().getEmptyStateComponent();
        assertThat(textOf(empty)).contains("No patients match “bo quill 602-555-0177”", "Add patient…", "Clear search");
        open("patients/new?q=bo%20quill%20602-555-0177");
        assertThat(field("Given name").getValue()).isEqualTo("Bo");
        assertThat(field("Family name").getValue()).isEqualTo("Quill");
        assertThat(field("Phone").getValue()).isEqualTo("+1 602-555-0177");
    }

    @Test
    @WithStaff("therapist")
    void aTherapistFindsOnlyTheirOwnPatientsAndCannotAddOne() {
        open("patients?q=berg");
        assertThat(names()).as("known to the other clinic").isEmpty();
        assertThat(find(Button.class).withText("Add patient").exists()).isFalse();
        open("patients/new");
        assertThat(title()).isEqualTo("Not available");
    }

    @Test
    @WithStaff("frontdesk")
    void aPossibleDuplicateIsShownButDoesNotPreventAddingAPatient() {
        open("patients/new");
        test(field("Given name")).setValue("Ruth");
        test(field("Family name")).setValue("Salem");
        type(day("Birth date"), "7/1");
        assertThat(day("Birth date").isInvalid()).as("a birth date has a year").isTrue();
        day("Birth date").setValue(LocalDate.of(2031, 7, 1));
        assertThat(day("Birth date").getErrorMessage()).isEqualTo("The birth date is in the future");
        type(day("Birth date"), "7-1-68");
        assertThat(day("Birth date").getValue()).isEqualTo(LocalDate.of(1968, 7, 1));
        assertThat(textOf(UI.getCurrent())).contains("Possible duplicate", "Same name and year of birth");
        test(field("Phone")).setValue("12");
        test(button("Add patient")).click();
        assertThat(field("Phone").getErrorMessage()).startsWith("Enter the phone number");
        assertThat(title()).isEqualTo("New patient");
        test(field("Phone")).setValue("+1 602 555 0188");
        test(field("Family name")).setValue("Newcomer-" + name());
        test(button("Add patient")).click();
        assertThat(title()).startsWith("Ruth Newcomer-");
        assertThat(textOf(UI.getCurrent())).contains("Added as a patient", "+1 602-555-0188");
    }

    @Test
    @WithStaff("frontdesk")
    void aRestrictedDuplicateIsNotShown() {
        open("patients/new");
        test(field("Given name")).setValue("Carl");
        test(field("Family name")).setValue("Berg");
        assertThat(textOf(UI.getCurrent())).doesNotContain("Possible duplicate");
    }

    @Test
    @WithStaff("frontdesk")
    void aMinorIsAskedForAGuardian() {
        open("patients/new");
        test(field("Given name")).setValue("Young");
        test(field("Family name")).setValue(name());
        assertThat(find(TextField.class).withLabel("Guardian").exists()).isFalse();
        test(day("Birth date")).setValue(LocalDate.of(2015, 2, 28));
        test(field("Guardian")).setValue("Grown Up");
        test(field("Proof seen")).setValue("Passport");
        test(button("Add patient")).click();
        open(lastShown() + "/person");
        assertThat(textOf(UI.getCurrent())).contains("Grown Up", "Passport");
    }

    @Test
    @WithStaff("frontdesk")
    void aMinorWithoutAGuardianIsMarked() {
        var child = add(new PatientDraft("Lone", name(), LocalDate.of(2016, 1, 1), null, null));
        open(Routes.patient(child));
        assertThat(textOf(UI.getCurrent())).contains("Under 18 and no guardian named");
    }

    @Test
    @WithStaff("frontdesk")
    void phonesAddressAndInterpreterAreEditedAndAWrongOneIsNamedAtItsField() {
        var patient = add(new PatientDraft("Reached", name(), null, null, null));
        open(Routes.patient(patient) + "?edit");
        test(field("Phone 2")).setValue("call me");
        test(field("Street address")).setValue("12 Oak St");
        test(field("ZIP or postal code")).setValue("8500");
        test(button("Save")).click();
        assertThat(field("Phone 2").isInvalid()).isTrue();
        assertThat(field("ZIP or postal code").getErrorMessage()).contains("5 digits");
        test(field("Phone 2")).setValue("(602) 555-0177");
        test(field("ZIP or postal code")).setValue("85004-1234");
        assertThat(field("Phone 3").isVisible()).as("the next one is offered").isTrue();
        test(button("Save")).click();
        assertThat(textOf(UI.getCurrent())).contains("555-0177 (other)").contains("12 Oak St, 85004-1234");
        assertThat(patients.details(patient)
                        .orElseThrow()
                        .draft()
                        .reach()
                        .address()
                        .line1())
                .isEqualTo("12 Oak St");
    }

    @Test
    @WithStaff("frontdesk")
    void aPhoneThatAColleagueAddedMeanwhileStays() {
        var patient = add(new PatientDraft("Twice Edited", name(), null, null, null));
        open(Routes.patient(patient) + "?edit");
        test(field("Street address")).setValue("12 Oak St");
        var seen = patients.details(patient).orElseThrow();
        var phone = new OtherPhone(PhoneKind.WORK, new PhoneNumber("+16025550178"));
        var theirs = seen.draft().withReach(new PatientReach(null, List.of(phone), PostalAddress.NONE, false));
        staff.doAs("manager", () -> patients.correct(patient, seen.version(), theirs));
        test(button("Save")).click();
        assertThat(textOf(UI.getCurrent())).contains("the list of further phones is now “+1 602-555-0178 (work)”");
        test(button("Save")).click();
        var now = patients.details(patient).orElseThrow().draft().reach();
        assertThat(now.otherPhones()).as("what only they changed").containsExactly(phone);
        assertThat(now.address().line1()).as("what only I changed").isEqualTo("12 Oak St");
    }

    @Test
    @WithStaff("frontdesk")
    void aStaleEditShowsTheColleaguesChangeAndKeepsTheUsersText() {
        var patient = add(new PatientDraft("Stale", name(), null, null, null));
        open(Routes.patient(patient) + "?edit");
        test(field("Occupation")).setValue("Baker");
        test(field("Pronouns")).setValue("she/her");
        var seen = patients.details(patient).orElseThrow();
        var theirs = new PatientDraft("Fresh", seen.draft().familyName(), null, null, null);
        staff.doAs("manager", () -> patients.correct(patient, seen.version(), theirs));
        test(button("Save")).click();
        assertThat(textOf(UI.getCurrent()))
                .contains("Maren Holt changed this patient in the meantime: the given name is now “Fresh”");
        assertThat(field("Occupation").getValue()).isEqualTo("Baker");
        test(button("Save")).click();
        var now = patients.details(patient).orElseThrow().draft();
        assertThat(now.givenName()).as("what only they changed").isEqualTo("Fresh");
        assertThat(now.occupation()).as("what only I changed").isEqualTo("Baker");
        assertThat(title()).startsWith("Fresh");
    }

    @Test
    @WithStaff("frontdesk")
    void leavingAnUnsavedEditAsksForConfirmation() {
        var patient = add(new PatientDraft("Walking", name(), null, null, null));
        open(Routes.patient(patient) + "?edit");
        test(field("Occupation")).setValue("Typed");
        open(Routes.PATIENTS);
        assertThat(find(ConfirmDialog.class).exists()).isTrue();
    }

    @Test
    @WithStaff("frontdesk")
    void theFrontDeskAddsAlertsForEverybodyAndSeesThemInTheHeader() {
        var patient = add(new PatientDraft("Alert", name(), null, null, null));
        open(Routes.patient(patient));
        test(button("Add alert…")).click();
        assertThat(find(Dialog.class).exists()).isTrue();
        assertThat(find(Select.class).withLabel("Alert type").exists()).isTrue();
        assertThat(find(Select.class).withLabel("Visible to").exists()).isFalse();
        var today = patients.details(patient).orElseThrow().today();
        alerts.add(
                patient,
                new AlertDraft(AlertKind.LATEX_ALLERGY, "", AlertAudience.EVERYBODY, today, null),
                OperationId.next());
        open(Routes.PATIENTS);
        open(Routes.patient(patient));
        assertThat(textOf(find(PatientHeader.class).single())).contains("Latex allergy");
        assertThat(textOf(UI.getCurrent())).contains("Alert: Latex allergy");
    }

    @Test
    @WithStaff("frontdesk")
    void theEndOfAnAlertIsUndoneFromTheMessage() {
        var patient = add(new PatientDraft("Ended", name(), null, null, null));
        var today = patients.details(patient).orElseThrow().today();
        alerts.add(
                patient,
                new AlertDraft(AlertKind.LATEX_ALLERGY, "", AlertAudience.EVERYBODY, today.minusDays(2), null),
                OperationId.next());
        open(Routes.patient(patient));
        test(button("End…")).click();
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(textOf(find(PatientHeader.class).single())).doesNotContain("Latex allergy");
        test(button("Undo")).click();
        assertThat(textOf(find(PatientHeader.class).single())).contains("Latex allergy");
        assertThat(textOf(UI.getCurrent()))
                .contains("Alert ended: Latex allergy", "End of alert undone: Latex allergy");
    }

    @Test
    @WithStaff("therapist")
    @SuppressWarnings("unchecked")
    void whereAnAlertAppliesIsSetOnTheBodyChart() {
        var patient = patientNamed("Hana Sato");
        var today = patients.details(patient).orElseThrow().today();
        alerts.add(
                patient,
                new AlertDraft(AlertKind.AREA, "Healing scar", AlertAudience.CLINICIANS, today, null),
                OperationId.next());
        open(Routes.patient(patient));
        assertThat(textOf(rail())).contains("Area not to touch: Healing scar", "whole body");
        test(find(Button.class)
                        .withCondition(button -> button.getAriaLabel()
                                .orElse("")
                                .equals("Areas of the body: Area not to touch: Healing scar"))
                        .single())
                .click();
        MultiSelectComboBox<BodyRegion> areas =
                find(MultiSelectComboBox.class).withLabel("Areas of the body").single();
        areas.setValue(Set.of(new BodyRegion("back-shoulder-blade-right")));
        answer(find(Dialog.class).single(), "Save areas");
        assertThat(textOf(rail()))
                .containsPattern("Healing scarSince [^·]* · Clinicians only · Shoulder blade, right")
                .doesNotContainPattern("Healing scarSince [^·]* · Clinicians only · whole body");
    }

    @Test
    @WithStaff("frontdesk")
    void theFrontDeskDoesNotSeeClinicianAlerts() {
        open(Routes.patient(patientNamed("Ana Vidal")));
        assertThat(textOf(UI.getCurrent())).doesNotContain("blood thinners").contains("Contact", "Timeline");
    }

    @Test
    @WithStaff("therapist")
    void aPractitionerSeesWhatHappenedSinceTheirLastNote() {
        open(Routes.patient(patientNamed("Hana Sato")));
        showOlder();
        assertThat(textOf(UI.getCurrent()))
                .contains(
                        "Since you last saw Hana",
                        "your last session note",
                        "Timeline",
                        "Treatment plan started: Massage plan")
                .contains("Massage, you", "Pain 5 to 3", "Area not to touch: scar below the right shoulder blade");
    }

    private void showOlder() {
        find(Button.class).all().stream()
                .filter(button -> button.getText().endsWith(" older"))
                .findFirst()
                .ifPresent(Button::click);
    }

    @Test
    @WithStaff("manager")
    void theManagersTimelineHasNoClinicalContent() {
        open(Routes.patient(patientNamed("Hana Sato")));
        showOlder();
        assertThat(textOf(UI.getCurrent()))
                .contains("Timeline", "Treatment plan started: Massage plan")
                .doesNotContain("Since you last saw", "Pain 5 to 3", "scar", "Session note", "Intake note");
    }

    @Test
    @WithStaff("therapist")
    void thePatientsHeaderIsShownOnEveryRecord() {
        var patient = patientNamed("Hana Sato");
        for (var record : List.of(
                Routes.note(new NoteId(idOf("select id from session_note where patient_id = ? limit 1", patient))),
                Routes.plan(new PlanId(idOf("select id from treatment_plan where patient_id = ? limit 1", patient))),
                Routes.intake(
                        new IntakeId(idOf("select id from intake_note where patient_id = ? limit 1", patient))))) {
            open(record);
            assertThat(textOf(UI.getCurrent()))
                    .as(record)
                    .contains("Hana Sato", "35 · Dec 5, 1990", "Area not to touch", "Care team: Dr. Ada Novak");
        }
    }

    @Test
    @WithStaff("manager")
    void aPractitionerAddedByMistakeIsRemovedFromTheCareTeam() {
        var patient = add(new PatientDraft("Team", name(), null, null, null));
        var therapist = staff.as("therapist", () -> CurrentUser.current().staff());
        careTeam.join(patient, therapist);
        open(PatientTab.PERSON.address(patient));
        test(button("Remove…")).click();
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(patients.details(patient).orElseThrow().careTeam()).isEmpty();
        assertThat(find(Button.class).withText("Remove…").exists()).isFalse();
    }

    @Test
    @WithStaff("therapist")
    void everyPartOfThePageHasALinkOfItsOwnAndIsMarkedWhenOpen() {
        var patient = patientNamed("Hana Sato");
        for (var tab : PatientTab.values()) {
            open(tab.address(patient));
            assertThat(links())
                    .containsExactly(
                            "Overview",
                            "Intake",
                            "Plans",
                            "Notes",
                            "Measures",
                            "Reactions",
                            "Referrals",
                            "Files",
                            "Consents",
                            "Person");
            assertThat(find(Nav.class)
                            .single()
                            .getChildren()
                            .filter(link -> link.getElement().hasAttribute("aria-current"))
                            .map(link -> ((Anchor) link).getHref()))
                    .containsExactly(tab.address(patient));
        }
        open(PatientTab.NOTES.address(patient));
        assertThat(textOf(UI.getCurrent())).contains("Session notes").doesNotContain("Timeline");
    }

    @Test
    @WithStaff("frontdesk")
    void clinicalPartsAreNeitherShownNorOpenedToTheFrontDesk() {
        var patient = patientNamed("Hana Sato");
        open(Routes.patient(patient));
        assertThat(links()).containsExactly("Overview", "Intake", "Files", "Consents", "Person");
        for (var tab : List.of(PatientTab.PLANS, PatientTab.NOTES, PatientTab.MEASURES)) {
            open(tab.address(patient));
            assertThat(title()).as(tab.label()).isEqualTo("Not available");
        }
        open(PatientTab.INTAKE.address(patient));
        assertThat(textOf(UI.getCurrent())).contains("begun").doesNotContain("Intake notes");
    }

    @Test
    @WithStaff("manager")
    void theManagerOpensPlansButNoNotes() {
        var patient = patientNamed("Hana Sato");
        open(PatientTab.PLANS.address(patient));
        assertThat(links()).containsExactly("Overview", "Intake", "Plans", "Files", "Consents", "Person");
        assertThat(textOf(UI.getCurrent())).contains("Massage plan");
        open(PatientTab.NOTES.address(patient));
        assertThat(title()).isEqualTo("Not available");
    }

    @Test
    @WithStaff("therapist")
    void openingTheOtherPartsOfAPatientIsPartOfTheSameView() {
        var patient = patientNamed("Hana Sato");
        open(Routes.patient(patient));
        var before = viewsOf(patient);
        for (var tab : PatientTab.values()) {
            open(tab.address(patient));
        }
        assertThat(viewsOf(patient)).isEqualTo(before).isPositive();
    }

    @Test
    @WithStaff("therapist")
    void oneLookTellsWhyThePatientComesAndHowItGoes() {
        open(Routes.patient(patientNamed("Hana Sato")));
        assertThat(find(H2.class).withText("Complaint and progress").exists()).isTrue();
        assertThat(find(Svg.class)
                        .withClassName("chart-small")
                        .single()
                        .getElement()
                        .getAttribute("aria-label"))
                .startsWith("Body chart of ");
        assertThat(textOf(UI.getCurrent()))
                .contains(
                        "At intake: pain ",
                        ", worst ",
                        "Intake note of ",
                        "Pain before and after sessions",
                        "Pain at 2 visits, last on ",
                        "Function: Disability (RMDQ-24)");
        assertThat(find(OrderedList.class)
                        .withClassName("phase-strip")
                        .single()
                        .getElement()
                        .getAttribute("aria-label"))
                .isEqualTo("Phases of the plan");
    }

    @Test
    @WithStaff("chiropractor")
    void whatIsNotThereYetIsOneLineAndNoCard() {
        var patient = add(new PatientDraft("Fresh", name(), null, null, null));
        var chiropractor = CurrentUser.current().staff();
        staff.as("manager", () -> {
            careTeam.join(patient, chiropractor);
            return patient;
        });
        open(Routes.patient(patient));
        assertThat(textOf(UI.getCurrent()))
                .contains(
                        "No signed intake note and no pain or function on record yet",
                        "You have not seen this patient before.",
                        "Nothing open",
                        "No active plan",
                        "Not booked");
        assertThat(find(H2.class).all().stream().map(H2::getText))
                .as("cards that can be folded, and the titles of the rail")
                .doesNotContain("Complaint and progress", "Since you last saw Fresh");
        assertThat(find(NativeButton.class).withClassName("fold").all().stream()
                        .map(fold -> fold.getElement().getAttribute("data-fold")))
                .as("a line is not folded")
                .doesNotContain("patient: Plan", "patient: Next visit", "patient: Open");
    }

    @Test
    @WithStaff("therapist")
    void noNameOfAPatientIsKeptInTheBrowserWithWhatIsFolded() {
        open(Routes.patient(patientNamed("Hana Sato")));
        var remembered = find(NativeButton.class).withClassName("fold").all().stream()
                .map(fold -> fold.getElement().getAttribute("data-fold"))
                .toList();
        assertThat(remembered)
                .contains("patient: since", "patient: Timeline", "patient: Complaint and progress")
                .noneMatch(name -> name.contains("Hana"));
    }

    @Test
    @WithStaff("therapist")
    void theRailHasFewPartsAndDoesNotRepeatTheNotesOfTheTimeline() {
        open(Routes.patient(patientNamed("Hana Sato")));
        assertThat(find(H2.class).from(rail()).all().stream().map(H2::getText))
                .containsExactly("Open", "Plan", "Next visit", "Checkout orders", "Alerts");
        assertThat(find(Anchor.class).from(rail()).all().stream().map(Anchor::getHref))
                .noneMatch(href -> href.startsWith(Routes.NOTES));
    }

    @Test
    @WithStaff("frontdesk")
    void aHundredAlertsAreFoldedIntoTheFirstFew() {
        var patient = add(new PatientDraft("Much", name(), null, null, null));
        var today = patients.details(patient).orElseThrow().today();
        for (int at = 0; at < 100; at++) {
            alerts.add(
                    patient,
                    new AlertDraft(AlertKind.OTHER, "Alert " + at, AlertAudience.EVERYBODY, today, null),
                    OperationId.next());
        }
        open(Routes.patient(patient));
        var rail = rail();
        assertThat(find(Button.class).from(rail).withText("End…").all()).hasSize(3);
        test(find(Button.class).from(rail).withText("Show all 100 alerts").single())
                .click();
        assertThat(find(Button.class).from(rail).withText("End…").all()).hasSize(100);
        var header = find(PatientHeader.class).single();
        assertThat(find(StatusBadge.class).from(header).all()).hasSize(5);
        test(find(Button.class).from(header).withText("Show all 100 alerts").single())
                .click();
        assertThat(find(StatusBadge.class).from(header).all()).hasSize(100);
    }

    private Aside rail() {
        return find(Aside.class).withClassName("rail").single();
    }

    private List<String> links() {
        return find(Nav.class)
                .single()
                .getChildren()
                .map(link -> ((Anchor) link).getText())
                .toList();
    }

    private int viewsOf(PatientId patient) {
        return jdbc.sql("select count(*) from audit_event where kind = 'patient.opened' and patient = ?")
                .param(Ids.bytes(patient.value()))
                .query(Integer.class)
                .single();
    }

    private static String lastShown() {
        return UI.getCurrent().getActiveViewLocation().getPath();
    }

    private UUID idOf(String sql, PatientId patient) {
        return Ids.uuid(jdbc.sql(sql)
                .param(Ids.bytes(patient.value()))
                .query(byte[].class)
                .single());
    }

    private PatientId add(PatientDraft draft) {
        return staff.as("frontdesk", () -> {
            var ruth = patients.search("ruth salem").getFirst().id();
            return patients.add(
                    draft,
                    patients.details(ruth).orElseThrow().clinics().stream()
                            .findFirst()
                            .orElseThrow());
        });
    }

    private PatientId patientNamed(String name) {
        return staff.as("manager", () -> patients.search(name)).getFirst().id();
    }

    /** A family name that no other test has. */
    private static String name() {
        return "Unique" + (char) ('a' + NAMES.getAndIncrement() % 26);
    }

    private List<String> names() {
        return rowsOf(find(Grid.class).single(), PatientRow.class).stream()
                .map(PatientRow::name)
                .toList();
    }

    private String title() {
        return find(H1.class).single().getText();
    }

    private TextField field(String label) {
        return find(TextField.class).all().stream()
                .filter(field -> label.equals(field.getLabel())
                        || field.getAriaLabel().filter(label::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private DatePicker day(String label) {
        return find(DatePicker.class).withLabel(label).single();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }
}

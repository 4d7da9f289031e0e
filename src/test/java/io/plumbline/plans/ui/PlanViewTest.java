package io.plumbline.plans.ui;

import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.rowsOf;
import static io.plumbline.support.Screen.textOf;
import static io.plumbline.support.Screen.type;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.nodefeature.ElementPropertyMap;
import com.vaadin.flow.internal.nodefeature.PropertyChangeDeniedException;
import io.plumbline.patients.PatientService;
import io.plumbline.plans.PlanDraft;
import io.plumbline.plans.PlanFilter;
import io.plumbline.plans.PlanRow;
import io.plumbline.plans.PlanService;
import io.plumbline.plans.PlanStatus;
import io.plumbline.practitioners.PractitionerLabel;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.safety.Evidence;
import io.plumbline.safety.FlagDecision;
import io.plumbline.safety.FlagRow;
import io.plumbline.safety.FlagStatus;
import io.plumbline.safety.ReviewItem;
import io.plumbline.safety.ReviewQueue;
import io.plumbline.safety.SafetyService;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.safety.ScreeningService;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.Booking;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.Routes;
import io.plumbline.support.Staff;
import io.plumbline.support.WithStaff;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;

/** Plans that rest, flags that wait, the start page and the keys, on the screen. */
@SpringBootTest
@ActiveProfiles("test")
class PlanViewTest extends SpringBrowserlessTest {
    @Autowired
    Staff staff;

    @Autowired
    ReviewQueue reviewQueue;

    @Autowired
    PlanService plans;

    @Autowired
    PractitionerService practitioners;

    @Autowired
    PatientService patients;

    @Autowired
    ScheduleService schedule;

    @Autowired
    AppointmentService appointments;

    @Autowired
    SafetyService safety;

    @Autowired
    ScreeningService screening;

    @Test
    @WithStaff("chiropractor")
    void aPlanIsHeldWithAReasonAndResumed() {
        var plan = planOf("Rania Haddad");
        open(Routes.plan(plan));
        test(button("Hold…")).click();
        footerButton("Hold").click();
        assertThat(reason().getErrorMessage()).isEqualTo("Say why; it stays with the plan");
        assertThat(status(plan)).isEqualTo(PlanStatus.ACTIVE);
        test(reason()).setValue("Travels for work");
        footerButton("Hold").click();
        assertThat(screen()).contains("On hold since Tue, Nov 24", "Travels for work", "Dr. Ada Novak");
        assertThat(find(Button.class).withText("Book the next visit…").exists()).isFalse();
        test(button("Resume…")).click();
        test(reason()).setValue("Is back");
        footerButton("Resume").click();
        assertThat(status(plan)).isEqualTo(PlanStatus.ACTIVE);
        assertThat(screen()).contains("Resumed", "Is back").doesNotContain("On hold since");
    }

    @Test
    @WithStaff("chiropractor")
    void aStartThatIsNoDayIsRefusedAtTheFieldAndTheLastOneCounts() {
        var plan = plans.begin(patients.search("Giulia Ferraro").getFirst().id());
        open(Routes.plan(plan));
        var startsOn = find(DatePicker.class).withLabel("Starts on").single();
        test(startsOn).setValue(LocalDate.of(2026, 12, 1));
        typeOver(startsOn, "13/45");
        assertThat(startsOn.isInvalid()).isTrue();
        assertThat(startsOn.getErrorMessage()).startsWith("Enter a day");
        assertThat(screen()).contains("Not saved: Starts on");
        assertThat(draftOf(plan).startsOn()).as("the last day counts").isEqualTo(LocalDate.of(2026, 12, 1));
        type(startsOn, "12/2/2026");
        assertThat(startsOn.isInvalid()).isFalse();
        assertThat(draftOf(plan).startsOn()).isEqualTo(LocalDate.of(2026, 12, 2));
        plans.move(plan, plans.open(plan).orElseThrow().version(), PlanStatus.ENTERED_IN_ERROR, "Only a test");
    }

    @Test
    @WithStaff("chiropractor")
    void whatWasTypedStaysWhenAColleagueWasQuicker() {
        var plan = planOf("Rania Haddad");
        open(Routes.plan(plan));
        test(button("Hold…")).click();
        test(reason()).setValue("Two weeks at sea");
        var version = plans.open(plan).orElseThrow().version();
        staff.doAs("chiropractor", () -> plans.move(plan, version, PlanStatus.ON_HOLD, "Meanwhile"));
        footerButton("Hold").click();
        assertThat(textOf(find(Dialog.class).single()))
                .contains("Dr. Ada Novak changed this plan in the meantime: it is now on hold", "still here");
        assertThat(reason().getValue()).isEqualTo("Two weeks at sea");
        footerButton("Cancel").click();
        assertThat(find(ConfirmDialog.class).exists())
                .as("asks before it is lost")
                .isTrue();
        staff.doAs("chiropractor", () -> plans.move(plan, version + 1, PlanStatus.ACTIVE, "Meanwhile back"));
    }

    @Test
    @WithStaff("chiropractor")
    void aChosenTimeIsAskedForBeforeItGoes() {
        open(Routes.plan(planOf("Rania Haddad")));
        test(button("Book the next visit…")).click();
        var dialog = find(Dialog.class).single();
        ComponentUtil.fireEvent(dialog, new Dialog.DialogCloseActionEvent(dialog, true));
        assertThat(dialog.isOpened()).as("nothing was chosen").isFalse();

        test(button("Book the next visit…")).click();
        var again = find(Dialog.class).single();
        @SuppressWarnings("unchecked")
        Select<LocalTime> time = find(Select.class).withLabel("Free time").single();
        time.setItems(LocalTime.NOON);
        time.setValue(LocalTime.NOON);
        ComponentUtil.fireEvent(again, new Dialog.DialogCloseActionEvent(again, true));
        assertThat(again.isOpened()).isTrue();
        assertThat(find(ConfirmDialog.class).single().isOpened()).isTrue();
    }

    @Test
    @WithStaff("manager")
    void aVisitOfSomebodyWhoHasLeftSaysWhoItWas() {
        var plan = planOf("Rania Haddad");
        var who = plans.open(plan).orElseThrow().visits().getFirst().practitioner();
        var name = practitioners.find(who).orElseThrow().name();
        practitioners.deactivate(who, practitioners.find(who).orElseThrow().version());
        open(Routes.plan(plan));
        assertThat(screen()).contains(name).doesNotContain("A colleague");
        practitioners.reactivate(who, practitioners.find(who).orElseThrow().version());
    }

    @Test
    @WithStaff("chiropractor")
    @SuppressWarnings("unchecked")
    void whereSomebodyWasQuickerTheNextFreeTimeOfThePlansVisitIsOneClickAway() {
        var plan = plans.open(planOf("Rania Haddad")).orElseThrow();
        open(Routes.plan(plan.id()));
        test(button("Book the next visit…")).click();
        var time = (Select<LocalTime>) find(Select.class).withLabel("Free time").single();
        var who = (Select<PractitionerLabel>)
                find(Select.class).withLabel("Practitioner").single();
        var day = find(DatePicker.class).withLabel("Day").single().getValue();
        var at = time.getListDataView().getItems().findFirst().orElseThrow();
        time.setValue(at);
        var quicker = staff.as("manager", () -> {
            var other = patients.search("Ana Vidal").getFirst().id();
            return schedule.book(
                    new Booking(plan.clinic(), who.getValue().id(), other, AppointmentType.CONSULTATION, day, at, 30));
        });
        footerButton("Book").click();
        assertThat(time.isInvalid()).isTrue();
        assertThat(find(Button.class).all()).extracting(Button::getText).anyMatch(text -> text.startsWith("Take "));
        staff.doAs("manager", () -> appointments.cancel(quicker, 0, "Booked by mistake"));
    }

    @Test
    @WithStaff("chiropractor")
    void thereAreThreeWaysToEndAPlan() {
        open(Routes.plan(planOf("Hana Sato")));
        assertThat(find(MenuBar.class).all().stream()
                        .flatMap(bar -> bar.getItems().stream())
                        .filter(item ->
                                "End this plan".equals(item.getAriaLabel().orElse("")))
                        .flatMap(item -> item.getSubMenu().getItems().stream())
                        .map(MenuItem::getText))
                .containsExactly("Complete…", "Revoke…", "Mark as an error…");
    }

    @Test
    @WithStaff("manager")
    void theManagerSeesThatAPlanRestsWithoutTheReason() {
        var plan = planOf("Rania Haddad");
        var version =
                staff.as("chiropractor", () -> plans.open(plan)).orElseThrow().version();
        staff.doAs("chiropractor", () -> plans.move(plan, version, PlanStatus.ON_HOLD, "Secret words"));
        open(Routes.plan(plan));
        assertThat(screen())
                .contains("On hold since Tue, Nov 24")
                .doesNotContain("Secret words", "visit behind", "visits behind");
        assertThat(find(Button.class).withText("Resume…").exists()).isFalse();
        staff.doAs("chiropractor", () -> plans.move(plan, version + 1, PlanStatus.ACTIVE, "Back"));
    }

    @Test
    @WithStaff("therapist")
    void theTherapistHoldsNoPlan() {
        open(Routes.plan(planOf("Hana Sato")));
        assertThat(screen()).contains("History", "Activated");
        assertThat(find(Button.class).withText("Hold…").exists()).isFalse();
    }

    @Test
    @WithStaff("chiropractor")
    void theFilterOfTheFlagsLivesInTheAddress() {
        open(Routes.FLAGS + "?level=u");
        assertThat(level().getValue()).isEqualTo(FlagLevel.U);
        assertThat(flags()).isNotEmpty().allMatch(row -> row.level() == FlagLevel.U);
        open(Routes.FLAGS);
        assertThat(level().getValue()).isNull();
        assertThat(flags()).extracting(FlagRow::level).contains(FlagLevel.U, FlagLevel.R);
        open(Routes.FLAGS + "?level=none&clinic=nowhere");
        assertThat(flags()).as("what names nothing filters nothing").hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    @WithStaff("chiropractor")
    void aFlagThatWasSeenSaysByWhomAndWaitsOn() {
        open(Routes.FLAGS);
        var other = flags().getFirst();
        screening.raise(other.patient(), other.clinic(), Map.of("RF-MOOD", ScreeningAnswer.YES));
        open(Routes.FLAGS);
        var unseen = flags().stream()
                .filter(row ->
                        row.patient().equals(other.patient()) && !row.id().equals(other.id()))
                .filter(row -> row.status() == FlagStatus.RAISED)
                .max(Comparator.comparing(FlagRow::raisedAt))
                .orElseThrow();
        open(Routes.patient(unseen.patient()));
        test(named("Acknowledge: " + unseen.flag() + ", " + unseen.patientName())
                        .getFirst())
                .click();
        assertThat(screen()).containsPattern("Acknowledged by (Dr\\. )?Ada Novak, 10:\\d\\d");
        assertThat(named("Acknowledge: " + unseen.flag() + ", " + unseen.patientName()))
                .isEmpty();
        open(Routes.FLAGS);
        var seen = flags().stream()
                .filter(row -> row.id().equals(unseen.id()))
                .findFirst()
                .orElseThrow();
        assertThat(seen.status()).isEqualTo(FlagStatus.ACKNOWLEDGED);
        safety.decide(
                seen.id(),
                seen.version(),
                FlagDecision.cleared(
                        "Talked about it",
                        new Evidence("Dr. Ada Novak", "No thoughts of self-harm", LocalDate.of(2026, 11, 24))));
    }

    @Test
    @WithStaff("chiropractor")
    void aDecisionSaysWhatWasFoundAndWhatItOpens() {
        open(Routes.FLAGS);
        var flag = flags().getFirst();
        open(Routes.flag(flag.id()));
        var dialog = find(Dialog.class).single();
        assertThat(dialog.getHeaderTitle()).isEqualTo(flag.flag() + ", " + flag.patientName());
        var said = textOf(dialog);
        assertThat(said)
                .contains(flag.found().question(), "Raised by " + flag.found().by());
        assertThat(said).containsPattern("Nothing is booked|booking stands|bookings stand");
        @SuppressWarnings("unchecked")
        RadioButtonGroup<FlagStatus> decision =
                find(RadioButtonGroup.class).withLabel("Decision").single();
        decision.setValue(FlagStatus.REFERRED);
        assertThat(textOf(dialog)).contains("The hold stays until the flag is cleared with evidence");
        decision.setValue(FlagStatus.CLEARED);
        assertThat(textOf(dialog)).contains("Ends this hold: ");
        footerButton("Decide").click();
        assertThat(find(TextField.class).withLabel("Examined by").single().getErrorMessage())
                .isEqualTo("Say who examined the patient");
        assertThat(find(DatePicker.class).withLabel("Examined on").single().getErrorMessage())
                .isEqualTo("Choose the day of the examination");
    }

    @Test
    @WithStaff("chiropractor")
    void aDayThatADecisionRefusesIsCorrectedAtItsField() {
        open(Routes.FLAGS);
        var flag = flags().getFirst();
        open(Routes.flag(flag.id()));
        @SuppressWarnings("unchecked")
        RadioButtonGroup<FlagStatus> decision =
                find(RadioButtonGroup.class).withLabel("Decision").single();
        decision.setValue(FlagStatus.CLEARED);
        find(TextField.class).withLabel("Examined by").single().setValue("Dr. Ada Novak");
        find(TextArea.class).withLabel("What was found").single().setValue("Nothing");
        var examinedOn = find(DatePicker.class).withLabel("Examined on").single();
        examinedOn.setValue(LocalDate.of(2028, 1, 3));
        test(reason()).setValue("Seen by a physician");
        footerButton("Decide").click();
        assertThat(examinedOn.isInvalid()).isTrue();
        assertThat(examinedOn.getErrorMessage()).contains("The examination lies in the future");
        assertThat(textOf(find(Dialog.class).single())).doesNotContain("lies in the future");
    }

    @Test
    @WithStaff("chiropractor")
    void aDayOfMonitoringThatIsRefusedIsCorrectedAtItsField() {
        open(Routes.FLAGS);
        var flag = flags().stream()
                .filter(row -> !row.level().isHold())
                .findFirst()
                .orElseThrow();
        open(Routes.flag(flag.id()));
        @SuppressWarnings("unchecked")
        RadioButtonGroup<FlagStatus> decision =
                find(RadioButtonGroup.class).withLabel("Decision").single();
        decision.setValue(FlagStatus.MONITORED);
        var until = find(DatePicker.class).withLabel("Monitor until").single();
        test(reason()).setValue("Wait and see");
        for (var day : List.of(LocalDate.of(2026, 1, 5), LocalDate.of(2028, 1, 3))) {
            until.setValue(day);
            footerButton("Decide").click();
            assertThat(until.isInvalid()).isTrue();
            assertThat(textOf(find(Dialog.class).single())).doesNotContain(until.getErrorMessage());
        }
        assertThat(until.getErrorMessage()).isEqualTo("A flag is monitored for at most 90 days");
    }

    @Test
    @WithStaff("chiropractor")
    void theNumberInTheNavigationFollowsAnOwnDecisionAtOnce() {
        open(Routes.FLAGS);
        var flag = flags().getFirst();
        open(Routes.flag(flag.id()));
        @SuppressWarnings("unchecked")
        RadioButtonGroup<FlagStatus> decision =
                find(RadioButtonGroup.class).withLabel("Decision").single();
        decision.setValue(FlagStatus.REFERRED);
        test(reason()).setValue("To the physician");
        footerButton("Decide").click();
        var waiting = reviewQueue.count();
        assertThat(flagsInNavigation()).isEqualTo(waiting == 0 ? "" : String.valueOf(waiting));
        named("Undo: Referred, " + flag.flag() + ", " + flag.patientName())
                .getFirst()
                .click();
        assertThat(flagsInNavigation()).isEqualTo(String.valueOf(waiting + 1));
    }

    private String flagsInNavigation() {
        roundTrip();
        var suffix = find(SideNavItem.class).all().stream()
                .filter(item -> item.getLabel().equals("Red flags"))
                .findFirst()
                .orElseThrow()
                .getSuffixComponent();
        return suffix == null ? "" : suffix.getElement().getTextRecursively().strip();
    }

    @Test
    @WithStaff("chiropractor")
    void aDecisionAboutAFlagIsUndoneFromTheListOfWhatWasDecidedLatelyAndFromTheToast() {
        open(Routes.FLAGS);
        var flag = flags().getFirst();
        var undo = "Undo: Referred, " + flag.flag() + ", " + flag.patientName();
        for (var where : List.of(Notification.class, Main.class)) {
            open(Routes.flag(flag.id()));
            @SuppressWarnings("unchecked")
            RadioButtonGroup<FlagStatus> decision =
                    find(RadioButtonGroup.class).withLabel("Decision").single();
            decision.setValue(FlagStatus.REFERRED);
            test(reason()).setValue("To the physician");
            footerButton("Decide").click();
            assertThat(flags()).extracting(FlagRow::id).doesNotContain(flag.id());
            assertThat(named(undo)).as("in the list and in the toast").hasSize(2);
            named(undo).stream()
                    .filter(button -> isIn(button, where))
                    .findFirst()
                    .orElseThrow()
                    .click();
            assertThat(flags()).extracting(FlagRow::id).contains(flag.id());
            assertThat(named(undo)).noneMatch(button -> isIn(button, Main.class));
        }
        open(Routes.patient(flag.patient()));
        assertThat(screen()).contains("decision undone");
    }

    private static boolean isIn(Component component, Class<?> container) {
        return Stream.iterate(Optional.of(component), Optional::isPresent, one -> one.flatMap(Component::getParent))
                .anyMatch(one -> container.isInstance(one.orElseThrow()));
    }

    @Test
    @WithStaff("chiropractor")
    void nobodyLosesTheReasonOfADecisionUnasked() {
        open(Routes.FLAGS);
        var flag = flags().getFirst();
        open(Routes.patient(flag.patient()));
        test(named("Decide: " + flag.flag() + ", " + flag.patientName()).getFirst())
                .click();
        test(reason()).setValue("Seen by a physician");
        footerButton("Cancel").click();
        assertThat(find(ConfirmDialog.class).exists()).isTrue();
        assertThat(reason().getValue()).isEqualTo("Seen by a physician");
    }

    @Test
    @WithStaff("manager")
    void theManagersStartPageSaysWhatToDoFirst() {
        open(Routes.START);
        assertThat(numbers())
                .containsExactly(
                        "Clinical holds to follow up",
                        "Leads to call now",
                        "Plans without a next visit",
                        "Notes unsigned for 48 hours",
                        "Credentials to renew",
                        "Past visits to close");
        assertThat(actions("Call")).as("the most overdue first").startsWith("Goran Gupta");
        assertThat(actions("Book")).isNotEmpty();
        assertThat(addressOf("Plans without a next visit")).isEqualTo("plans?only=not-booked");
        assertThat(screen())
                .contains("Referral outcome overdue since ")
                .doesNotContain("Fever", "Fracture", "Possible", "thrombosis", "Reason for care");
    }

    @Test
    @WithStaff("frontdesk")
    void theDesksStartPageSaysWhoComes() {
        open(Routes.START);
        assertThat(numbers()).containsExactly("Leads to call now", "Arrivals", "Later today", "Past visits to close");
        assertThat(screen()).contains("10:00 AM Ruth Salem", "Massage with Tom Eriksen · Booked", "11:00 AM Ana Vidal");
    }

    @Test
    @WithStaff("chiropractor")
    void theChiropractorsStartPageSaysVisitsNotesAndFlags() {
        open(Routes.START);
        assertThat(numbers()).containsExactly("My visits today", "My unsigned notes", "Red flags and leads to review");
        assertThat(screen()).contains("10:00 AM Ana Vidal", "Carl Berg", "U · Urgent · Possible infection");
    }

    @Test
    @WithStaff("therapist")
    void theTherapistBeginsANoteFromTheStartPage() {
        open(Routes.START);
        assertThat(numbers()).containsExactly("My visits today", "My unsigned notes", "Flags open today");
        assertThat(screen()).contains("Anand Mehta", "R · Refer · Possible fracture risk");
        var write = find(Button.class).withText("Write note").all().getFirst();
        test(write).click();
        assertThat(UI.getCurrent().getActiveViewLocation().getPath()).startsWith(Routes.NOTES + "/");
    }

    @Test
    @WithStaff("auditor")
    void theAuditorsStartPageSaysWhatWasOpenedWithAReason() {
        open(Routes.START);
        assertThat(numbers()).containsExactly("Break-glass access");
        assertThat(screen()).contains("Entries of the last 24 hours.").doesNotContain("Marin");
    }

    @Test
    @WithStaff("admin")
    void theAdministratorsStartPageSaysWhoCannotWorkYet() {
        open(Routes.START);
        assertThat(numbers()).containsExactly("Invited or awaiting confirmation");
        assertThat(screen()).contains("Nadia Fell");
    }

    @Test
    @WithStaff("manager")
    void theKeysOfTheScreenAreShown() {
        open(Routes.LEADS);
        test(find(Button.class).all().stream()
                        .filter(button -> "Keys of this screen"
                                .equals(button.getAriaLabel().orElse("")))
                        .findFirst()
                        .orElseThrow())
                .click();
        assertThat(textOf(find(Dialog.class).single())).contains("New lead", "Show these keys", "Close what is open");
    }

    private UUID planOf(String patient) {
        return staff.as("chiropractor", () -> plans.worklist(PlanFilter.ALL, null, 100)).stream()
                .filter(row -> row.patientName().equals(patient))
                .map(PlanRow::id)
                .findFirst()
                .orElseThrow();
    }

    private PlanStatus status(UUID plan) {
        return staff.as("chiropractor", () -> plans.open(plan)).orElseThrow().status();
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    /** The buttons at the foot of a dialog are in a slot of their own, which a search for components leaves out. */
    private Button footerButton(String text) {
        return find(Dialog.class)
                .single()
                .getElement()
                .getChildren()
                .flatMap(Element::getChildren)
                .flatMap(element -> element.getComponent().stream())
                .filter(part ->
                        part instanceof Button button && button.getText().equals(text))
                .map(Button.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private List<Button> named(String label) {
        return find(Button.class).all().stream()
                .filter(button -> label.equals(button.getAriaLabel().orElse("")))
                .toList();
    }

    private TextArea reason() {
        return find(TextArea.class).withLabel("Reason").single();
    }

    @SuppressWarnings("unchecked")
    private Select<FlagLevel> level() {
        return find(Select.class).withLabel("Level").single();
    }

    private List<FlagRow> flags() {
        return rowsOf(find(Grid.class).single(), ReviewItem.class).stream()
                .filter(FlagRow.class::isInstance)
                .map(FlagRow.class::cast)
                .toList();
    }

    /** The title of a number is its last word. */
    private List<String> numbers() {
        return find(Anchor.class).withClassName("number").all().stream()
                .map(number ->
                        number.getChildren().toList().getLast().getElement().getText())
                .toList();
    }

    private String addressOf(String title) {
        return find(Anchor.class).withClassName("number").all().stream()
                .filter(number -> textOf(number).contains(title))
                .findFirst()
                .orElseThrow()
                .getHref();
    }

    private List<String> actions(String verb) {
        return find(Anchor.class).withClassName("act").all().stream()
                .map(action -> action.getElement().getAttribute("aria-label"))
                .filter(label -> label.startsWith(verb + ": "))
                .map(label -> label.substring(verb.length() + 2))
                .collect(Collectors.toList());
    }

    /** As the browser does it where a day stood: the value goes, and the text that was typed comes with it. */
    private static void typeOver(DatePicker field, String typed) {
        field.getElement().setProperty("_inputElementValue", typed);
        try {
            field.getElement()
                    .getNode()
                    .getFeature(ElementPropertyMap.class)
                    .deferredUpdateFromClient("value", "")
                    .run();
        } catch (PropertyChangeDeniedException closed) {
            throw new IllegalStateException(closed);
        }
    }

    private PlanDraft draftOf(UUID plan) {
        return Objects.requireNonNull(plans.open(plan).orElseThrow().clinical()).draft();
    }

    private String screen() {
        return textOf(find(Main.class).single());
    }
}

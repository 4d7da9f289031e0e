package io.plumbline.plans.ui;

import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static io.plumbline.support.Screen.type;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.nodefeature.ElementPropertyMap;
import com.vaadin.flow.internal.nodefeature.PropertyChangeDeniedException;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientService;
import io.plumbline.plans.PlanDraft;
import io.plumbline.plans.PlanService;
import io.plumbline.plans.PlanStatus;
import io.plumbline.plans.worklist.PlanFilter;
import io.plumbline.plans.worklist.PlanNarrowing;
import io.plumbline.plans.worklist.PlanRow;
import io.plumbline.plans.worklist.PlanWorklistService;
import io.plumbline.practitioners.PractitionerLabel;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.Booking;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.PlanId;
import io.plumbline.support.DemoTest;
import io.plumbline.support.Staff;
import io.plumbline.support.WithStaff;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A plan on the screen: it rests, is resumed, booked and ended. */
@DemoTest
class PlanViewTest extends SpringBrowserlessTest {
    @Autowired
    Staff staff;

    @Autowired
    ClinicService clinics;

    @Autowired
    PlanService plans;

    @Autowired
    PlanWorklistService worklist;

    @Autowired
    PractitionerService practitioners;

    @Autowired
    PatientService patients;

    @Autowired
    ScheduleService schedule;

    @Autowired
    AppointmentService appointments;

    @Test
    @WithStaff("chiropractor")
    void aPlanIsPutOnHoldWithAReasonAndResumed() {
        var plan = planOf("Rania Haddad");
        open(Routes.plan(plan));
        test(button("Hold…")).click();
        footerButton("Hold").click();
        assertThat(reason().getErrorMessage()).isEqualTo("Enter a reason; it is kept with the plan");
        assertThat(status(plan)).isEqualTo(PlanStatus.ACTIVE);
        test(reason()).setValue("Travels for work until May");
        footerButton("Hold").click();
        assertThat(screen()).contains("On hold since Tue, Nov 24", "Travels for work until May", "Dr. Ada Novak");
        assertThat(find(Button.class).withText("Book next…").exists()).isFalse();
        test(button("Resume…")).click();
        test(reason()).setValue("Is back from the long travel");
        footerButton("Resume").click();
        assertThat(status(plan)).isEqualTo(PlanStatus.ACTIVE);
        assertThat(screen()).contains("Resumed", "Is back from the long travel").doesNotContain("On hold since");
    }

    @Test
    @WithStaff("chiropractor")
    void anInvalidStartDateIsRefusedAtItsFieldAndTheLastValidOneStays() {
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
        plans.move(
                plan,
                plans.open(plan).orElseThrow().version(),
                PlanStatus.ENTERED_IN_ERROR,
                "It was only a test of the plan");
    }

    @Test
    @WithStaff("chiropractor")
    void theTypedReasonIsKeptWhenAColleagueChangesThePlanFirst() {
        var plan = planOf("Rania Haddad");
        open(Routes.plan(plan));
        test(button("Hold…")).click();
        test(reason()).setValue("Away at sea for two weeks");
        var version = plans.open(plan).orElseThrow().version();
        staff.doAs("chiropractor", () -> plans.move(plan, version, PlanStatus.ON_HOLD, "Changed by a colleague today"));
        footerButton("Hold").click();
        assertThat(textOf(find(Dialog.class).single()))
                .contains("Dr. Ada Novak changed this plan in the meantime: it is now on hold", "still here");
        assertThat(reason().getValue()).isEqualTo("Away at sea for two weeks");
        footerButton("Cancel").click();
        assertThat(find(ConfirmDialog.class).exists())
                .as("asks before it is lost")
                .isTrue();
        staff.doAs(
                "chiropractor", () -> plans.move(plan, version + 1, PlanStatus.ACTIVE, "Is back earlier than planned"));
    }

    @Test
    @WithStaff("chiropractor")
    void closingTheBookingWithAChosenTimeAsksForConfirmation() {
        open(Routes.plan(planOf("Rania Haddad")));
        test(button("Book next…")).click();
        var dialog = find(Dialog.class).single();
        ComponentUtil.fireEvent(dialog, new Dialog.DialogCloseActionEvent(dialog, true));
        assertThat(dialog.isOpened()).as("nothing was chosen").isFalse();

        test(button("Book next…")).click();
        var again = find(Dialog.class).single();
        @SuppressWarnings("unchecked")
        RadioButtonGroup<LocalTime> time =
                find(RadioButtonGroup.class).withLabel("Free time").single();
        time.setItems(LocalTime.NOON);
        time.setValue(LocalTime.NOON);
        ComponentUtil.fireEvent(again, new Dialog.DialogCloseActionEvent(again, true));
        assertThat(again.isOpened()).isTrue();
        assertThat(find(ConfirmDialog.class).single().isOpened()).isTrue();
    }

    @Test
    @WithStaff("manager")
    void aVisitOfADeactivatedPractitionerStillShowsTheirName() {
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
    void theNextFreeTimeIsOfferedWhenTheChosenOneIsTaken() {
        var plan = plans.open(planOf("Rania Haddad")).orElseThrow();
        open(Routes.plan(plan.id()));
        test(button("Book next…")).click();
        var time = (RadioButtonGroup<LocalTime>)
                find(RadioButtonGroup.class).withLabel("Free time").single();
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
    void theManagerSeesThatAPlanIsOnHoldWithoutTheReason() {
        var plan = planOf("Rania Haddad");
        var version =
                staff.as("chiropractor", () -> plans.open(plan)).orElseThrow().version();
        staff.doAs(
                "chiropractor", () -> plans.move(plan, version, PlanStatus.ON_HOLD, "Secret words of the clinician"));
        open(Routes.plan(plan));
        assertThat(screen())
                .contains("On hold since Tue, Nov 24")
                .doesNotContain("Secret words of the clinician", "visit behind", "visits behind");
        assertThat(find(Button.class).withText("Resume…").exists()).isFalse();
        staff.doAs("chiropractor", () -> plans.move(plan, version + 1, PlanStatus.ACTIVE, "Back from the long travel"));
    }

    @Test
    @WithStaff("therapist")
    void theTherapistCannotPutAPlanOnHold() {
        open(Routes.plan(planOf("Hana Sato")));
        assertThat(screen()).contains("History", "Activated");
        assertThat(find(Button.class).withText("Hold…").exists()).isFalse();
    }

    @Test
    @WithStaff("manager")
    void aTimeOfAClinicElsewhereHasItsZone() {
        var own = clinics.ownZone();
        var byPlace = worklist.findPage(PlanFilter.ALL, PlanNarrowing.NONE, null, 100).stream()
                .collect(Collectors.partitioningBy(
                        row -> clinics.zoneOf(row.clinic()).equals(own),
                        Collectors.mapping(PlanRow::id, Collectors.toList())));
        open(Routes.plan(byPlace.get(true).getFirst()));
        assertThat(screen()).containsPattern("Activated.*[AP]M · ");
        open(Routes.plan(byPlace.get(false).getFirst()));
        assertThat(screen()).containsPattern("Activated.*[AP]M (EST|EDT|MST) · ");
    }

    private PlanId planOf(String patient) {
        return staff.as("chiropractor", () -> worklist.findPage(PlanFilter.ALL, PlanNarrowing.NONE, null, 100)).stream()
                .filter(row -> row.patientName().equals(patient))
                .map(PlanRow::id)
                .findFirst()
                .orElseThrow();
    }

    private PlanStatus status(PlanId plan) {
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

    private TextArea reason() {
        return find(TextArea.class).withLabel("Reason").single();
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

    private PlanDraft draftOf(PlanId plan) {
        return Objects.requireNonNull(plans.open(plan).orElseThrow().clinical()).draft();
    }

    private String screen() {
        return textOf(find(Main.class).single());
    }
}

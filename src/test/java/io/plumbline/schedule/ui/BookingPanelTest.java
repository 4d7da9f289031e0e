package io.plumbline.schedule.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import com.vaadin.flow.router.QueryParameters;
import io.plumbline.patients.PatientRow;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.Booking;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.support.DemoTest;
import io.plumbline.support.WithStaff;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;

/** Booking on the screen: free times only, and nothing chosen is lost. */
@DemoTest
class BookingPanelTest extends ScheduleScreenSteps {
    @Test
    @WithStaff("frontdesk")
    void bookingOffersOnlyFreeTimesAndShowsTheAppointmentInTheDay() {
        open("schedule?day=2026-12-01");
        test(button("Book")).click();
        choosePatient("Hana Sato");
        choosePractitioner("Lena Berg");
        assertThat(freeTimes()).startsWith(LocalTime.of(11, 0)).doesNotContain(LocalTime.of(10, 45));
        times().setValue(LocalTime.of(11, 30));
        test(button("Book the appointment")).click();
        assertThat(isBooking()).isFalse();
        assertThat(title()).isEqualTo("Tuesday, December 1");
        assertThat(screen()).contains("Hana Sato", "11:30 AM–12:00 PM Consultation");
    }

    @Test
    @WithStaff("frontdesk")
    void theNextFreeTimeIsOfferedWhenTheChosenOneIsTaken() {
        open("schedule?day=2026-12-02");
        test(button("Book")).click();
        choosePatient("Léa Brandt");
        choosePractitioner("Lena Berg");
        times().setValue(LocalTime.of(12, 0));
        var other = patient("Ana Vidal").id();
        schedule.book(new Booking(
                harbour(),
                lena(),
                other,
                AppointmentType.CONSULTATION,
                LocalDate.of(2026, 12, 2),
                LocalTime.of(12, 0),
                30));
        test(button("Book the appointment")).click();
        assertThat(times().isInvalid()).isTrue();
        assertThat(times().getErrorMessage()).contains("just been taken", "12:30 PM");
        test(button("Take Wed, Dec 2, 12:30 PM")).click();
        assertThat(times().getValue()).isEqualTo(LocalTime.of(12, 30));
        test(button("Book the appointment")).click();
        assertThat(screen()).contains("Léa Brandt", "12:30–1:00 PM Consultation");
    }

    @Test
    @WithStaff("frontdesk")
    void aMissingChoiceIsReportedAtItsField() {
        open("schedule?day=2026-12-03");
        test(button("Book")).click();
        test(button("Book the appointment")).click();
        assertThat(patientField().getErrorMessage()).isEqualTo("Choose who comes");
        assertThat(patientField().isInvalid()).isTrue();
        assertThat(practitionerField().isInvalid()).isTrue();
        assertThat(times().isInvalid()).isTrue();
    }

    @Test
    @WithStaff("frontdesk")
    void aClickOnFreeTimeSetsPractitionerAndTimeOfTheOpenForm() {
        open("schedule?day=2026-12-08");
        test(button("Book")).click();
        choosePatient("Hana Sato");
        choosePractitioner("Lena Berg");
        times().setValue(LocalTime.of(11, 0));
        clickLaneOf("Dr. Ada Novak");
        assertThat(practitionerField().getValue().name()).isEqualTo("Dr. Ada Novak");
        assertThat(times().getValue()).isNotNull().isNotEqualTo(LocalTime.of(11, 0));
        assertThat(patientField().getValue().name()).as("is kept").isEqualTo("Hana Sato");
    }

    @Test
    @WithStaff("frontdesk")
    void theFormFollowsTheScheduleToAnotherDayAndTheScheduleTheForm() {
        open("schedule?day=2026-12-08");
        test(button("Book")).click();
        choosePatient("Hana Sato");
        UI.getCurrent().navigate("schedule", QueryParameters.of("day", "2026-12-09"));
        assertThat(dayField().getValue()).isEqualTo(LocalDate.of(2026, 12, 9));
        assertThat(patientField().getValue().name()).as("is kept").isEqualTo("Hana Sato");
        test(dayField()).setValue(LocalDate.of(2026, 12, 10));
        assertThat(title()).isEqualTo("Thursday, December 10");
        assertThat(patientField().getValue().name()).isEqualTo("Hana Sato");
    }

    @Test
    @WithStaff("frontdesk")
    void thePatientPageLinksToABookingForThatPatient() {
        open(Routes.booking(patient("Ana Vidal").id()));
        assertThat(isBooking()).isTrue();
        assertThat(screen()).contains("Ana Vidal");
        assertThat(find(ComboBox.class).withLabel("Patient").exists()).isFalse();
    }

    @Test
    @WithStaff("frontdesk")
    void closingTheBookingRemovesItFromTheAddress() {
        open(Routes.booking(patient("Ana Vidal").id()));
        test(button("Cancel")).click();
        assertThat(isBooking()).isFalse();
        assertThat(address()).isEqualTo(Routes.SCHEDULE);
        open(Routes.booking(patient("Ana Vidal").id()) + "&appointment=" + ruthsVisit());
        assertThat(isBooking()).as("the appointment alone").isFalse();
        assertThat(screen()).contains("Open the patient's page").doesNotContain("Book an appointment");
    }

    @Test
    @WithStaff("frontdesk")
    void closingAsksForConfirmationBeforeDiscardingABooking() {
        open("schedule?day=2026-12-01");
        test(button("Book")).click();
        test(button("Cancel")).click();
        assertThat(isBooking()).as("nothing was chosen").isFalse();
        test(button("Book")).click();
        choosePatient("Hana Sato");
        test(button("Cancel")).click();
        assertThat(find(ConfirmDialog.class).exists()).isTrue();
        assertThat(patientField().getValue().name()).isEqualTo("Hana Sato");
    }

    private void clickLaneOf(String name) {
        var lane = all(Div.class)
                .filter(part -> name.equals(part.getElement().getAttribute("aria-label")))
                .findFirst()
                .orElseThrow()
                .getChildren()
                .toList()
                .getLast()
                .getElement();
        var data = JacksonUtils.createObjectNode();
        data.put("event.offsetY / element.clientHeight", 0.5);
        data.put("event.target === element && window.plumblinePressed === element", true);
        lane.getNode().getFeature(ElementListenerMap.class).fireEvent(new DomEvent(lane, "click", data));
    }

    private DatePicker dayField() {
        return find(DatePicker.class).withLabel("Day").single();
    }

    private boolean isBooking() {
        return find(BookingPanel.class).exists();
    }

    private AppointmentId ruthsVisit() {
        return new AppointmentId(
                Ids.uuid(jdbc.sql("""
                select a.id from appointment a join patient p on p.id = a.subject_id
                where p.given_name = 'Ruth' and p.family_name = 'Salem' and a.starts_on = '2026-11-24'""").query(byte[].class).list().getFirst()));
    }

    @SuppressWarnings("unchecked")
    private ComboBox<PatientRow> patientField() {
        return (ComboBox<PatientRow>) find(ComboBox.class).withLabel("Patient").single();
    }

    private void choosePatient(String name) {
        patientField().setValue(patient(name));
    }

    private void choosePractitioner(String name) {
        practitionerField()
                .setValue(practitionerField()
                        .getListDataView()
                        .getItems()
                        .filter(label -> label.name().equals(name))
                        .findFirst()
                        .orElseThrow());
    }
}

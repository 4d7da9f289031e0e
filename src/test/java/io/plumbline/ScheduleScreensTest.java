package io.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.nodefeature.VirtualChildrenList;
import com.vaadin.flow.router.QueryParameters;
import io.plumbline.patients.PatientRow;
import io.plumbline.patients.PatientService;
import io.plumbline.practitioners.PractitionerLabel;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.Booking;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.Ids;
import io.plumbline.shared.StaffId;
import io.plumbline.shared.ui.Places;
import io.plumbline.support.WithStaff;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/** The schedule on the screen: the address is what is shown, and nothing chosen is lost. */
@SpringBootTest
@ActiveProfiles("test")
class ScheduleScreensTest extends SpringBrowserlessTest {
    @Autowired
    ScheduleService schedule;

    @Autowired
    PatientService patients;

    @Autowired
    JdbcClient jdbc;

    @Test
    @WithStaff("frontdesk")
    void theDeskSeesTheDayOfItsClinicByPractitioner() {
        open(Places.SCHEDULE);
        assertThat(title()).isEqualTo("Tuesday 24 November");
        assertThat(screen()).contains("Dr. Ada Novak", "Tom Eriksen", "Lena Berg", "Ruth Salem", "From 09:00");
        assertThat(screen()).as("of the other clinic").doesNotContain("Jonas Ruiz");
    }

    @Test
    @WithStaff("therapist")
    void theTherapistSeesTheirOwnColumnAlone() {
        open(Places.SCHEDULE);
        assertThat(screen()).contains("Tom Eriksen", "Léa Brandt").doesNotContain("Lena Berg", "Ivo Marin");
        assertThat(all(Button.class).anyMatch(button -> button.getText().equals("Book")))
                .isFalse();
    }

    @Test
    @WithStaff("manager")
    void theAddressSaysWhichClinicDayAndView() {
        open("schedule?clinic=mill&day=2026-11-26&view=week");
        assertThat(title()).isEqualTo("Mon 23 Nov to Sun 29 Nov");
        assertThat(screen()).contains("Dr. Jonas Ruiz", "Carl Berg").doesNotContain("Tom Eriksen");
        open("schedule?clinic=mill&day=2026-11-26");
        assertThat(title()).isEqualTo("Thursday 26 November");
    }

    @Test
    @WithStaff("manager")
    void anAddressThatMakesNoSenseShowsToday() {
        open("schedule?clinic=nowhere&day=2026-02-30&view=year&appointment=x&patient=y");
        assertThat(title()).isEqualTo("Tuesday 24 November");
    }

    @Test
    @WithStaff("frontdesk")
    void aVisitIsReceivedStepByStepAndTheNextStepStandsFirst() {
        open(Places.SCHEDULE);
        test(block("Ruth Salem", "Assessment")).click();
        assertThat(primary().getText()).isEqualTo("Has arrived");
        test(primary()).click();
        assertThat(screen()).contains("arrived");
        assertThat(primary().getText()).isEqualTo("Begin treatment");
        assertThat(all(Button.class).anyMatch(button -> button.getText().equals("Move…")))
                .isFalse();
    }

    @Test
    @WithStaff("frontdesk")
    void cancellingAsksForAReasonAndGivesTheTimeBack() {
        open("schedule?day=2026-11-24");
        test(block("Ivo Marin", "Massage")).click();
        test(button("Cancel it…")).click();
        test(button("Cancel the appointment")).click();
        assertThat(reason().isInvalid()).isTrue();
        assertThat(reason().getErrorMessage()).isEqualTo("Say why it is cancelled");
        reason().setValue("Patient is ill");
        test(button("Cancel the appointment")).click();
        assertThat(screen()).doesNotContain("15:00–15:50 Massage");
    }

    @Test
    @WithStaff("frontdesk")
    void bookingOffersFreeTimesOnlyAndStandsInTheDay() {
        open("schedule?day=2026-12-01");
        test(button("Book")).click();
        choosePatient("Hana Sato");
        choosePractitioner("Lena Berg");
        assertThat(freeTimes()).startsWith(LocalTime.of(11, 0)).doesNotContain(LocalTime.of(10, 45));
        times().setValue(LocalTime.of(11, 30));
        test(button("Book it")).click();
        assertThat(find(Dialog.class).exists()).isFalse();
        assertThat(title()).isEqualTo("Tuesday 1 December");
        assertThat(screen()).contains("Hana Sato", "11:30–12:00 Consultation");
    }

    @Test
    @WithStaff("frontdesk")
    void whereSomebodyWasQuickerTheNextFreeTimeIsOneClickAway() {
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
        test(button("Book it")).click();
        assertThat(times().isInvalid()).isTrue();
        assertThat(times().getErrorMessage()).contains("just been taken", "12:30");
        test(button("Take Wed 2 Dec, 12:30")).click();
        assertThat(times().getValue()).isEqualTo(LocalTime.of(12, 30));
        test(button("Book it")).click();
        assertThat(screen()).contains("Léa Brandt", "12:30–13:00 Consultation");
    }

    @Test
    @WithStaff("frontdesk")
    void aMissingChoiceIsNamedAtItsField() {
        open("schedule?day=2026-12-03");
        test(button("Book")).click();
        test(button("Book it")).click();
        assertThat(patientField().getErrorMessage()).isEqualTo("Choose who comes");
        assertThat(patientField().isInvalid()).isTrue();
        assertThat(practitionerField().isInvalid()).isTrue();
        assertThat(times().isInvalid()).isTrue();
    }

    @Test
    @WithStaff("frontdesk")
    void aPatientsPageLeadsToABookingOfThatPatient() {
        open(Places.booking(patient("Ana Vidal").id()));
        assertThat(find(Dialog.class).exists()).isTrue();
        assertThat(screen()).contains("Ana Vidal");
        assertThat(find(ComboBox.class).withLabel("Patient").exists()).isFalse();
    }

    private void open(String address) {
        UI.getCurrent().navigate("no-such-place");
        var parts = address.split("\\?", 2);
        UI.getCurrent()
                .navigate(parts[0], parts.length < 2 ? QueryParameters.empty() : QueryParameters.fromString(parts[1]));
    }

    private String title() {
        return find(H1.class).single().getText();
    }

    private String screen() {
        roundTrip();
        return everything(UI.getCurrent().getElement())
                .map(Element::getTextRecursively)
                .collect(Collectors.joining(" "));
    }

    /** What is on the screen, the feet of dialogs too, which hang beside their children. */
    private static Stream<Element> everything(Element element) {
        var beside = element.getNode().hasFeature(VirtualChildrenList.class)
                ? StreamSupport.stream(
                                Spliterators.spliteratorUnknownSize(
                                        element.getNode()
                                                .getFeature(VirtualChildrenList.class)
                                                .iterator(),
                                        Spliterator.ORDERED),
                                false)
                        .map(Element::get)
                : Stream.<Element>empty();
        return Stream.concat(
                Stream.of(element),
                Stream.concat(element.getChildren(), beside).flatMap(ScheduleScreensTest::everything));
    }

    private <C> Stream<C> all(Class<C> type) {
        roundTrip();
        return everything(UI.getCurrent().getElement())
                .map(Element::getComponent)
                .flatMap(Optional::stream)
                .filter(type::isInstance)
                .map(type::cast);
    }

    private NativeButton block(String who, String what) {
        return find(NativeButton.class).all().stream()
                .filter(block -> {
                    var said = block.getElement().getTextRecursively();
                    return said.contains(who) && said.contains(what);
                })
                .findFirst()
                .orElseThrow();
    }

    private Button button(String text) {
        return all(Button.class)
                .filter(button -> button.getText().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private Button primary() {
        return all(Button.class)
                .filter(button -> button.getElement().getThemeList().contains("primary"))
                .filter(button -> !button.getText().equals("Book"))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<String> reason() {
        return (ComboBox<String>) find(ComboBox.class).withLabel("Reason").single();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<PatientRow> patientField() {
        return (ComboBox<PatientRow>) find(ComboBox.class).withLabel("Patient").single();
    }

    @SuppressWarnings("unchecked")
    private Select<PractitionerLabel> practitionerField() {
        return (Select<PractitionerLabel>)
                find(Select.class).withLabel("Practitioner").single();
    }

    @SuppressWarnings("unchecked")
    private Select<LocalTime> times() {
        return (Select<LocalTime>) find(Select.class).withLabel("Free time").single();
    }

    private List<LocalTime> freeTimes() {
        return times().getListDataView().getItems().toList();
    }

    private void choosePatient(String name) {
        patientField().setValue(patient(name));
    }

    private PatientRow patient(String name) {
        return patients.search(name).stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow();
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

    private ClinicId harbour() {
        return new ClinicId(Ids.uuid(jdbc.sql("select id from clinic where code = 'harbour'")
                .query(byte[].class)
                .single()));
    }

    private StaffId lena() {
        return new StaffId(
                Ids.uuid(jdbc.sql("select id from practitioner where family_name = 'Berg' and given_name = 'Lena'")
                        .query(byte[].class)
                        .single()));
    }
}

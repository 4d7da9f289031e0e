package io.plumbline.schedule.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import com.vaadin.flow.internal.nodefeature.VirtualChildrenList;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinSession;
import io.plumbline.clinics.ClinicDraft;
import io.plumbline.clinics.ClinicOffer;
import io.plumbline.clinics.ClinicRoom;
import io.plumbline.clinics.ClinicService;
import io.plumbline.clinics.ClosedDay;
import io.plumbline.clinics.OfferedService;
import io.plumbline.patients.PatientRow;
import io.plumbline.patients.PatientService;
import io.plumbline.practitioners.PractitionerLabel;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.schedule.AppointmentStatus;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.Booking;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.schedule.TimeSlot;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.FlagLevel;
import io.plumbline.shared.Ids;
import io.plumbline.shared.Routes;
import io.plumbline.shared.StaffId;
import io.plumbline.shared.ui.NavBadge;
import io.plumbline.support.WithStaff;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;

/** The schedule on the screen: the address is what is shown, and nothing chosen is lost. */
@SpringBootTest
@ActiveProfiles("test")
class ScheduleViewTest extends SpringBrowserlessTest {
    @Autowired
    ScheduleService schedule;

    @Autowired
    AppointmentService appointments;

    @Autowired
    ClinicService clinics;

    @Autowired
    PatientService patients;

    @Autowired
    List<NavBadge> badges;

    @Autowired
    JdbcClient jdbc;

    @Test
    @WithStaff("frontdesk")
    void theDeskSeesTheDayOfItsClinicByPractitioner() {
        open(Routes.SCHEDULE);
        assertThat(title()).isEqualTo("Tuesday, November 24");
        assertThat(screen()).contains("Dr. Ada Novak", "Tom Eriksen", "Lena Berg", "Ruth Salem", "From 9:00 AM");
        assertThat(screen()).as("of the other clinic").doesNotContain("Jonas Ruiz");
    }

    @Test
    @WithStaff("therapist")
    void theTherapistSeesTheirOwnColumnAlone() {
        open(Routes.SCHEDULE);
        assertThat(screen()).contains("Tom Eriksen", "Léa Brandt").doesNotContain("Lena Berg", "Ivo Marin");
        assertThat(all(Button.class).anyMatch(button -> button.getText().equals("Book")))
                .isFalse();
    }

    @Test
    @WithStaff("manager")
    void theAddressSaysWhichClinicDayAndView() {
        open("schedule?clinic=mill&day=2026-11-26&view=week");
        assertThat(title()).isEqualTo("Sun, Nov 22 to Sat, Nov 28");
        assertThat(screen()).contains("Dr. Jonas Ruiz", "Carl Berg").doesNotContain("Tom Eriksen");
        open("schedule?clinic=mill&day=2026-11-26");
        assertThat(title()).isEqualTo("Thursday, November 26");
    }

    @Test
    @WithStaff("manager")
    void aClosedDaySaysWhyAndHowManyAreStillBooked() {
        var mill = clinics.findForCaller().stream()
                .filter(clinic -> clinic.draft().code().equals("mill"))
                .findFirst()
                .orElseThrow()
                .id();
        var today = LocalDate.of(2026, 11, 24);
        var before = clinics.setup(mill).orElseThrow();
        var draft = before.details().draft();
        var closed = Stream.concat(draft.closedDays().stream(), Stream.of(new ClosedDay(today, "Burst pipe")))
                .toList();
        var shut = new ClinicDraft(
                draft.code(),
                draft.name(),
                draft.zone(),
                draft.country(),
                draft.phone(),
                draft.emergencyNumber(),
                draft.responseTargetMinutes(),
                draft.hours(),
                closed);
        clinics.change(mill, before.details().version(), shut, before.offer());
        try {
            open("schedule?clinic=mill&day=2026-11-24");
            assertThat(screen()).containsPattern("Closed: Burst pipe, \\d+ visits still booked");
            assertThat(schedule.closed(mill, today))
                    .hasValue("Old Mill is closed on Tue, Nov 24 (Burst pipe): choose another day");
            open(Routes.CLINICS);
            assertThat(screen()).containsPattern("Closed on Tue, Nov 24, but \\d+ visits are still booked");
            assertThat(find(Anchor.class).all())
                    .extracting(Anchor::getHref)
                    .contains("schedule?clinic=mill&day=2026-11-24");
        } finally {
            var now = clinics.setup(mill).orElseThrow();
            clinics.change(mill, now.details().version(), draft, before.offer());
        }
    }

    @Test
    @WithStaff("frontdesk")
    void anAppointmentClosesByAButtonCallsByATouchAndIsBookedAgainOnceCancelled() {
        var visit = book(patient("Ana Vidal"), LocalDate.of(2026, 12, 9), LocalTime.of(12, 0));
        open("schedule?day=2026-12-09&appointment=" + visit);
        assertThat(all(Button.class).map(Button::getAriaLabel)).contains(Optional.of("Close"));
        assertThat(all(Anchor.class).map(Anchor::getHref)).anyMatch(href -> href.startsWith("tel:"));
        assertThat(all(Button.class).map(Button::getText))
                .as("its time has not come")
                .contains("Cancel appointment…")
                .doesNotContain("No-show");
        appointments.cancel(visit, 0, "Patient is ill");
        open("schedule?day=2026-12-09");
        open("schedule?day=2026-12-09&appointment=" + visit);
        test(button("Rebook…")).click();
        assertThat(find(Dialog.class).all()).extracting(Dialog::getHeaderTitle).contains("Book an appointment");
    }

    @Test
    @WithStaff("manager")
    void anAddressThatMakesNoSenseShowsToday() {
        open("schedule?clinic=nowhere&day=2026-02-30&view=year&appointment=x&patient=y");
        assertThat(title()).isEqualTo("Tuesday, November 24");
    }

    @Test
    @WithStaff("frontdesk")
    void aVisitIsReceivedStepByStepAndTheNextStepStandsFirst() {
        open(Routes.SCHEDULE);
        test(block("Ruth Salem", "Assessment")).click();
        assertThat(primary().getText()).isEqualTo("Check in");
        test(primary()).click();
        assertThat(screen()).contains("arrived");
        assertThat(primary().getText()).isEqualTo("Start treatment");
        assertThat(all(Button.class).anyMatch(button -> button.getText().equals("Move…")))
                .isFalse();
    }

    @Test
    @WithStaff("frontdesk")
    void cancellingAsksForAReasonAndGivesTheTimeBack() {
        open("schedule?day=2026-11-24");
        test(block("Ivo Marin", "Massage")).click();
        test(button("Cancel appointment…")).click();
        test(button("Cancel the appointment")).click();
        assertThat(reason().isInvalid()).isTrue();
        assertThat(reason().getErrorMessage()).isEqualTo("Say why it is canceled");
        reason().setValue("Patient is ill");
        test(button("Cancel the appointment")).click();
        assertThat(screen()).doesNotContain("3:00–3:50 PM Massage");
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
        test(button("Book")).click();
        assertThat(find(Dialog.class).exists()).isFalse();
        assertThat(title()).isEqualTo("Tuesday, December 1");
        assertThat(screen()).contains("Hana Sato", "11:30 AM–12:00 PM Consultation");
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
        test(button("Book")).click();
        assertThat(times().isInvalid()).isTrue();
        assertThat(times().getErrorMessage()).contains("just been taken", "12:30 PM");
        test(button("Take Wed, Dec 2, 12:30 PM")).click();
        assertThat(times().getValue()).isEqualTo(LocalTime.of(12, 30));
        test(button("Book")).click();
        assertThat(screen()).contains("Léa Brandt", "12:30–1:00 PM Consultation");
    }

    @Test
    @WithStaff("frontdesk")
    void aMissingChoiceIsNamedAtItsField() {
        open("schedule?day=2026-12-03");
        test(button("Book")).click();
        test(button("Book")).click();
        assertThat(patientField().getErrorMessage()).isEqualTo("Choose who comes");
        assertThat(patientField().isInvalid()).isTrue();
        assertThat(practitionerField().isInvalid()).isTrue();
        assertThat(times().isInvalid()).isTrue();
    }

    @Test
    @WithStaff("frontdesk")
    void aPatientsPageLeadsToABookingOfThatPatient() {
        open(Routes.booking(patient("Ana Vidal").id()));
        assertThat(find(Dialog.class).exists()).isTrue();
        assertThat(screen()).contains("Ana Vidal");
        assertThat(find(ComboBox.class).withLabel("Patient").exists()).isFalse();
    }

    @Test
    @WithStaff("frontdesk")
    void whoClosesTheBookingBooksNobodyAnyMore() {
        open(Routes.booking(patient("Ana Vidal").id()));
        test(button("Cancel")).click();
        assertThat(find(Dialog.class).exists()).isFalse();
        assertThat(address()).isEqualTo(Routes.SCHEDULE);
        open(Routes.booking(patient("Ana Vidal").id()) + "&appointment=" + ruthsVisit());
        assertThat(find(Dialog.class).all()).as("the appointment alone").hasSize(1);
        assertThat(screen()).doesNotContain("Book an appointment");
    }

    @Test
    @WithStaff("frontdesk")
    void escapeAsksBeforeWhatWasChosenIsLost() {
        open("schedule?day=2026-12-01");
        test(button("Book")).click();
        escape();
        assertThat(find(Dialog.class).exists()).as("nothing was chosen").isFalse();
        test(button("Book")).click();
        choosePatient("Hana Sato");
        escape();
        assertThat(find(ConfirmDialog.class).exists()).isTrue();
        assertThat(patientField().getValue().name()).isEqualTo("Hana Sato");
    }

    @Test
    @WithStaff("frontdesk")
    void escapeAsksBeforeAnotherTimeIsLost() {
        var visit = book(patient("Ana Vidal"), LocalDate.of(2026, 12, 7), LocalTime.of(12, 0));
        open("schedule?appointment=" + visit);
        test(button("Move…")).click();
        times().setValue(freeTimes().getLast());
        escape();
        assertThat(find(ConfirmDialog.class).exists()).isTrue();
    }

    @Test
    @WithStaff("frontdesk")
    void draggingAnAppointmentProposesToMoveItThereAndBooksNothing() {
        var visit = book(patient("Ana Vidal"), LocalDate.of(2027, 1, 13), LocalTime.of(12, 0));
        open("schedule?day=2027-01-13");
        assertThat(block("Ana Vidal", "12:00–").getElement().getAttribute("draggable"))
                .isEqualTo("true");
        var lane = block("Ana Vidal", "12:00–").getElement().getParent();
        assertThat(lane.getClassList()).contains("day-lane");
        drop(lane, visit, 0.5);
        var dialog = find(Dialog.class).single();
        assertThat(dialog.getHeaderTitle()).isEqualTo("Move Ana Vidal");
        assertThat(practitionerField().getValue().id()).isEqualTo(lena());
        var proposed = times().getValue();
        assertThat(proposed).isNotNull().isNotEqualTo(LocalTime.of(12, 0));
        assertThat(appointments.find(visit).orElseThrow().row().at())
                .as("it moves once that is confirmed")
                .isEqualTo(LocalTime.of(12, 0));
        test(button("Move")).click();
        assertThat(appointments.find(visit).orElseThrow().row().at()).isEqualTo(proposed);
    }

    private static void drop(Element lane, UUID visit, double share) {
        var data = JacksonUtils.createObjectNode();
        data.put("event.detail.appointment", visit.toString());
        data.put("event.detail.share", share);
        lane.getNode().getFeature(ElementListenerMap.class).fireEvent(new DomEvent(lane, "appointment-drop", data));
    }

    @Test
    @WithStaff("frontdesk")
    void aPastVisitThatNobodyClosedIsClosedOnTheStartPage() {
        var visit = book(patient("Ana Vidal"), LocalDate.of(2027, 1, 14), LocalTime.of(12, 0));
        jdbc.sql("update appointment set starts_on = '2025-10-02' where id = ?")
                .param(Ids.bytes(visit))
                .update();
        open(Routes.START);
        assertThat(screen())
                .contains("Past visits to close", "Thu, Oct 2, 12:00 PM Consultation with Lena Berg · Booked");
        all(Button.class)
                .filter(button -> button.getAriaLabel().equals(Optional.of("Completed: Ana Vidal, Thu, Oct 2")))
                .findFirst()
                .orElseThrow()
                .click();
        assertThat(screen()).doesNotContain("Thu, Oct 2");
        assertThat(appointments.find(visit).orElseThrow().row().status()).isEqualTo(AppointmentStatus.COMPLETED);
    }

    @Test
    @WithStaff("frontdesk")
    void escapeAsksBeforeAReasonIsLost() {
        open("schedule?appointment=" + book(patient("Ana Vidal"), LocalDate.of(2026, 12, 7), LocalTime.of(14, 0)));
        test(button("Cancel appointment…")).click();
        reason().setValue("Patient is ill");
        escape();
        assertThat(find(ConfirmDialog.class).exists()).isTrue();
    }

    @Test
    @WithStaff("manager")
    void whatNeedsARoomIsMovedToAnyThatIsFree() {
        var visit = book(patient("Ana Vidal"), LocalDate.of(2026, 12, 7), LocalTime.of(13, 0));
        changeServices(true);
        try {
            open("schedule?appointment=" + visit);
            test(button("Move…")).click();
            assertThat(rooms().getEmptySelectionCaption()).isEqualTo("Any free room");
        } finally {
            changeServices(false);
        }
    }

    private void changeServices(boolean needRooms) {
        var setup = clinics.setup(harbour()).orElseThrow();
        clinics.change(
                harbour(),
                setup.details().version(),
                setup.details().draft(),
                new ClinicOffer(
                        setup.offer().dayParts(),
                        setup.offer().rooms(),
                        setup.offer().services().stream()
                                .map(service -> new OfferedService(
                                        service.code(),
                                        service.name(),
                                        service.minutes(),
                                        service.bufferMinutes(),
                                        needRooms,
                                        service.active()))
                                .toList()));
    }

    @Test
    @WithStaff("frontdesk")
    void whoDoesNotComeIsNotCounted() {
        var badge = badges.stream()
                .filter(one -> one.place().equals(Routes.SCHEDULE))
                .findFirst()
                .orElseThrow();
        var before = badge.waiting().count();
        var visit = book(patient("Ana Vidal"), LocalDate.of(2026, 11, 24), LocalTime.of(18, 30));
        assertThat(badge.waiting().count()).isEqualTo(before + 1);
        appointments.cancel(visit, 0, "Patient is ill");
        assertThat(badge.waiting().count()).isEqualTo(before);
    }

    @Test
    @WithStaff("frontdesk")
    void theHistorySaysWhatHappenedWhateverTheReasonSays() {
        var visit = book(patient("Ana Vidal"), LocalDate.of(2026, 11, 24), LocalTime.of(18, 0));
        var row = appointments.find(visit).orElseThrow().row();
        appointments.move(visit, 0, new TimeSlot(lena(), null, LocalDate.of(2026, 11, 25), row.at(), row.minutes(), 0));
        appointments.cancel(visit, appointments.find(visit).orElseThrow().row().version(), "moved away");
        open("schedule?appointment=" + visit);
        assertThat(screen())
                .contains("Moved by", "from Tue, Nov 24, 6:00 PM", "Canceled by", ", moved away")
                .doesNotContain("Canceled late", "2026-11-24 18:00");
        var late = book(patient("Ana Vidal"), LocalDate.of(2026, 11, 24), LocalTime.of(18, 0));
        appointments.cancel(late, 0, "Patient is ill");
        open("schedule?appointment=" + late);
        assertThat(screen()).contains("Canceled late by");
    }

    @Test
    @WithStaff("frontdesk")
    void aMarkMadeByMistakeIsUndoneWhereItWasMade() {
        var visit = book(patient("Hana Sato"), LocalDate.of(2026, 11, 24), LocalTime.of(17, 0));
        open("schedule?appointment=" + visit);
        assertThat(all(Button.class).anyMatch(button -> button.getText().startsWith("Undo")))
                .isFalse();
        test(button("Check in")).click();
        test(button("Undo “Arrived”")).click();
        assertThat(screen()).contains("Back to booked by", "marked by mistake");
        assertThat(primary().getText()).isEqualTo("Check in");
    }

    @Test
    @Timeout(60)
    @WithStaff("frontdesk")
    void whatAColleagueBooksAppearsByItself() {
        open("schedule?day=2026-12-05");
        assertThat(screen()).doesNotContain("Carl Berg");
        var plane = find(Div.class).all().stream()
                .filter(part -> part.hasClassName("day"))
                .findFirst()
                .orElseThrow();
        book(patient("Ivo Marin"), LocalDate.of(2026, 12, 5), LocalTime.of(12, 0));
        while (!screen().contains("Ivo Marin") && !Thread.interrupted()) {
            // what was pushed waits for the session
            VaadinSession.getCurrent().unlock();
            VaadinSession.getCurrent().lock();
        }
        assertThat(screen()).contains("Ivo Marin");
        assertThat(plane.isAttached()).as("stays where it was scrolled to").isTrue();
        assertThat(address()).isEqualTo("schedule?day=2026-12-05");
    }

    @ParameterizedTest
    @ValueSource(strings = {"day", "week"})
    @WithStaff("frontdesk")
    void aTreatmentThatAClinicalHoldForbidsIsMarkedInDayAndWeek(String view) {
        var massage = massageWithoutFlag();
        var patient = Ids.uuid(jdbc.sql("select subject_id from appointment where id = ?")
                .param(Ids.bytes(massage))
                .query(byte[].class)
                .single());
        open("schedule?view=" + view + "&day=2026-11-24");
        assertThat(blockOf(massage)).doesNotContain("hold");
        try {
            setLevel(patient, FlagLevel.E.name());
            open("schedule?view=" + view + "&day=2026-11-24&again=yes");
            assertThat(blockOf(massage)).contains("hold");
        } finally {
            setLevel(patient, null);
        }
    }

    private UUID massageWithoutFlag() {
        return Ids.uuid(jdbc.sql("""
                select a.id from appointment a join patient_summary s on s.patient_id = a.subject_id
                where a.starts_on = '2026-11-24' and a.clinic_id = ? and a.appointment_type = 'MASSAGE'
                    and a.status in ('BOOKED', 'CONFIRMED') and s.open_flag_level is null""")
                .param(Ids.bytes(harbour().value()))
                .query(byte[].class)
                .list()
                .getFirst());
    }

    private void setLevel(UUID patient, @Nullable String level) {
        jdbc.sql("update patient_summary set open_flag_level = ? where patient_id = ?")
                .param(level)
                .param(Ids.bytes(patient))
                .update();
    }

    private String blockOf(UUID appointment) {
        return find(NativeButton.class).all().stream()
                .map(NativeButton::getElement)
                .filter(block -> appointment.toString().equals(block.getAttribute("data-appointment")))
                .findFirst()
                .orElseThrow()
                .getTextRecursively();
    }

    private UUID book(PatientRow whom, LocalDate on, LocalTime at) {
        return schedule.book(new Booking(harbour(), lena(), whom.id(), AppointmentType.CONSULTATION, on, at, 30));
    }

    private UUID ruthsVisit() {
        return Ids.uuid(jdbc.sql("""
                select a.id from appointment a join patient p on p.id = a.subject_id
                where p.given_name = 'Ruth' and p.family_name = 'Salem' and a.starts_on = '2026-11-24'""").query(byte[].class).list().getFirst());
    }

    private void escape() {
        roundTrip();
        var dialogs = find(Dialog.class).all();
        ComponentUtil.fireEvent(dialogs.getLast(), new Dialog.DialogCloseActionEvent(dialogs.getLast(), true));
        roundTrip();
    }

    private static String address() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPathWithQueryParameters();
    }

    @SuppressWarnings("unchecked")
    private Select<ClinicRoom> rooms() {
        return (Select<ClinicRoom>) find(Select.class).withLabel("Room").single();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%2B999999999-12-31", "-999999999-01-01", "%2B10000-01-01", "2026-13-40"})
    @WithStaff("frontdesk")
    void aDayThatNoCalendarHasShowsToday(String day) {
        open("schedule?day=2026-11-24");
        var today = title();
        open("schedule?day=" + day);
        assertThat(title()).isEqualTo(today);
        open("schedule?view=week&day=" + day);
        assertThat(title()).isNotEmpty();
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
                Stream.of(element), Stream.concat(element.getChildren(), beside).flatMap(ScheduleViewTest::everything));
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

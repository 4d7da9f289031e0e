package io.plumbline.schedule.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.plumbline.patients.PatientBrief;
import io.plumbline.patients.PatientRow;
import io.plumbline.patients.PatientService;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.AvailableSlot;
import io.plumbline.schedule.Booking;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.schedule.SlotTaken;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.OrderId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Ui;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Books a patient: service, practitioner and time. The input is kept if the time was just taken. */
final class BookingPanel extends AppointmentForm {
    /** Receives what was booked. */
    interface Booked {
        void accept(AppointmentId appointment, LocalDate on);
    }

    private final ScheduleService schedule;
    private final ClinicId clinic;
    private final Booked booked;
    private final ComboBox<PatientRow> patient = new ComboBox<>("Patient");
    private final Select<AvailableSlot> service = new Select<>();
    private final Div hold = new Div();
    private final @Nullable PatientId whom;
    private final Div about = new Div();
    private @Nullable OrderId order;

    BookingPanel(
            ScheduleService schedule,
            PatientService patients,
            PractitionerService practitioners,
            ClinicId clinic,
            LocalDate today,
            @Nullable PatientId whom,
            Booked booked) {
        super(new TimeFields(
                schedule,
                practitioners,
                clinic,
                today,
                (offer, wanted) -> schedule.freeTimes(clinic, offer.type(), wanted)));
        this.schedule = schedule;
        this.clinic = clinic;
        this.booked = booked;
        this.whom = whom;
        patient.setItems(query -> patients.search(query.getFilter().orElse("")).stream()
                .skip(query.getOffset())
                .limit(query.getLimit()));
        patient.setItemLabelGenerator(BookingPanel::named);
        patient.setPlaceholder("Name, phone or number");
        patient.addValueChangeListener(e -> showHold(
                e.getValue() == null
                        ? Optional.empty()
                        : patients.brief(e.getValue().id())));
        service.setLabel("Service");
        service.setItemLabelGenerator(offer -> offer.name() + ", " + offer.minutes() + " min");
        service.setItems(schedule.offers(clinic));
        service.addValueChangeListener(e -> times.forOffer(e.getValue()));
        setUp(
                "Book an appointment",
                Ui.once("Book the appointment", this::book),
                messages,
                about,
                whom == null ? patient : named(patients, whom),
                hold,
                service,
                times);
    }

    @Override
    List<Object> choice() {
        return List.of(
                Optional.ofNullable(patient.getValue()), Optional.ofNullable(service.getValue()), times.choice());
    }

    /** With the birth date: two patients may have one name. */
    private static String named(PatientRow row) {
        var born = row.birthDate();
        return row.name() + ", " + row.numberAndStatus() + (born == null ? "" : ", born " + Dates.dayAndYear(born));
    }

    private Div named(PatientService patients, PatientId whom) {
        var brief = patients.brief(whom);
        showHold(brief);
        var name = brief.map(PatientBrief::name).orElse("Not available");
        return Ui.div("stack-0", Ui.text("muted", "Patient"), Ui.text("strong", name));
    }

    /** Shows early whether another patient has the name, and what a clinical hold forbids, before the user chooses a time. */
    private void showHold(Optional<PatientBrief> who) {
        hold.removeAll();
        who.flatMap(one -> Optional.ofNullable(one.sameName()))
                .ifPresent(name -> hold.add(StatusBadge.warn(name.sentence())));
        who.map(PatientBrief::hold).filter(words -> !words.isEmpty()).ifPresent(words -> hold.add(Ui.hold(words)));
    }

    /** Proposes a practitioner and a time for the first service, as far as they are known. */
    BookingPanel starting(@Nullable StaffId practitioner, LocalDate on, @Nullable LocalTime at) {
        service.getListDataView().getItems().findFirst().ifPresent(service::setValue);
        return start(practitioner, on, at);
    }

    /** Proposes a type with a practitioner, from a day on. */
    BookingPanel startingFor(AppointmentType type, @Nullable StaffId practitioner, LocalDate on) {
        service.getListDataView()
                .getItems()
                .filter(offer -> offer.type() == type)
                .findFirst()
                .ifPresent(service::setValue);
        return start(practitioner, on, null);
    }

    /** Fulfills a checkout order by the booking, and shows what was ordered. */
    void forOrder(OrderId fulfilled, String words) {
        order = fulfilled;
        about.add(Ui.text("muted", words));
    }

    private BookingPanel start(@Nullable StaffId practitioner, LocalDate on, @Nullable LocalTime at) {
        proposeTime(practitioner, on, at);
        keepAsProposed();
        return this;
    }

    @Override
    void proposeTime(@Nullable StaffId practitioner, LocalDate on, @Nullable LocalTime at) {
        times.propose(practitioner, null, on, at);
    }

    @Override
    void focus() {
        if (whom == null && patient.isEmpty()) {
            patient.focus();
        } else {
            times.focus();
        }
    }

    private void book() {
        messages.removeAll();
        patient.setErrorMessage("Choose who comes");
        patient.setInvalid(whom == null && patient.isEmpty());
        service.setErrorMessage("Choose a service");
        service.setInvalid(service.isEmpty());
        var timeSlot = times.read();
        if (patient.isInvalid() || service.isInvalid() || timeSlot.isEmpty()) {
            return;
        }
        var who = whom == null ? Objects.requireNonNull(patient.getValue()).id() : whom;
        Attempt.showing(messages).on(SlotTaken.class, times::taken).run(() -> {
            var appointment =
                    schedule.book(new Booking(clinic, who, service.getValue().type(), timeSlot.get(), null, order));
            booked.accept(appointment, timeSlot.get().on());
        });
    }
}

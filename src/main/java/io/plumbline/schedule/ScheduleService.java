package io.plumbline.schedule;

import io.plumbline.access.RelationService;
import io.plumbline.clinics.ClinicRoom;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientDetails;
import io.plumbline.shared.Caller;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.PeopleListed;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The calendar: what is booked, what is free, and booking. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.SCHEDULE_READ)
public class ScheduleService {
    private static final int MOST_A_DAY = 1000;
    private static final int MOST_AHEAD = 20;

    private final DaySheet daySheet;
    private final ClinicService clinics;
    private final BookableTimes times;
    private final Agreements agreements;
    private final RelationService relations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ScheduleService(
            DaySheet daySheet,
            ClinicService clinics,
            BookableTimes times,
            Agreements agreements,
            RelationService relations,
            ApplicationEventPublisher events,
            Clock clock) {
        this.daySheet = daySheet;
        this.clinics = clinics;
        this.times = times;
        this.agreements = agreements;
        this.relations = relations;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Today's appointments by time, without those cancelled: all of their clinics for manager and desk, their own for clinicians. Today is each
     * clinic's own.
     */
    public List<AppointmentRow> today() {
        var caller = Caller.current();
        if (!caller.seesByClinic()) {
            return myToday();
        }
        var todays = caller.clinics().stream().map(times::todayAt).sorted().toList();
        return todays.isEmpty()
                ? List.of()
                : onlyToday(daySheet.ofClinics(caller.clinics(), todays.getFirst(), todays.getLast(), MOST_A_DAY));
    }

    /**
     * The visits of days before today at the caller's clinics that nobody closed, the oldest first; none for who does not
     * work at the desk.
     */
    public List<AppointmentRow> toClose(int most) {
        return daySheet.toClose(todays(), most);
    }

    /** How many visits of days before today nobody closed; exact below a thousand. */
    public long countToClose() {
        return daySheet.countToClose(todays(), MOST_A_DAY);
    }

    private Map<ClinicId, LocalDate> todays() {
        var caller = Caller.current();
        return caller.seesByClinic()
                ? caller.clinics().stream().collect(Collectors.toMap(Function.identity(), times::todayAt))
                : Map.of();
    }

    /** The caller's own appointments of today, by time, without those cancelled, wherever they are. */
    public List<AppointmentRow> myToday() {
        // no clinic's today is further from that of UTC than a day
        var utc = LocalDate.now(clock);
        var me = Caller.current().staff();
        return onlyToday(daySheet.ofPractitioner(me, utc.minusDays(1), utc.plusDays(1), MOST_A_DAY));
    }

    /** An appointment of the caller's own that was neither cancelled nor missed; empty for all others. */
    public Optional<AppointmentRow> mine(UUID appointment) {
        return daySheet.find(appointment)
                .filter(row -> row.practitioner().equals(Caller.current().staff()))
                .filter(row -> row.status().isKept());
    }

    private List<AppointmentRow> onlyToday(List<AppointmentRow> rows) {
        return rows.stream()
                .filter(row -> row.on().equals(times.todayAt(row.clinic())))
                .toList();
    }

    /** The next appointments of a patient whom the caller has open; manager and desk see those at their clinics. */
    public List<AppointmentRow> ahead(PatientId patient) {
        var scope = relations.scopeOf(patient);
        return ahead(patient, scope.isClinical(patient), scope.clinics());
    }

    /** The next appointments of a patient whom the caller has opened; manager and desk see those at their clinics. */
    public List<AppointmentRow> ahead(PatientDetails opened) {
        return ahead(opened.id(), opened.clinical() != null, Caller.current().clinics());
    }

    private List<AppointmentRow> ahead(PatientId patient, boolean clinical, Set<ClinicId> mine) {
        return daySheet.ofPatient(patient, LocalDate.now(clock).minusDays(1), MOST_AHEAD).stream()
                .filter(row -> clinical || mine.contains(row.clinic()))
                .filter(row -> row.status().isKept())
                .filter(row -> !row.on().isBefore(times.todayAt(row.clinic())))
                .toList();
    }

    /**
     * Some days of a clinic by practitioner: all who work there for manager and desk, oneself for who treats. Put on record
     * once a look.
     *
     * @throws NoSuchElementException if there is no such clinic, or none of the caller's
     */
    @Transactional
    public Calendar calendar(ClinicId clinic, LocalDate first, LocalDate last) {
        var caller = Caller.current();
        if (!caller.clinics().contains(clinic)) {
            throw new NoSuchElementException("Not available");
        }
        var most = MOST_A_DAY * (int) (ChronoUnit.DAYS.between(first, last) + 1);
        var rows = caller.seesByClinic()
                ? daySheet.ofClinics(List.of(clinic), first, last, most)
                : daySheet.ofPractitioner(caller.staff(), first, last, most).stream()
                        .filter(row -> row.clinic().equals(clinic))
                        .toList();
        if (!rows.isEmpty()) {
            events.publishEvent(PeopleListed.of("schedule.listed", rows.size())
                    .at(clinic.value())
                    .narrowedBy(first.equals(last) ? first.toString() : first + " to " + last));
        }
        return times.calendar(clinic, first, last, rows, caller.seesByClinic() ? null : caller.staff());
    }

    /** What can be booked at a clinic. */
    @Requires(Permission.APPOINTMENT_BOOK)
    public List<Offer> offers(ClinicId clinic) {
        return times.offers(clinic);
    }

    /** How a clinic books one kind of appointment; its usual length where the clinic does not offer it. */
    @Requires(Permission.APPOINTMENT_BOOK)
    public Offer offer(ClinicId clinic, AppointmentType type) {
        return times.offer(clinic, type);
    }

    /** That a clinic is closed on a day, and why, in words for who books; empty where it is open. */
    @Requires(Permission.APPOINTMENT_BOOK)
    public Optional<String> closed(ClinicId clinic, LocalDate day) {
        return times.closed(clinic, day);
    }

    /** The rooms of a clinic that can be booked, by name. */
    public List<ClinicRoom> rooms(ClinicId clinic) {
        return clinics.roomsOf(clinic);
    }

    /**
     * The times of a day at which practitioner and room are free for so long, with the time after it: within their
     * working hours and the clinic's opening hours, not away, not booked, and not past. Where it needs a room and none
     * is chosen, any that is free will do. The time of the wanted one does not matter.
     */
    @Requires(Permission.APPOINTMENT_BOOK)
    public List<LocalTime> freeTimes(ClinicId clinic, AppointmentType type, Timing wanted) {
        return times.freeTimes(clinic, type, wanted, null);
    }

    /**
     * Books a patient with a practitioner, to whom the chart opens thereby.
     *
     * @throws SlotTaken if the practitioner or the room is booked at that time
     * @throws IllegalArgumentException if the time is none, the clinic is closed then, the practitioner does not work
     *     there then, or it is more than two years ahead
     * @throws IllegalStateException if a clinical hold forbids this treatment, the practitioner has left, or their
     *     credential has ended by then, or a {@link BookingGuard} refuses it
     * @throws AccessDeniedException if the caller does not work at that clinic
     * @throws NoSuchElementException if there is no such patient, or none whom the caller may see
     */
    @Transactional
    @Requires(Permission.APPOINTMENT_BOOK)
    public UUID book(Booking booking) {
        if (!Caller.current().clinics().contains(booking.clinic())) {
            throw new AccessDeniedException("Appointments are booked at a clinic of one's own");
        }
        return agreements.book(booking);
    }

    /**
     * Books a lead, who is no patient yet, for a consultation; no chart is opened. The caller has looked whether the lead
     * is theirs.
     *
     * @throws SlotTaken if the practitioner or the room is booked at that time
     * @throws IllegalArgumentException if the time is none, the clinic is closed then, the practitioner does not work
     *     there then, or it is more than two years ahead
     * @throws IllegalStateException if the practitioner has left
     * @throws AccessDeniedException if the caller does not work at that clinic
     */
    @Transactional
    @Requires(Permission.APPOINTMENT_BOOK)
    public UUID bookConsultation(Consultation agreed) {
        if (!Caller.current().clinics().contains(agreed.clinic())) {
            throw new AccessDeniedException("Appointments are booked at a clinic of one's own");
        }
        return agreements.book(agreed);
    }
}

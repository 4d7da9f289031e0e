package io.plumbline.schedule;

import io.plumbline.access.PatientRecords;
import io.plumbline.access.PermissionTable;
import io.plumbline.access.RelationService;
import io.plumbline.clinics.ClinicRoom;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.PatientDetails;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.PeopleListed;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Recorded;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StoredKind;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.PatientId;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The calendar: booked appointments, free times, and booking. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.SCHEDULE_READ)
public class ScheduleService {
    private static final int MOST_A_DAY = 1000;
    private static final int MOST_AHEAD = 20;

    private final DayScheduleQuery dayScheduleQuery;
    private final PatientRecords records;
    private final ClinicService clinics;
    private final BookableTimes times;
    private final AppointmentBooking appointmentBooking;
    private final RelationService relations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ScheduleService(
            DayScheduleQuery dayScheduleQuery,
            PatientRecords records,
            ClinicService clinics,
            BookableTimes times,
            AppointmentBooking appointmentBooking,
            RelationService relations,
            ApplicationEventPublisher events,
            Clock clock) {
        this.dayScheduleQuery = dayScheduleQuery;
        this.records = records;
        this.clinics = clinics;
        this.times = times;
        this.appointmentBooking = appointmentBooking;
        this.relations = relations;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Returns today's appointments by time, without canceled ones: all of the clinics of managers and the front desk,
     * at others those of the current user. Today is the current date at each clinic.
     */
    public List<AppointmentRow> today() {
        var user = CurrentUser.current();
        if (!user.seesByClinic()) {
            return myToday();
        }
        var seen = user.clinicsSeen();
        var todays = seen.stream().map(clinics::todayAt).sorted().toList();
        var atClinics = todays.isEmpty()
                ? List.<AppointmentRow>of()
                : onlyToday(dayScheduleQuery.findByClinics(seen, todays.getFirst(), todays.getLast(), MOST_A_DAY));
        return user.seesBothWays()
                ? Stream.concat(atClinics.stream(), myToday().stream().filter(row -> !seen.contains(row.clinic())))
                        .sorted(Comparator.comparing(AppointmentRow::on).thenComparing(AppointmentRow::at))
                        .toList()
                : atClinics;
    }

    /**
     * Returns the visits of earlier days at the current user's clinics without a final status, oldest first; empty for staff
     * who do not work at the front desk.
     */
    public List<AppointmentRow> toClose(int most) {
        return dayScheduleQuery.toClose(todays(), most);
    }

    /** Returns how many visits of earlier days have no final status; exact below 1,000. */
    public long countToClose() {
        return dayScheduleQuery.countToClose(todays(), MOST_A_DAY);
    }

    private Map<ClinicId, LocalDate> todays() {
        return CurrentUser.current().clinicsSeen().stream()
                .collect(Collectors.toMap(Function.identity(), clinics::todayAt));
    }

    /** Returns the current user's own appointments of today at any clinic, by time, without canceled ones. */
    public List<AppointmentRow> myToday() {
        // today at any clinic is at most one day away from today in UTC
        var utc = LocalDate.now(clock);
        var me = CurrentUser.current().staff();
        return onlyToday(dayScheduleQuery.ofPractitioner(me, utc.minusDays(1), utc.plusDays(1), MOST_A_DAY));
    }

    /** Returns an appointment of the current user that was neither canceled nor a no-show; otherwise empty. */
    public Optional<AppointmentRow> findForCurrentUser(AppointmentId appointment) {
        return dayScheduleQuery
                .find(appointment)
                .filter(row -> row.practitioner().equals(CurrentUser.current().staff()))
                .filter(row -> row.status().isKept());
    }

    /**
     * Returns an appointment that was neither canceled nor a no-show, of anybody with a patient in relation to the
     * calling clinician; otherwise empty.
     */
    public Optional<AppointmentRow> findInRelation(AppointmentId appointment) {
        return dayScheduleQuery
                .find(appointment)
                .filter(row -> row.status().isKept())
                .filter(row -> row.patient() != null
                        && relations.scopeOf(row.patient()).isClinical(row.patient()));
    }

    private List<AppointmentRow> onlyToday(List<AppointmentRow> rows) {
        return rows.stream()
                .filter(row -> row.on().equals(clinics.todayAt(row.clinic())))
                .toList();
    }

    /**
     * Returns the next appointments of a patient whose chart the current user has open; managers and the front desk see those
     * at their clinics.
     */
    public List<AppointmentRow> ahead(PatientId patient) {
        var scope = relations.scopeOf(patient);
        var isClinical = scope.isClinical(patient);
        return ahead(isClinical ? scope.patients() : records.of(patient), isClinical, scope.clinics());
    }

    /**
     * Returns the next appointments of a patient whose chart the current user has open, and one for which the patient is here
     * now; neither completed ones of today nor those whose time has passed. Managers and the front desk see those at
     * their clinics.
     */
    public List<AppointmentRow> ahead(PatientDetails opened) {
        return ahead(
                        opened.records(),
                        opened.clinical() != null,
                        CurrentUser.current().clinicsSeen())
                .stream()
                .filter(this::isHereOrToCome)
                .toList();
    }

    private boolean isHereOrToCome(AppointmentRow row) {
        return row.status().isAhead()
                ? clinics.instantOf(row.clinic(), row.on(), row.at())
                        .plus(Duration.ofMinutes(row.minutes()))
                        .isAfter(clock.instant())
                : row.status() != AppointmentStatus.COMPLETED;
    }

    private List<AppointmentRow> ahead(Collection<PatientId> some, boolean clinical, Set<ClinicId> mine) {
        return dayScheduleQuery.findByPatient(some, LocalDate.now(clock).minusDays(1), MOST_AHEAD).stream()
                .filter(row -> clinical || mine.contains(row.clinic()))
                .filter(row -> row.status().isKept())
                .filter(row -> !row.on().isBefore(clinics.todayAt(row.clinic())))
                .toList();
    }

    /**
     * Returns a range of days of a clinic by practitioner: everybody who works there for managers and the front desk,
     * only themselves for clinicians. The view is recorded once in the audit trail.
     *
     * @throws NotAvailable if the clinic does not exist or is not the current user's
     */
    @Transactional
    public Calendar calendar(ClinicId clinic, LocalDate first, LocalDate last) {
        var user = CurrentUser.current();
        if (!user.clinics().contains(clinic)) {
            throw new NotAvailable();
        }
        var most = MOST_A_DAY * (int) (ChronoUnit.DAYS.between(first, last) + 1);
        var seesAll = user.clinicsSeen().contains(clinic);
        var rows = seesAll
                ? dayScheduleQuery.findByClinics(List.of(clinic), first, last, most)
                : dayScheduleQuery.ofPractitioner(user.staff(), first, last, most).stream()
                        .filter(row -> row.clinic().equals(clinic))
                        .toList();
        if (!rows.isEmpty()) {
            events.publishEvent(PeopleListed.of("schedule.listed", rows.size())
                    .at(clinic.value())
                    .narrowedBy(first.equals(last) ? first.toString() : first + " to " + last));
        }
        return times.calendar(clinic, first, last, rows, seesAll ? null : user.staff());
    }

    /**
     * Returns a day of a clinic for a document, as {@link #calendar} does, and records that in the audit trail, each
     * time.
     *
     * @throws NotAvailable if the clinic does not exist or is not the current user's
     */
    @Transactional
    public Calendar print(ClinicId clinic, LocalDate day) {
        var calendar = calendar(clinic, day, day);
        var rows = calendar.columns().stream()
                .mapToInt(column -> column.on(day).size())
                .sum();
        events.publishEvent(new Printed(clinic, day, rows));
        return calendar;
    }

    /** Returns what can be booked at a clinic. */
    @Requires(Permission.APPOINTMENT_BOOK)
    public List<AvailableSlot> offers(ClinicId clinic) {
        return times.offers(clinic);
    }

    /** Returns how a clinic books a type of appointment; with the usual duration if the clinic does not offer it. */
    @Requires(Permission.APPOINTMENT_BOOK_NEXT)
    public AvailableSlot offer(ClinicId clinic, AppointmentType type) {
        return times.offer(clinic, type);
    }

    /** Returns a message that a clinic is closed on a day, with the reason; empty if it is open. */
    @Requires(Permission.APPOINTMENT_BOOK)
    public Optional<String> closed(ClinicId clinic, LocalDate day) {
        return times.closed(clinic, day);
    }

    /** Returns the bookable rooms of a clinic, by name. */
    public List<ClinicRoom> rooms(ClinicId clinic) {
        return clinics.roomsOf(clinic);
    }

    /**
     * Returns the times of a day at which practitioner and room are free for the duration and the buffer: within the
     * practitioner's working hours and the clinic's business hours, not absent, not booked, and not past. If it needs a
     * room and none is chosen, any free room counts. The time of {@code wanted} is ignored.
     */
    @Requires(Permission.APPOINTMENT_BOOK_NEXT)
    public List<LocalTime> freeTimes(ClinicId clinic, AppointmentType type, TimeSlot wanted) {
        return times.freeTimes(clinic, type, wanted, null);
    }

    /**
     * Books a patient with a practitioner, to whom this opens the chart. A therapist books
     * visits of the plans of patients whom they treat.
     *
     * @throws SlotTaken if the practitioner or the room is booked at that time
     * @throws Refused if the time is invalid, the clinic is closed then, the practitioner does not
     *     work there then, or it is more than two years ahead
     * @throws Refused if a clinical hold forbids this treatment, the practitioner has left, or their
     *     credential has expired by then, or a {@link BookingGuard} refuses it
     * @throws AccessDeniedException if the current user does not work at that clinic
     * @throws NotAvailable if the patient does not exist or the current user may not see the patient
     */
    @Transactional
    @Requires(Permission.APPOINTMENT_BOOK_NEXT)
    public AppointmentId book(Booking booking) {
        if (!CurrentUser.current().clinics().contains(booking.clinic())) {
            throw new AccessDeniedException("Book the appointment at one of your clinics");
        }
        var booksForAll = PermissionTable.holdersOf(Permission.APPOINTMENT_BOOK);
        if (!CurrentUser.current().clinicsAs(booksForAll).contains(booking.clinic())) {
            requireVisitOfMyPatient(booking);
        }
        return appointmentBooking.book(booking);
    }

    private void requireVisitOfMyPatient(Booking booking) {
        if (booking.plannedVisit() == null
                || !relations.scopeOf(booking.patient()).isClinical(booking.patient())) {
            throw new NotAvailable();
        }
        relations.requireMoreThanReason(booking.patient(), "ask the front desk or a colleague at the clinic to book");
    }

    /**
     * Books a consultation for a lead, who is not a patient yet; it opens no chart. The calling code must have checked
     * the current user's access to the lead.
     *
     * @throws SlotTaken if the practitioner or the room is booked at that time
     * @throws Refused if the time is invalid, the clinic is closed then, the practitioner does not
     *     work there then, or it is more than two years ahead
     * @throws Refused if the practitioner has left
     * @throws AccessDeniedException if the current user does not work at that clinic
     */
    @Transactional
    @Requires(Permission.APPOINTMENT_BOOK)
    public AppointmentId bookConsultation(Consultation agreed) {
        if (!CurrentUser.current().clinics().contains(agreed.clinic())) {
            throw new AccessDeniedException("Book the appointment at one of your clinics");
        }
        return appointmentBooking.book(agreed);
    }

    /**
     * The day sheet of a clinic was downloaded as a document.
     *
     * @param rows the number of appointments on it
     */
    @StoredKind("schedule.printed")
    private record Printed(ClinicId clinic, LocalDate day, int rows) implements Recorded {
        @Override
        public UUID subject() {
            return clinic.value();
        }

        @Override
        public String detail() {
            return day + ", " + rows + (rows == 1 ? " row" : " rows");
        }
    }
}

package io.plumbline.notes.nextvisit;

import io.plumbline.access.StaffNameQuery;
import io.plumbline.clinics.ClinicService;
import io.plumbline.notes.NoteBrief;
import io.plumbline.notes.NoteDetails;
import io.plumbline.notes.NoteService;
import io.plumbline.plans.PlanService;
import io.plumbline.plans.PlanService.ToBook;
import io.plumbline.schedule.AppointmentRow;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.AppointmentUndoService;
import io.plumbline.schedule.AvailableSlot;
import io.plumbline.schedule.Booking;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.schedule.SlotTaken;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.PlannedVisitId;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Proposes the next visits of a patient's plan with free times, books them, and undoes that, for the author of a signed
 * note.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.NOTE_WRITE)
public class NextVisitService {
    private static final int MOST_TIMES = 3;

    /** For how many days after the planned one a free time is looked for. */
    private static final int DAYS = 7;

    private final NoteService notes;
    private final PlanService plans;
    private final ScheduleService schedule;
    private final AppointmentUndoService undo;
    private final StaffNameQuery names;
    private final ClinicService clinics;
    private final Clock clock;

    NextVisitService(
            NoteService notes,
            PlanService plans,
            ScheduleService schedule,
            AppointmentUndoService undo,
            StaffNameQuery names,
            ClinicService clinics,
            Clock clock) {
        this.notes = notes;
        this.plans = plans;
        this.schedule = schedule;
        this.undo = undo;
        this.names = names;
        this.clinics = clinics;
        this.clock = clock;
    }

    /**
     * Returns the next visit of each service that the patient's active plans have not booked, that of the note first,
     * each with the three times that are closest to this time of the day, on the planned day or the first after it that
     * has any. The practitioner and the patient are free then.
     *
     * @param opened a note that the current user signed, with the visit of today; nothing is proposed for others
     */
    public List<NextVisitProposal> propose(NoteDetails opened) {
        if (!isOfToday(opened) || !opened.status().isSigned()) {
            return List.of();
        }
        var visits = plans.visitsToBook(opened.patient()).stream()
                .filter(visit -> CurrentUser.current().clinics().contains(visit.clinic()))
                .toList();
        if (visits.isEmpty()) {
            return List.of();
        }
        var with = names.findNames(visits.stream().map(ToBook::practitioner).collect(Collectors.toSet()));
        return visits.stream()
                .sorted(Comparator.comparing(visit -> !isLike(visit, opened.service())))
                .map(visit ->
                        new NextVisitProposal(visit, with.getOrDefault(visit.practitioner(), ""), times(visit, opened)))
                .toList();
    }

    private boolean isOfToday(NoteDetails opened) {
        return opened.mine() && opened.treatedOn().equals(clinics.todayAt(opened.clinic()));
    }

    private static boolean isLike(ToBook visit, AppointmentType service) {
        return visit.service() == service;
    }

    private List<LocalDateTime> times(ToBook visit, NoteDetails opened) {
        var now = LocalDateTime.ofInstant(clock.instant(), clinics.zoneOf(visit.clinic()));
        var tomorrow = now.toLocalDate().plusDays(1);
        // a patient who is behind and was treated today comes again after the interval, not the day after
        var again = isLike(visit, opened.service()) ? tomorrow.plusDays(visit.everyDays() - 1L) : tomorrow;
        var first = visit.plannedOn().isBefore(tomorrow) ? again : visit.plannedOn();
        var service = schedule.offer(visit.clinic(), visit.service());
        var own = schedule.ahead(opened.patient());
        return Stream.iterate(first, day -> day.plusDays(1))
                .limit(DAYS)
                .map(day -> closest(free(visit, service, day, own), now.toLocalTime()).stream()
                        .map(day::atTime)
                        .toList())
                .filter(times -> !times.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<LocalTime> free(ToBook visit, AvailableSlot service, LocalDate day, List<AppointmentRow> own) {
        var wanted = service.timeSlot(visit.practitioner(), day, LocalTime.MIDNIGHT);
        return schedule.freeTimes(visit.clinic(), visit.service(), wanted).stream()
                .filter(at -> own.stream().noneMatch(row -> isDuring(row, day.atTime(at), wanted.minutes())))
                .toList();
    }

    /** Returns whether the patient has an appointment in these minutes. */
    private static boolean isDuring(AppointmentRow row, LocalDateTime from, int minutes) {
        var begins = row.on().atTime(row.at());
        return begins.isBefore(from.plusMinutes(minutes)) && from.isBefore(begins.plusMinutes(row.minutes()));
    }

    private static List<LocalTime> closest(List<LocalTime> free, LocalTime to) {
        return free.stream()
                .sorted(Comparator.comparing(at -> Duration.between(to, at).abs()))
                .limit(MOST_TIMES)
                .sorted()
                .toList();
    }

    /**
     * Books a visit that was proposed.
     *
     * @param opened the note from which it is booked
     * @param at in the time zone of the clinic
     * @throws NotAvailable if the visit is not to be booked any more, or the patient is not in relation to the current user
     * @throws SlotTaken if the practitioner or the room was booked at that time in the meantime
     * @throws Refused as {@link ScheduleService#book} does
     */
    @Transactional
    public AppointmentId book(NoteDetails opened, PlannedVisitId id, LocalDateTime at) {
        // the screen may be older than a mark as entered in error
        var visit = notes.brief(opened.id())
                .filter(now -> now.status().isSigned() && isOfToday(opened))
                .flatMap(now -> plans.visitsToBook(now.patient()).stream()
                        .filter(open -> open.visit().equals(id))
                        .findFirst())
                .orElseThrow(NotAvailable::new);
        var slot = schedule.offer(visit.clinic(), visit.service())
                .timeSlot(visit.practitioner(), at.toLocalDate(), at.toLocalTime());
        return schedule.book(new Booking(visit.clinic(), visit.patient(), visit.service(), slot, visit.visit()));
    }

    /**
     * Undoes what the current user just booked: the appointment is canceled, and the visit can be booked again.
     *
     * @param opened the note from which it was booked
     * @throws NotAvailable if the patient has no such appointment, or is not in relation to the current user
     * @throws Refused as {@link AppointmentUndoService#undoBooking} does
     */
    @Transactional
    public void undo(NoteDetails opened, AppointmentId booked) {
        var patient = notes.brief(opened.id()).map(NoteBrief::patient).orElseThrow(NotAvailable::new);
        undo.undoBooking(booked, patient);
    }
}

package io.plumbline.demo;

import io.plumbline.clinics.ClinicService;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.schedule.AppointmentStatus;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.Booking;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.StaffId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/**
 * Fills the schedule for yesterday, today and the next two weeks; each visit has a status that fits the current time.
 */
@Component
class DemoDiary {
    private static final int DAYS_AHEAD = 14;

    private final DemoSignIn signIn;
    private final ScheduleService schedule;
    private final AppointmentService appointments;
    private final ClinicService clinics;
    private final Clock clock;

    DemoDiary(
            DemoSignIn signIn,
            ScheduleService schedule,
            AppointmentService appointments,
            ClinicService clinics,
            Clock clock) {
        this.signIn = signIn;
        this.schedule = schedule;
        this.appointments = appointments;
        this.clinics = clinics;
        this.clock = clock;
    }

    /**
     * The appointment pattern of a practitioner.
     *
     * @param desk the user who books the visits
     * @param firstDay the first day to fill, counted from today
     * @param hours the hours at which visits start
     */
    record Page(
            DemoPlaces.Clinic place,
            String desk,
            StaffId who,
            AppointmentType type,
            int firstDay,
            List<Integer> hours,
            List<PatientId> patients) {}

    /**
     * Fills the days of each practitioner in turn.
     *
     * @param booked visits already booked with the same practitioners
     */
    void fill(List<Page> pages, Collection<DemoCourses.Visit> booked) {
        var ledger = new Ledger(new HashSet<>(), new HashMap<>());
        booked.forEach(visit -> ledger.busy()
                .add(new Hour(visit.who().staff(), visit.on(), visit.at().getHour())));
        for (int number = 0; number < pages.size(); number++) {
            fill(pages.get(number), ledger, new Random(number));
        }
    }

    private record Hour(StaffId who, LocalDate on, int hour) {}

    private record Coming(AppointmentType type, LocalDate on) {}

    /**
     * Tracks when practitioners are busy, and when patients come: at most once a day, and some days apart for the same
     * type.
     */
    private record Ledger(Set<Hour> busy, Map<PatientId, List<Coming>> coming) {
        boolean comesRarely(PatientId patient, AppointmentType type, LocalDate on) {
            var apart = type == AppointmentType.MASSAGE ? 6 : 4;
            return coming.getOrDefault(patient, List.of()).stream().noneMatch(visit -> {
                var days = Math.abs(ChronoUnit.DAYS.between(visit.on(), on));
                return days == 0 || visit.type() == type && days < apart;
            });
        }

        void note(PatientId patient, AppointmentType type, LocalDate on) {
            coming.computeIfAbsent(patient, nobody -> new ArrayList<>()).add(new Coming(type, on));
        }
    }

    /** Marks a visit as checked in and completed. */
    void complete(AppointmentId visit, String desk, Instant over) {
        signIn.as(desk, over, () -> appointments.mark(visit, versionOf(visit), AppointmentStatus.ARRIVED));
        signIn.as(desk, over, () -> appointments.mark(visit, versionOf(visit), AppointmentStatus.COMPLETED));
    }

    private void fill(Page page, Ledger ledger, Random seeded) {
        var place = page.place();
        var open = new HashSet<LocalDate>();
        signIn.as(page.desk(), () -> place.today()
                .plusDays(page.firstDay())
                .datesUntil(place.today().plusDays(DAYS_AHEAD + 1L))
                .filter(clinics.openDays(place.clinic()))
                .forEach(open::add));
        var next = seeded.nextInt(page.patients().size());
        for (int day = page.firstDay(); day <= DAYS_AHEAD; day++) {
            var on = place.today().plusDays(day);
            for (var hour : page.hours()) {
                var isKept = day <= 0 || seeded.nextInt(100) < 95 - 3 * day;
                if (isKept && open.contains(on) && !ledger.busy().contains(new Hour(page.who(), on, hour))) {
                    var turn = next++;
                    var lot = seeded.nextInt(10);
                    var today = day;
                    whoseTurn(page, ledger, turn, on).ifPresent(patient -> {
                        ledger.note(patient, page.type(), on);
                        visit(page, patient, on, LocalTime.of(hour, 0), today, lot);
                    });
                }
            }
        }
    }

    /** Returns the patient whose turn it is, or the next one who may come that day; empty if there is none. */
    private static Optional<PatientId> whoseTurn(Page page, Ledger ledger, int turn, LocalDate on) {
        var all = page.patients();
        return IntStream.range(0, all.size())
                .mapToObj(step -> all.get((turn + step) % all.size()))
                .filter(patient -> ledger.comesRarely(patient, page.type(), on))
                .findFirst();
    }

    private void visit(Page page, PatientId patient, LocalDate on, LocalTime at, int day, int lot) {
        var place = page.place();
        var begins = place.at(on, at);
        var ends = begins.plusSeconds(60L * page.type().minutes());
        var booked = signIn.call(
                page.desk(),
                place.at(on.minusDays(8), LocalTime.of(11, 0)),
                () -> schedule.book(new Booking(
                        place.clinic(),
                        page.who(),
                        patient,
                        page.type(),
                        on,
                        at,
                        page.type().minutes())));
        if (day < 0) {
            yesterday(page, booked, at, begins, ends);
        } else if (day == 0) {
            today(page, booked, begins, ends, lot);
        } else if (lot == 0) {
            cancel(page, booked, clock.instant().minusSeconds(3600));
        } else if (lot < 4) {
            mark(page, booked, AppointmentStatus.CONFIRMED, clock.instant().minusSeconds(7200));
        }
    }

    /**
     * Sets the status of yesterday's visits by hour. Most are completed; one is still in treatment and one still
     * checked in.
     */
    private void yesterday(Page page, AppointmentId visit, LocalTime at, Instant begins, Instant ends) {
        switch (at.getHour()) {
            case 10 -> mark(page, visit, AppointmentStatus.NO_SHOW, begins.plusSeconds(900));
            case 12 -> cancel(page, visit, begins.minusSeconds(7200));
            case 13 -> mark(page, visit, AppointmentStatus.ARRIVED, begins.minusSeconds(300));
            case 14 -> {
                mark(page, visit, AppointmentStatus.ARRIVED, begins.minusSeconds(300));
                mark(page, visit, AppointmentStatus.IN_TREATMENT, begins);
            }
            default -> {
                mark(page, visit, AppointmentStatus.ARRIVED, begins.minusSeconds(300));
                mark(page, visit, AppointmentStatus.COMPLETED, ends);
            }
        }
    }

    private void today(Page page, AppointmentId visit, Instant begins, Instant ends, int lot) {
        var now = clock.instant();
        if (lot == 0) {
            cancel(page, visit, now.minusSeconds(1800));
        } else if (ends.isBefore(now)) {
            mark(page, visit, AppointmentStatus.ARRIVED, begins.minusSeconds(300));
            mark(page, visit, lot == 1 ? AppointmentStatus.IN_TREATMENT : AppointmentStatus.COMPLETED, ends);
        } else if (begins.isBefore(now)) {
            mark(page, visit, AppointmentStatus.ARRIVED, begins.minusSeconds(300));
            mark(page, visit, AppointmentStatus.IN_TREATMENT, begins);
        } else if (begins.isBefore(now.plusSeconds(1800))) {
            mark(page, visit, AppointmentStatus.ARRIVED, now);
        } else if (lot < 6) {
            mark(page, visit, AppointmentStatus.CONFIRMED, now.minusSeconds(7200));
        }
    }

    private void mark(Page page, AppointmentId visit, AppointmentStatus next, Instant then) {
        signIn.as(page.desk(), then, () -> appointments.mark(visit, versionOf(visit), next));
    }

    private void cancel(Page page, AppointmentId visit, Instant then) {
        signIn.as(page.desk(), then, () -> appointments.cancel(visit, versionOf(visit), "Has a cold and a fever"));
    }

    private long versionOf(AppointmentId visit) {
        return appointments.find(visit).orElseThrow().row().version();
    }
}

package io.plumbline.demo;

import io.plumbline.leads.CallOutcome;
import io.plumbline.leads.Conversion.FirstVisit;
import io.plumbline.leads.LeadConsultationService;
import io.plumbline.leads.LeadDraft;
import io.plumbline.leads.LeadReturnService;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.LeadSource;
import io.plumbline.leads.clock.CallWindow;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.schedule.AppointmentStatus;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ids.StaffId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.stereotype.Component;

/** Creates leads with a booked or completed consultation, and leads that asked more than once. */
@Component
class DemoConsultations {
    private static final int DAYS_LOOKED_AT = 7;

    private final DemoSignIn signIn;
    private final LeadService leads;
    private final LeadConsultationService consultations;
    private final LeadReturnService returns;
    private final ScheduleService schedule;
    private final AppointmentService appointments;
    private final Clock clock;

    DemoConsultations(
            DemoSignIn signIn,
            LeadService leads,
            LeadConsultationService consultations,
            LeadReturnService returns,
            ScheduleService schedule,
            AppointmentService appointments,
            Clock clock) {
        this.signIn = signIn;
        this.leads = leads;
        this.consultations = consultations;
        this.returns = returns;
        this.schedule = schedule;
        this.appointments = appointments;
        this.clock = clock;
    }

    /** A lead with its current user and the practitioner of its consultation. */
    private record Asked(
            String name,
            String concern,
            LeadSource source,
            int phone,
            DemoPlaces.Clinic place,
            String desk,
            StaffId who) {}

    void fill(DemoPlaces places, DemoStaff.People people) {
        var west = places.harbour();
        var east = places.mill();
        var farid = people.the("farid");
        var helen = people.the("helen");
        var greta =
                new Asked("Greta Vogel", "Stiff after every flight.", LeadSource.WEBSITE, 10, west, "frontdesk", farid);
        var ivo = new Asked(
                "Ivo Brandl", "Pulled something in the garden.", LeadSource.SIGN, 11, west, "frontdesk", farid);
        var julia = new Asked(
                "Julia Stein", "Back hurts when I stand for long.", LeadSource.FRIEND, 12, east, "manager", helen);
        confirm(ahead(greta, 1), greta);
        ahead(ivo, 2);
        ahead(julia, 1);
        hold(
                new Asked(
                        "Amir Rahimi",
                        "Wants to ride his bicycle again.",
                        LeadSource.WEBSITE,
                        13,
                        west,
                        "frontdesk",
                        farid),
                2);
        hold(new Asked("Clara Nunes", "Sent by her doctor.", LeadSource.PRACTITIONER, 14, east, "manager", helen), 1);
        askTwice(west, east);
    }

    /** Books a consultation for one of the next days. */
    private AppointmentId ahead(Asked asked, int days) {
        var first = asked.place().today().plusDays(days);
        return booked(asked, clock.instant().minus(Duration.ofHours(20)), first, 1);
    }

    private void confirm(AppointmentId visit, Asked asked) {
        mark(visit, asked, AppointmentStatus.CONFIRMED, clock.instant().minus(Duration.ofHours(2)));
    }

    /** Creates a lead whose consultation is over but has no decision yet. */
    private void hold(Asked asked, int daysAgo) {
        var place = asked.place();
        var last = place.today().minusDays(daysAgo);
        var visit = booked(asked, place.at(last.minusDays(DAYS_LOOKED_AT + 2L), LocalTime.of(9, 30)), last, -1);
        var over = place.at(last, LocalTime.of(23, 0));
        mark(visit, asked, AppointmentStatus.ARRIVED, over);
        mark(visit, asked, AppointmentStatus.COMPLETED, over);
    }

    private AppointmentId booked(Asked asked, Instant then, LocalDate first, int step) {
        var lead = receive(asked, then);
        var reached = then.plus(Duration.ofMinutes(8));
        signIn.as(asked.desk(), reached, () -> leads.logCall(lead, 0, CallOutcome.REACHED));
        return signIn.call(
                asked.desk(),
                reached.plus(Duration.ofMinutes(3)),
                () -> consultations.book(lead, 1, free(asked, first, step)));
    }

    /** Returns the middle available slot of the first day on which the practitioner has one. */
    private FirstVisit free(Asked asked, LocalDate first, int step) {
        var clinic = asked.place().clinic();
        var offer = schedule.offer(clinic, AppointmentType.CONSULTATION);
        for (int days = 0; days < DAYS_LOOKED_AT; days++) {
            var on = first.plusDays((long) days * step);
            var times = schedule.freeTimes(
                    clinic, AppointmentType.CONSULTATION, offer.timeSlot(asked.who(), on, LocalTime.MIN));
            if (!times.isEmpty()) {
                return new FirstVisit(clinic, asked.who(), on, times.get(times.size() / 2));
            }
        }
        throw new IllegalStateException("Nobody of the demo has time for " + asked.name());
    }

    private void mark(AppointmentId visit, Asked asked, AppointmentStatus next, Instant then) {
        signIn.as(
                asked.desk(),
                then,
                () -> appointments.mark(
                        visit, appointments.find(visit).orElseThrow().row().version(), next));
    }

    /**
     * One lead asks at both clinics, and a manager can see that they are duplicates; another asks twice at one clinic
     * and is merged.
     */
    private void askTwice(DemoPlaces.Clinic west, DemoPlaces.Clinic east) {
        var now = clock.instant();
        var nobody = StaffId.next();
        receive(
                new Asked("Elif Kaya", "Tense neck and lower back.", LeadSource.SEARCH, 15, west, "manager", nobody),
                now.minus(Duration.ofHours(26)));
        receive(
                new Asked(
                        "Elif Kaya",
                        "Tense, whichever clinic is sooner.",
                        LeadSource.WEBSITE,
                        15,
                        east,
                        "manager",
                        nobody),
                now.minus(Duration.ofHours(25)));
        var first = new Asked(
                "Leonie Roth", "Asked about combined care.", LeadSource.WEBSITE, 16, west, "frontdesk", nobody);
        var kept = receive(first, now.minus(Duration.ofHours(28)));
        var again = receive(
                new Asked(
                        "Leonie Roth", "Called because nobody wrote.", LeadSource.OTHER, 16, west, "frontdesk", nobody),
                now.minus(Duration.ofHours(5)));
        signIn.as("frontdesk", now.minus(Duration.ofHours(5)), () -> returns.merge(again, 0, kept));
    }

    private LeadId receive(Asked asked, Instant then) {
        return signIn.call(
                asked.desk(),
                then,
                () -> leads.receive(
                        new LeadDraft(
                                asked.name(),
                                new PhoneNumber("+148055501" + asked.phone()),
                                null,
                                asked.concern(),
                                CallWindow.ANY_TIME,
                                asked.source(),
                                asked.place().clinic(),
                                then),
                        null));
    }
}

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
import java.util.List;
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

    /**
     * A lead that asked for a consultation.
     *
     * @param desk the user to whom the lead talks
     */
    record Asked(String name, String concern, LeadSource source, int phone, DemoPractitioners.Place at, String desk) {}

    void fill(DemoPlaces places, DemoStaff.People people) {
        var asked = DemoTexts.rows("consultations.json", Asked[].class).stream()
                .map(lead -> new Lead(
                        lead,
                        places.at(lead.at()),
                        people.the(lead.at() == DemoPractitioners.Place.HARBOUR ? "farid" : "helen")))
                .toList();
        confirm(ahead(asked.get(0), 1), asked.get(0));
        ahead(asked.get(1), 2);
        ahead(asked.get(2), 1);
        hold(asked.get(3), 2);
        hold(asked.get(4), 1);
        askTwice(asked.subList(5, asked.size()));
    }

    /** A lead at its clinic, with the practitioner of its consultation. */
    private record Lead(Asked asked, DemoPlaces.Clinic place, StaffId who) {
        String desk() {
            return asked.desk();
        }
    }

    /** Books a consultation for one of the next days. */
    private AppointmentId ahead(Lead lead, int days) {
        var first = lead.place().today().plusDays(days);
        return booked(lead, clock.instant().minus(Duration.ofHours(20)), first, 1);
    }

    private void confirm(AppointmentId visit, Lead lead) {
        mark(visit, lead, AppointmentStatus.CONFIRMED, clock.instant().minus(Duration.ofHours(2)));
    }

    /** Creates a lead whose consultation is over but has no decision yet. */
    private void hold(Lead lead, int daysAgo) {
        var place = lead.place();
        var last = place.today().minusDays(daysAgo);
        var visit = booked(lead, place.at(last.minusDays(DAYS_LOOKED_AT + 2L), LocalTime.of(9, 30)), last, -1);
        var over = place.at(last, LocalTime.of(23, 0));
        mark(visit, lead, AppointmentStatus.ARRIVED, over);
        mark(visit, lead, AppointmentStatus.COMPLETED, over);
    }

    private AppointmentId booked(Lead lead, Instant then, LocalDate first, int step) {
        var received = receive(lead, then);
        var reached = then.plus(Duration.ofMinutes(8));
        signIn.as(lead.desk(), reached, () -> leads.logCall(received, 0, CallOutcome.REACHED));
        return signIn.call(
                lead.desk(),
                reached.plus(Duration.ofMinutes(3)),
                () -> consultations.book(received, 1, free(lead, first, step)));
    }

    /** Returns the middle available slot of the first day on which the practitioner has one. */
    private FirstVisit free(Lead lead, LocalDate first, int step) {
        var clinic = lead.place().clinic();
        var offer = schedule.offer(clinic, AppointmentType.CONSULTATION);
        for (int days = 0; days < DAYS_LOOKED_AT; days++) {
            var on = first.plusDays((long) days * step);
            var times = schedule.freeTimes(
                    clinic, AppointmentType.CONSULTATION, offer.timeSlot(lead.who(), on, LocalTime.MIN));
            if (!times.isEmpty()) {
                return new FirstVisit(clinic, lead.who(), on, times.get(times.size() / 2));
            }
        }
        throw new IllegalStateException(
                "Nobody of the demo has time for " + lead.asked().name());
    }

    private void mark(AppointmentId visit, Lead lead, AppointmentStatus next, Instant then) {
        signIn.as(
                lead.desk(),
                then,
                () -> appointments.mark(
                        visit, appointments.find(visit).orElseThrow().row().version(), next));
    }

    /**
     * One lead asks at both clinics, and a manager can see that they are duplicates; another asks twice at one clinic
     * and is merged.
     */
    private void askTwice(List<Lead> twice) {
        var now = clock.instant();
        receive(twice.get(0), now.minus(Duration.ofHours(26)));
        receive(twice.get(1), now.minus(Duration.ofHours(25)));
        var kept = receive(twice.get(2), now.minus(Duration.ofHours(28)));
        var again = receive(twice.get(3), now.minus(Duration.ofHours(5)));
        signIn.as("frontdesk", now.minus(Duration.ofHours(5)), () -> returns.merge(again, 0, kept));
    }

    private LeadId receive(Lead lead, Instant then) {
        return signIn.call(
                lead.desk(),
                then,
                () -> leads.receive(
                        new LeadDraft(
                                lead.asked().name(),
                                new PhoneNumber("+148055501" + lead.asked().phone()),
                                null,
                                lead.asked().concern(),
                                CallWindow.ANY_TIME,
                                lead.asked().source(),
                                lead.place().clinic(),
                                then),
                        null));
    }
}

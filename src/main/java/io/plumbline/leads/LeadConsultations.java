package io.plumbline.leads;

import io.plumbline.intake.IntakeDraft;
import io.plumbline.intake.IntakeService;
import io.plumbline.patients.PatientService;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.Booking;
import io.plumbline.schedule.Consultation;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.schedule.SlotTaken;
import io.plumbline.schedule.Timing;
import io.plumbline.shared.Caller;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import java.time.Clock;
import java.util.ArrayList;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * From a lead to a patient: a consultation is booked before there is a chart, and becomes the patient's by converting.
 * Every change carries the version that the caller saw, and throws {@link NoSuchElementException} where the lead is not
 * the caller's, {@link ObjectOptimisticLockingFailureException} where a colleague changed it meanwhile, and
 * {@link IllegalStateException}, saying what is possible, where its status does not allow it.
 */
@Service
@Transactional
@Requires(Permission.LEAD_CONVERT)
public class LeadConsultations {
    private static final int LONGEST_ONSET = 400;

    private final Leads leads;
    private final LeadsInHand inHand;
    private final Submissions submissions;
    private final PatientService patients;
    private final ScheduleService schedule;
    private final AppointmentService appointments;
    private final IntakeService intake;
    private final Clock clock;

    LeadConsultations(
            Leads leads,
            LeadsInHand inHand,
            Submissions submissions,
            PatientService patients,
            ScheduleService schedule,
            AppointmentService appointments,
            IntakeService intake,
            Clock clock) {
        this.leads = leads;
        this.inHand = inHand;
        this.submissions = submissions;
        this.patients = patients;
        this.schedule = schedule;
        this.appointments = appointments;
        this.intake = intake;
        this.clock = clock;
    }

    /**
     * Books a consultation for a lead; no patient is added and no chart is opened.
     *
     * @return the appointment
     * @throws SlotTaken if that time was booked meanwhile
     * @throws IllegalArgumentException if nothing can be booked then, in words for who books
     */
    public UUID book(LeadId id, long version, FirstVisit agreed) {
        var lead = inHand.take(id, version, LeadQueues.of(Caller.current()));
        lead.requireBookable();
        return schedule.bookConsultation(new Consultation(agreed.clinic(), id.value(), timing(agreed)));
    }

    /**
     * Makes a patient of a lead, new or one who is here already, with the first appointment and an intake note that holds
     * what they told us: all of it or nothing, and once. A consultation that is booked for the lead becomes the patient's.
     *
     * @throws SlotTaken if that time was booked meanwhile
     * @throws IllegalArgumentException if a value is out of its range, in words for who typed it
     */
    public PatientId convert(LeadId id, long version, Conversion agreed) {
        var lead = inHand.take(id, version, LeadQueues.of(Caller.current()));
        var consultation = lead.consultation();
        var first = agreed.first();
        if (consultation.isEmpty() && first == null) {
            throw new IllegalStateException(
                    "The consultation of this lead does not stand any more: choose when they come first");
        }
        var patient = agreed.existing() == null
                ? patients.add(agreed.newPatient(), agreed.clinic())
                : known(agreed.existing());
        lead.convert(patient, Caller.current().staff(), clock.instant());
        leads.save(lead);
        if (consultation.isPresent()) {
            appointments.give(consultation.get(), patient);
        } else if (first != null) {
            schedule.book(new Booking(first.clinic(), patient, AppointmentType.CONSULTATION, timing(first), null));
        }
        intake.beginFromLead(patient, agreed.clinic(), told(lead));
        return patient;
    }

    /** Only who is seen by the caller is chosen. */
    private PatientId known(PatientId chosen) {
        return patients.brief(chosen)
                .map(found -> chosen)
                .orElseThrow(() -> new IllegalArgumentException("This patient is not available: choose another"));
    }

    private Timing timing(FirstVisit agreed) {
        return schedule.offer(agreed.clinic(), AppointmentType.CONSULTATION)
                .timing(agreed.practitioner(), agreed.on(), agreed.at());
    }

    private IntakeDraft told(Lead lead) {
        var told = lead.told();
        var onset = new ArrayList<String>();
        if (!told.since().isEmpty()) {
            onset.add("Since: " + told.since());
        }
        if (told.service() != null) {
            onset.add("Asked for: " + told.service());
        }
        if (!told.practitioner().isEmpty()) {
            onset.add("Asked to see: " + told.practitioner());
        }
        if (!lead.window().isAnyTime()) {
            onset.add("To be called: " + lead.window().words());
        }
        var screen = new TreeMap<String, ScreeningAnswer>();
        submissions.answersOf(lead.id().value()).forEach((rule, answer) -> {
            switch (answer) {
                case YES -> screen.put(rule, ScreeningAnswer.YES);
                case NO -> screen.put(rule, ScreeningAnswer.NO);
                case NOT_SAID -> {}
            }
        });
        var asTold = String.join("\n", onset);
        return IntakeDraft.told(lead.concern(), asTold.substring(0, Math.min(asTold.length(), LONGEST_ONSET)), screen);
    }
}

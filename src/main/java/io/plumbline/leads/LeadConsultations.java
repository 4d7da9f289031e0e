package io.plumbline.leads;

import io.plumbline.clinics.ClinicService;
import io.plumbline.intake.IntakeDraft;
import io.plumbline.intake.IntakeService;
import io.plumbline.patients.ConsentDraft;
import io.plumbline.patients.ConsentKind;
import io.plumbline.patients.ConsentService;
import io.plumbline.patients.PatientDraft;
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
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.PatientId;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.NoSuchElementException;
import java.util.Objects;
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
    private static final String CONSENT_WORDING = "Consultation request";

    private final Leads leads;
    private final LeadsInHand inHand;
    private final Submissions submissions;
    private final PatientService patients;
    private final ScheduleService schedule;
    private final AppointmentService appointments;
    private final IntakeService intake;
    private final ConsentService consents;
    private final ContactStops stops;
    private final ClinicService clinics;
    private final Clock clock;

    LeadConsultations(
            Leads leads,
            LeadsInHand inHand,
            Submissions submissions,
            PatientService patients,
            ScheduleService schedule,
            AppointmentService appointments,
            IntakeService intake,
            ConsentService consents,
            ContactStops stops,
            ClinicService clinics,
            Clock clock) {
        this.leads = leads;
        this.inHand = inHand;
        this.submissions = submissions;
        this.patients = patients;
        this.schedule = schedule;
        this.appointments = appointments;
        this.intake = intake;
        this.consents = consents;
        this.stops = stops;
        this.clinics = clinics;
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
                ? patients.add(withSource(agreed.newPatient(), lead), agreed.clinic())
                : known(agreed.existing());
        keepConsent(patient, lead, agreed.clinic());
        lead.convert(patient, Caller.current().staff(), clock.instant());
        leads.save(lead);
        if (consultation.isPresent()) {
            appointments.give(consultation.get(), patient);
        } else if (first != null) {
            schedule.book(new Booking(first.clinic(), patient, AppointmentType.CONSULTATION, timing(first), null));
        }
        var visit = first == null ? LocalDate.ofInstant(clock.instant(), zone(agreed.clinic())) : first.on();
        intake.beginFromLead(patient, agreed.clinic(), told(lead), visit);
        return patient;
    }

    /** How they heard of us is said once, on the lead. */
    private static PatientDraft withSource(PatientDraft added, Lead lead) {
        return added.referredBy().isEmpty()
                ? added.withReferredBy(lead.draft().source().word())
                : added;
    }

    /** That we may contact them they said when they asked; unless they asked us to stop since. */
    private void keepConsent(PatientId patient, Lead lead, ClinicId clinic) {
        if (stops.since(lead.phone(), lead.email()).isEmpty()) {
            var on = LocalDate.ofInstant(lead.draft().consentAt(), zone(clinic));
            consents.giveUnlessInForce(patient, new ConsentDraft(ConsentKind.CONTACT, CONSENT_WORDING, on));
        }
    }

    private ZoneId zone(ClinicId clinic) {
        return Objects.requireNonNull(clinics.labels().get(clinic)).zone();
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
        var screen = new TreeMap<String, ScreeningAnswer>();
        submissions.answersOf(lead.id().value()).forEach((rule, answer) -> {
            switch (answer) {
                case YES -> screen.put(rule, ScreeningAnswer.YES);
                case NO -> screen.put(rule, ScreeningAnswer.NO);
                case NOT_SAID -> {}
            }
        });
        return IntakeDraft.told(lead.concern(), told.since(), screen);
    }
}

package io.plumbline.leads;

import io.plumbline.clinics.ClinicService;
import io.plumbline.intake.IntakeDraft;
import io.plumbline.intake.IntakeService;
import io.plumbline.leads.clock.LeadQueue;
import io.plumbline.leads.person.ContactStopStore;
import io.plumbline.leads.person.SafetyAnswerStore;
import io.plumbline.onlineintake.LeadTransfer;
import io.plumbline.patients.ConsentKind;
import io.plumbline.patients.NewEntry;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.consents.ConsentDraft;
import io.plumbline.patients.consents.ConsentService;
import io.plumbline.safety.ScreeningAnswer;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.schedule.Booking;
import io.plumbline.schedule.Consultation;
import io.plumbline.schedule.ScheduleService;
import io.plumbline.schedule.SlotTaken;
import io.plumbline.schedule.TimeSlot;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.ids.PatientId;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Books consultations for leads and converts leads to patients. A consultation is booked before there is a chart, and
 * passes to the patient on conversion. Every change carries the version that the current user saw. It throws
 * {@link NotAvailable} if the lead is not in the current user's queues,
 * {@link StaleVersion} if a colleague changed it in the meantime, and
 * {@link Refused}, with the possible next steps, if its status does not allow the change.
 */
@Service
@Transactional
@Requires(Permission.LEAD_CONVERT)
public class LeadConsultationService {
    private static final String CUT = "… (more in the merged leads)";
    private static final String WORDING_OF_FORM = "Booking form";
    private static final String WORDING_BY_HAND = "Consultation request";

    private final Leads leads;
    private final LeadLoader leadLoader;
    private final LeadAliasStore aliases;
    private final SafetyAnswerStore answers;
    private final PatientService patients;
    private final ScheduleService schedule;
    private final AppointmentService appointments;
    private final IntakeService intake;
    private final LeadTransfer onlineIntakes;
    private final ConsentService consents;
    private final ContactStopStore stops;
    private final ClinicService clinics;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LeadConsultationService(
            Leads leads,
            LeadLoader leadLoader,
            LeadAliasStore aliases,
            SafetyAnswerStore answers,
            PatientService patients,
            ScheduleService schedule,
            AppointmentService appointments,
            IntakeService intake,
            LeadTransfer onlineIntakes,
            ConsentService consents,
            ContactStopStore stops,
            ClinicService clinics,
            ApplicationEventPublisher events,
            Clock clock) {
        this.leads = leads;
        this.leadLoader = leadLoader;
        this.aliases = aliases;
        this.answers = answers;
        this.patients = patients;
        this.schedule = schedule;
        this.appointments = appointments;
        this.intake = intake;
        this.onlineIntakes = onlineIntakes;
        this.consents = consents;
        this.stops = stops;
        this.clinics = clinics;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Books a consultation for a lead without creating a patient or a chart.
     *
     * @return the appointment
     * @throws SlotTaken if that time slot was booked in the meantime
     * @throws Refused if nothing can be booked at that time, with a message for the user
     */
    public AppointmentId book(LeadId id, long version, Conversion.FirstVisit agreed) {
        var lead = leadLoader.take(id, version, LeadQueue.visibleTo(CurrentUser.current()));
        lead.progress().requireWayTo(LeadStatus.CONSULTATION_BOOKED);
        return schedule.bookConsultation(new Consultation(agreed.clinic(), id, timeSlot(agreed)));
    }

    /**
     * Converts a lead to a new or existing patient, in one transaction and only once. Books the first appointment, or
     * passes the lead's consultation to the patient, and starts an intake note with what the person stated, also in the
     * leads that are merged into it. Online intakes of the lead pass to the patient; if the patient is known by another
     * e-mail address, that of the lead is told.
     *
     * @throws SlotTaken if that time slot was booked in the meantime
     * @throws Refused if a value is out of range, with a message for the user
     */
    public PatientId convert(LeadId id, long version, Conversion agreed) {
        var lead = leadLoader.take(id, version, LeadQueue.visibleTo(CurrentUser.current()));
        var consultation = lead.consultation().flatMap(booked -> booked.passingToPatient(lead.status()));
        var first = agreed.first();
        if (consultation.isEmpty() && first == null) {
            throw new Refused("The consultation of this lead is no longer booked. Choose the first visit");
        }
        var all = Stream.concat(
                        Stream.of(lead),
                        aliases.mergedInto(id).stream().flatMap(one -> leads.findById(one.value()).stream()))
                .toList();
        var patient = agreed.existing() == null
                ? add(withKnown(agreed.newPatient(), all), lead, agreed.clinic())
                : known(agreed.existing());
        // a stop of either lead stops both ways to reach the person
        var mayContact = all.stream().allMatch(this::mayContact);
        if (mayContact) {
            keepConsent(patient, lead, agreed.clinic());
        }
        lead.convert(patient, CurrentUser.current().staff(), clock.instant());
        leads.save(lead);
        if (consultation.isPresent()) {
            appointments.give(consultation.get(), patient);
        } else if (first != null) {
            schedule.book(new Booking(first.clinic(), patient, AppointmentType.CONSULTATION, timeSlot(first), null));
        }
        var visit = first == null ? clinics.todayAt(agreed.clinic()) : first.on();
        intake.beginFromLead(patient, agreed.clinic(), buildIntakeDraft(all), visit);
        onlineIntakes.give(id, patient, agreed.clinic(), mayContact);
        tellEarlierAddress(lead, patient, agreed.clinic());
        return patient;
    }

    /** Whoever converts a lead may choose a patient with another e-mail address, which the person has to hear of. */
    private void tellEarlierAddress(Lead lead, PatientId patient, ClinicId clinic) {
        var email = lead.draft().email();
        if (email != null && mayContact(lead) && !onlineIntakes.isKnownBy(patient, email)) {
            events.publishEvent(new LeadEmailChanged(
                    lead.id(), email, lead.emailRecordedAt(), lead.draft().language(), clinic));
        }
    }

    private PatientId add(PatientDraft added, Lead lead, ClinicId clinic) {
        return added.email() != null
                        && EmailAddress.areSame(added.email(), lead.draft().email())
                ? patients.addFromLead(added, clinic, lead.emailRecordedAt())
                : patients.add(added, clinic);
    }

    /** The source, the language and every way to reach the person are on the leads, so nobody types them again. */
    private static PatientDraft withKnown(PatientDraft typed, List<Lead> all) {
        var stated = all.stream().map(Lead::draft).toList();
        var added = typed.alsoReachedBy(
                stated.stream()
                        .flatMap(draft -> Stream.ofNullable(draft.phone()))
                        .toList(),
                stated.stream()
                        .flatMap(draft -> Stream.ofNullable(draft.email()))
                        .toList());
        var withSource = added.referredBy().isEmpty()
                ? added.withReferredBy(stated.getFirst().source().label())
                : added;
        return withSource.language().isEmpty()
                ? withSource.withLanguage(stated.stream()
                        .map(LeadDraft::language)
                        .filter(language -> !language.isEmpty())
                        .findFirst()
                        .orElse(""))
                : withSource;
    }

    /** Records the consent to contact that the person gave with the request, as taken by who received the request. */
    private void keepConsent(PatientId patient, Lead lead, ClinicId clinic) {
        var on = LocalDate.ofInstant(lead.draft().consentAt(), clinics.zoneOf(clinic));
        var wording = lead.background().reference() == null ? WORDING_BY_HAND : WORDING_OF_FORM;
        consents.giveUnlessInForce(
                patient,
                new ConsentDraft(ConsentKind.CONTACT, wording, on),
                lead.milestones().receivedBy());
    }

    private boolean mayContact(Lead lead) {
        return stops.since(lead.draft().phone(), lead.draft().email()).isEmpty();
    }

    /** Only a patient visible to the current user can be chosen. */
    private PatientId known(PatientId chosen) {
        patients.brief(chosen)
                .orElseThrow(() -> new Refused("This patient is not available: choose another"))
                .on(chosen)
                .require(NewEntry.VISIT);
        return chosen;
    }

    private TimeSlot timeSlot(Conversion.FirstVisit agreed) {
        return schedule.offer(agreed.clinic(), AppointmentType.CONSULTATION)
                .timeSlot(agreed.practitioner(), agreed.on(), agreed.at());
    }

    /** A yes to a safety question in any of the leads is a yes. */
    private IntakeDraft buildIntakeDraft(List<Lead> all) {
        var screen = new TreeMap<String, ScreeningAnswer>();
        all.forEach(one -> answers.findByLead(one.id()).forEach((rule, answer) -> {
            switch (answer) {
                case YES -> screen.put(rule, ScreeningAnswer.YES);
                case NO -> screen.putIfAbsent(rule, ScreeningAnswer.NO);
                case NOT_SAID -> {}
            }
        }));
        return IntakeDraft.told(
                fitting(distinct(all, one -> one.draft().concern(), "\n\n"), LeadDraft.LONGEST_CONCERN),
                fitting(distinct(all, one -> one.background().since(), "; "), IntakeDraft.LONGEST_ONSET),
                screen);
    }

    /** Returns words that say so where they are cut. */
    private static String fitting(String words, int most) {
        if (words.length() <= most) {
            return words;
        }
        var end = most - CUT.length();
        return words.substring(0, Character.isHighSurrogate(words.charAt(end - 1)) ? end - 1 : end) + CUT;
    }

    private static String distinct(List<Lead> all, Function<Lead, String> said, String between) {
        return all.stream()
                .map(said)
                .filter(words -> !words.isEmpty())
                .distinct()
                .collect(Collectors.joining(between));
    }
}

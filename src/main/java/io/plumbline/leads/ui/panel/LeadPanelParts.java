package io.plumbline.leads.ui.panel;

import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.clinics.OfferedService;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadId;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.calling.CallDays;
import io.plumbline.leads.calling.CallNoteService;
import io.plumbline.leads.calling.CallPlan;
import io.plumbline.leads.calling.CallService;
import io.plumbline.leads.calling.MessageService;
import io.plumbline.outbox.MailDetails;
import io.plumbline.outbox.MailId;
import io.plumbline.patients.PossibleDuplicate;
import io.plumbline.shared.CandidateLine;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Routes;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The services of the lead panel, and the dialogs that a next step may open. */
@Component
public class LeadPanelParts {
    private final CallService calls;
    private final MessageService messages;
    private final LeadReturns returns;
    private final CallNoteService notes;
    private final ClinicService clinics;
    private final LeadVisits visits;
    private final Clock clock;
    private final CallDays days;
    private final LeadQuestions questions;

    LeadPanelParts(
            LeadService leads,
            CallService calls,
            MessageService messages,
            LeadReturns returns,
            CallNoteService notes,
            ClinicService clinics,
            LeadVisits visits,
            Clock clock,
            CallDays days) {
        this.calls = calls;
        this.messages = messages;
        this.returns = returns;
        this.notes = notes;
        this.clinics = clinics;
        this.visits = visits;
        this.clock = clock;
        this.days = days;
        questions = new LeadQuestions(leads, this::zoneOf, clock);
    }

    /** Returns the clinics at which the caller works. */
    public List<ClinicLabel> clinics() {
        return clinics.myLabels();
    }

    /** Returns when leads can be called today. */
    public CallDays days() {
        return days;
    }

    Instant now() {
        return clock.instant();
    }

    /** Returns the clinic's name of a service, or the code if no clinic offers the service anymore. */
    String serviceName(String code) {
        return clinics.offered().values().stream()
                .flatMap(List::stream)
                .filter(service -> service.code().equals(code))
                .map(OfferedService::name)
                .findFirst()
                .orElse(code);
    }

    /** Returns the region for phone numbers without a country code if a lead prefers no clinic. */
    String phoneRegion() {
        return clinics.phoneRegion();
    }

    CallPlan plan(LeadDetails lead) {
        return calls.plan(lead);
    }

    /** Returns the dialogs for merging and reopening leads. */
    public LeadReturns returns() {
        return returns;
    }

    /** Returns the messages to a lead and to the leads merged into it. */
    Map<LeadId, List<MailDetails>> messages(LeadDetails lead) {
        var all = new HashMap<LeadId, List<MailDetails>>();
        all.put(lead.id(), messages.findMessages(lead));
        lead.aliases().forEach(alias -> all.put(alias.id(), messages.findMessages(alias)));
        return all;
    }

    void retry(LeadDetails lead, MailId message) {
        messages.retry(lead.id(), message);
    }

    void write(LeadDetails lead, Runnable done) {
        new MessageDialog(messages, lead, done).open();
    }

    public Optional<LeadId> claimNext() {
        return calls.claimNext();
    }

    public boolean claim(LeadId lead) {
        return calls.claim(lead);
    }

    /** Returns the call notes that are not logged yet. */
    CallNoteService notes() {
        return notes;
    }

    /** Returns when a lead in nurture becomes due again, a number of days from today. */
    ZonedDateTime wakesAfter(int days, LeadDetails lead) {
        return today(lead)
                .plusDays(days)
                .atTime(LeadQuestions.WAKES_AT)
                .atZone(zoneOf(lead.draft().clinic()));
    }

    private LocalDate today(LeadDetails lead) {
        return LocalDate.ofInstant(clock.instant(), zoneOf(lead.draft().clinic()));
    }

    /** Finds duplicate candidates, among the leads and patients the caller may see, for a person being typed in. */
    List<CandidateLine> alike(String name, @Nullable PhoneNumber phone, @Nullable EmailAddress email) {
        var today = LocalDate.ofInstant(clock.instant(), zoneOf(null));
        var asLeads = returns.leadsLike(name, phone, email).stream()
                .map(one -> new CandidateLine(
                        one.fullName(),
                        Routes.lead(one.id().value()),
                        "Lead · " + one.status().label().toLowerCase(Locale.ROOT),
                        one.score().words()));
        var asPatients = returns.patientsLike(name, phone, email).stream()
                .map(one -> new PossibleDuplicate(one.patient(), one.score().words()).candidate(today));
        return Stream.concat(asLeads, asPatients).toList();
    }

    /** Returns the questions that precede an action on a lead. */
    public LeadQuestions questions() {
        return questions;
    }

    /** Returns the dialogs that book the first visit of a lead. */
    public LeadVisits visits() {
        return visits;
    }

    /**
     * Returns the time zone for a lead's times: that of its clinic or, if it prefers no clinic, that of the caller's
     * first clinic, or UTC.
     */
    public ZoneId zoneOf(@Nullable ClinicId preferred) {
        return clinics().stream()
                .filter(clinic -> clinic.id().equals(preferred))
                .findFirst()
                .or(() -> clinics().stream().findFirst())
                .map(ClinicLabel::zone)
                .orElse(ZoneOffset.UTC);
    }
}

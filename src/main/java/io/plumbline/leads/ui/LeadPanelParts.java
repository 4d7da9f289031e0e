package io.plumbline.leads.ui;

import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.clinics.OfferedService;
import io.plumbline.leads.CallDays;
import io.plumbline.leads.CallNoteService;
import io.plumbline.leads.CallPlan;
import io.plumbline.leads.CallService;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadId;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.LetterService;
import io.plumbline.outbox.MailDetails;
import io.plumbline.outbox.MailId;
import io.plumbline.patients.PatientLikeness;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ui.HereAlready;
import io.plumbline.shared.ui.Places;
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

/** What the panel of a lead asks for, and the dialogs that a next step may open. */
@Component
class LeadPanelParts {
    private final CallService calls;
    private final LetterService letters;
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
            LetterService letters,
            LeadReturns returns,
            CallNoteService notes,
            ClinicService clinics,
            LeadVisits visits,
            Clock clock,
            CallDays days) {
        this.calls = calls;
        this.letters = letters;
        this.returns = returns;
        this.notes = notes;
        this.clinics = clinics;
        this.visits = visits;
        this.clock = clock;
        this.days = days;
        questions = new LeadQuestions(leads, this::zoneOf, clock);
    }

    /** The clinics that the caller works at. */
    List<ClinicLabel> clinics() {
        return clinics.myLabels();
    }

    /** When leads can be called today. */
    CallDays days() {
        return days;
    }

    Instant now() {
        return clock.instant();
    }

    /** What a clinic calls a service; where none offers it any more its code. */
    String serviceName(String code) {
        return clinics.offered().values().stream()
                .flatMap(List::stream)
                .filter(service -> service.code().equals(code))
                .map(OfferedService::name)
                .findFirst()
                .orElse(code);
    }

    /** The country of a phone number that names none, where a lead prefers no clinic. */
    String phoneRegion() {
        return clinics.phoneRegion();
    }

    CallPlan plan(LeadDetails lead) {
        return calls.plan(lead);
    }

    /** Who else the person may be, and how a lead comes back. */
    LeadReturns returns() {
        return returns;
    }

    /** The letters to a lead and to those that are merged into it. */
    Map<LeadId, List<MailDetails>> letters(LeadDetails lead) {
        var all = new HashMap<LeadId, List<MailDetails>>();
        all.put(lead.id(), letters.to(lead));
        lead.aliases().forEach(alias -> all.put(alias.id(), letters.to(alias)));
        return all;
    }

    void retry(LeadDetails lead, MailId letter) {
        letters.retry(lead.id(), letter);
    }

    void write(LeadDetails lead, Runnable done) {
        new LetterDialog(letters, lead, done).open();
    }

    Optional<LeadId> claimNext() {
        return calls.claimNext();
    }

    boolean claim(LeadId lead) {
        return calls.claim(lead);
    }

    /** What is typed during calls until it is logged. */
    CallNoteService notes() {
        return notes;
    }

    /** When a lead wakes that rests for so many days from today. */
    ZonedDateTime wakesAfter(int days, LeadDetails lead) {
        return today(lead)
                .plusDays(days)
                .atTime(LeadQuestions.WAKES_AT)
                .atZone(zoneOf(lead.draft().clinic()));
    }

    private LocalDate today(LeadDetails lead) {
        return LocalDate.ofInstant(clock.instant(), zoneOf(lead.draft().clinic()));
    }

    /** The leads and patients whom the caller may see and who may be somebody who is being typed. */
    List<HereAlready.Candidate> alike(String name, @Nullable PhoneNumber phone, @Nullable EmailAddress email) {
        var today = LocalDate.ofInstant(clock.instant(), zoneOf(null));
        var asLeads = returns.leadsLike(name, phone, email).stream()
                .map(one -> new HereAlready.Candidate(
                        one.fullName(),
                        Places.lead(one.id().value()),
                        "Lead · " + one.status().word().toLowerCase(Locale.ROOT),
                        one.score().words()));
        var asPatients = returns.patientsLike(name, phone, email).stream()
                .map(one -> new PatientLikeness(one.patient(), one.score().words()).candidate(today));
        return Stream.concat(asLeads, asPatients).toList();
    }

    /** What is asked before something is done to a lead. */
    LeadQuestions questions() {
        return questions;
    }

    /** What books the first visit of a lead. */
    LeadVisits visits() {
        return visits;
    }

    /** The zone in which a lead's times are told: its clinic's; where it names none, that of the caller's first, or UTC. */
    ZoneId zoneOf(@Nullable ClinicId preferred) {
        return clinics().stream()
                .filter(clinic -> clinic.id().equals(preferred))
                .findFirst()
                .or(() -> clinics().stream().findFirst())
                .map(ClinicLabel::zone)
                .orElse(ZoneOffset.UTC);
    }
}

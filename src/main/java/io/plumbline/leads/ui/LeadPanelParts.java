package io.plumbline.leads.ui;

import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.clinics.OfferedService;
import io.plumbline.leads.CallPlan;
import io.plumbline.leads.CallProposal;
import io.plumbline.leads.CallService;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadHints;
import io.plumbline.leads.LeadId;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.LetterService;
import io.plumbline.outbox.MailDetails;
import io.plumbline.outbox.MailId;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ui.Dates;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.HereAlready;
import io.plumbline.shared.ui.Places;
import io.plumbline.shared.ui.Times;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.WrongFields;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the panel of a lead asks for, and the dialogs that a next step may open. */
@Component
class LeadPanelParts {
    static final int USUAL_REST_DAYS = 14;
    /** When a lead that rests wakes on its day, where its clinic is. */
    static final LocalTime WAKES_AT = LocalTime.of(8, 0);

    private final LeadService leads;
    private final CallService calls;
    private final LetterService letters;
    private final LeadReturns returns;
    private final ObjectProvider<TypedNotes> notes;
    private final ClinicService clinics;
    private final LeadVisits visits;
    private final LeadHints twins;
    private final PatientService patients;
    private final Clock clock;

    LeadPanelParts(
            LeadService leads,
            CallService calls,
            LetterService letters,
            LeadReturns returns,
            ObjectProvider<TypedNotes> notes,
            ClinicService clinics,
            LeadVisits visits,
            LeadHints twins,
            PatientService patients,
            Clock clock) {
        this.leads = leads;
        this.calls = calls;
        this.letters = letters;
        this.returns = returns;
        this.notes = notes;
        this.clinics = clinics;
        this.visits = visits;
        this.twins = twins;
        this.patients = patients;
        this.clock = clock;
    }

    /** The clinics that the caller works at. */
    List<ClinicLabel> clinics() {
        return clinics.myLabels();
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

    /** What this person types during calls. */
    TypedNotes notes() {
        return notes.getObject();
    }

    /** When a lead wakes that rests for so many days from today. */
    ZonedDateTime wakesAfter(int days, LeadDetails lead) {
        return today(lead)
                .plusDays(days)
                .atTime(WAKES_AT)
                .atZone(zoneOf(lead.draft().clinic()));
    }

    private LocalDate today(LeadDetails lead) {
        return LocalDate.ofInstant(clock.instant(), zoneOf(lead.draft().clinic()));
    }

    /** Asks when the person wants to be called, in the time of the lead's clinic. */
    void callLater(LeadDetails lead, BiConsumer<LeadDetails, Instant> log, Runnable done) {
        var zone = zoneOf(lead.draft().clinic());
        var day = Days.field("Day");
        day.setMin(today(lead));
        day.setValue(today(lead));
        var time = Times.field("Time", null);
        time.setLabel("Time");
        var asked = new LeadQuestion.Asked(
                "Call later",
                Ui.div(
                        "stack-2",
                        Ui.div("cluster", day, time),
                        Ui.text("muted", "In the time of the clinic, " + Dates.zone(clock.instant(), zone))),
                "Call then",
                () -> !time.isEmpty());
        new LeadQuestion(
                        leads,
                        lead,
                        asked,
                        now -> {
                            var wrong = new WrongFields();
                            wrong.refuseEmpty(day, "Choose the day");
                            wrong.refuseEmpty(time, "Choose the time");
                            if (!wrong.areNone()) {
                                return false;
                            }
                            try {
                                log.accept(
                                        now,
                                        day.getValue()
                                                .atTime(time.getValue())
                                                .atZone(zone)
                                                .toInstant());
                            } catch (IllegalArgumentException refused) {
                                wrong.refuse(time, true, String.valueOf(refused.getMessage()));
                            }
                            return wrong.areNone();
                        },
                        done)
                .open();
    }

    /** Says what it means, and asks whether it is meant. */
    void stopContacting(LeadDetails lead, Consumer<LeadDetails> log, Runnable done) {
        var meaning = Ui.text(
                "",
                "Nobody calls or writes to this phone number and e-mail address any more, whatever lead they stand in, "
                        + "until the person asks for a consultation again. This lead is given up.");
        new LeadQuestion(
                        leads,
                        lead,
                        new LeadQuestion.Asked("Stop contacting", meaning, "Stop contacting", () -> false),
                        now -> {
                            log.accept(now);
                            return true;
                        },
                        done)
                .open();
    }

    /** The leads and patients whom the caller may see with this phone number or e-mail address. */
    List<HereAlready.Candidate> alike(@Nullable PhoneNumber phone, @Nullable EmailAddress email) {
        var today = LocalDate.ofInstant(clock.instant(), zoneOf(null));
        var asLeads = twins.of(phone, email).stream()
                .map(one -> new HereAlready.Candidate(
                        one.fullName(),
                        Places.lead(one.id().value()),
                        "Lead · " + one.status().word().toLowerCase(Locale.ROOT),
                        one.why()));
        var asPatients = patients.likely(new PatientDraft("", "", null, phone, email)).stream()
                .map(one -> one.candidate(today));
        return Stream.concat(asLeads, asPatients).toList();
    }

    /** What books the first visit of a lead. */
    LeadVisits visits() {
        return visits;
    }

    void letRest(LeadDetails lead, Runnable done) {
        var zone = zoneOf(lead.draft().clinic());
        var today = today(lead);
        var usual = today.plusDays(CallProposal.REST_DAYS);
        var until = Days.field("Rest until");
        until.setMin(today.plusDays(1));
        until.setValue(usual);
        var asked =
                new LeadQuestion.Asked("Let this lead rest", until, "Let rest", () -> !usual.equals(until.getValue()));
        new LeadQuestion(
                        leads,
                        lead,
                        asked,
                        now -> {
                            var wrong = new WrongFields();
                            wrong.refuseEmpty(until, "Choose a day in the future");
                            if (wrong.areNone()) {
                                var wakes = until.getValue().atTime(WAKES_AT).atZone(zone);
                                leads.nurture(now.id(), now.version(), wakes.toInstant());
                            }
                            return wrong.areNone();
                        },
                        done)
                .open();
    }

    void giveUp(LeadDetails lead, Runnable done) {
        var reason = new TextField("Reason");
        reason.setMaxLength(200);
        // Escape must know of the last key
        reason.setValueChangeMode(ValueChangeMode.EAGER);
        var asked = new LeadQuestion.Asked("Give this lead up", reason, "Give up", () -> !reason.isEmpty());
        new LeadQuestion(
                        leads,
                        lead,
                        asked,
                        now -> {
                            var wrong = new WrongFields();
                            wrong.refuseEmpty(reason, "Say why, so that the report can count it");
                            if (wrong.areNone()) {
                                leads.lose(now.id(), now.version(), reason.getValue());
                            }
                            return wrong.areNone();
                        },
                        done)
                .open();
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

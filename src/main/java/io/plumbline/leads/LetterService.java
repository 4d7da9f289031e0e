package io.plumbline.leads;

import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.outbox.MailDetails;
import io.plumbline.outbox.MailId;
import io.plumbline.outbox.OutboxService;
import io.plumbline.outbox.OutgoingMail;
import io.plumbline.schedule.AppointmentDetails;
import io.plumbline.schedule.AppointmentRow;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Letters to the leads in the caller's queues. {@link NoSuchElementException} where the lead is not the caller's,
 * {@link IllegalStateException} where the person asked us not to contact them.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.LEAD_WORK)
public class LetterService {
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("EEEE, MMMM d, yyyy 'at' h:mm a", Locale.US);

    private final LeadService leads;
    private final CallRule rule;
    private final OutboxService outbox;
    private final ClinicService clinics;
    private final AppointmentService appointments;

    LetterService(
            LeadService leads,
            CallRule rule,
            OutboxService outbox,
            ClinicService clinics,
            AppointmentService appointments) {
        this.leads = leads;
        this.rule = rule;
        this.outbox = outbox;
        this.clinics = clinics;
        this.appointments = appointments;
    }

    /** The letters that have something to say to a lead, the likeliest first. Opens the consultation that is booked. */
    @Transactional
    public List<LeadLetter> offered(LeadDetails lead) {
        var phone = lead.draft().phone();
        var letters = new ArrayList<LeadLetter>();
        if (booked(lead).isPresent()) {
            letters.add(LeadLetter.CONFIRM_CONSULTATION);
        }
        if (phone != null && lead.phoneIsWrong()) {
            letters.add(LeadLetter.WRONG_NUMBER);
        }
        if (lead.touch() != null && lead.touch().writeFirst()) {
            letters.add(LeadLetter.WRITE_FIRST);
        }
        if (phone != null
                && lead.attempts().stream()
                        .anyMatch(attempt -> attempt.outcome().isUnanswered())) {
            letters.add(LeadLetter.COULD_NOT_REACH);
        }
        letters.add(LeadLetter.ASK_WHEN);
        return letters;
    }

    /**
     * A letter as it would be sent. It names the clinic of the lead's queue; of the group none, since none was chosen.
     *
     * @throws IllegalArgumentException if the person gave no e-mail address, or the letter would have nothing to say
     */
    @Transactional
    public OutgoingMail preview(LeadDetails lead, LeadLetter letter) {
        var draft = lead.draft();
        if (draft.email() == null) {
            throw new IllegalArgumentException("There is no e-mail address to write to");
        }
        var isAboutPhone = letter == LeadLetter.COULD_NOT_REACH || letter == LeadLetter.WRONG_NUMBER;
        if (isAboutPhone && draft.phone() == null) {
            throw new IllegalArgumentException("This letter is about a phone number, and the person gave none");
        }
        var values = values(lead);
        return new OutgoingMail(
                lead.id().value(),
                draft.clinic(),
                draft.email(),
                letter.name(),
                letter.subject(values),
                letter.body(letter == LeadLetter.CONFIRM_CONSULTATION ? withVisit(values, lead) : values));
    }

    private Map<String, String> values(LeadDetails lead) {
        var draft = lead.draft();
        var clinic =
                Optional.ofNullable(draft.clinic()).map(clinics.labels()::get).map(ClinicLabel::name);
        var phone = draft.phone() == null ? "" : draft.phone().shown();
        return Map.of(
                "name", LetterName.of(draft.fullName()),
                "us", clinic.orElse("us"),
                "atClinic", clinic.map(name -> " at " + name).orElse(""),
                "sender", clinic.orElse("Your consultation team"),
                "phone", phone,
                "callYou", phone.isEmpty() ? "and on which number we may call you" : "we may call you on " + phone);
    }

    private Map<String, String> withVisit(Map<String, String> values, LeadDetails lead) {
        var visit = booked(lead)
                .orElseThrow(() -> new IllegalArgumentException("No consultation is booked that could be confirmed"));
        var all = new HashMap<>(values);
        all.put("when", WHEN.format(visit.on().atTime(visit.at())));
        all.put("practitioner", visit.practitionerName());
        all.put(
                "place",
                Objects.requireNonNull(clinics.labels().get(visit.clinic())).name());
        return all;
    }

    /** The consultation that is still to come; empty where there is none, or none that the caller sees. */
    private Optional<AppointmentRow> booked(LeadDetails lead) {
        return Optional.ofNullable(lead.consultation())
                .filter(consultation -> lead.status() == LeadStatus.CONSULTATION_BOOKED)
                .flatMap(appointments::find)
                .map(AppointmentDetails::row);
    }

    /**
     * Sends a letter to a lead, in this transaction's outbox. Writing is an attempt: it sets the next follow-up by rule,
     * but of who is booked.
     *
     * @throws IllegalArgumentException if the person gave no e-mail address, or the letter would have nothing to say
     */
    @Transactional
    public MailId send(LeadId id, LeadLetter letter) {
        var lead = mayBeWrittenTo(id);
        var mail = outbox.write(preview(lead, letter));
        if (lead.status() != LeadStatus.CONSULTATION_BOOKED && lead.canEnd(CallOutcome.MAIL_SENT)) {
            leads.logCall(id, lead.version(), CallOutcome.MAIL_SENT);
        }
        return mail;
    }

    /**
     * Sends a letter again that was not sent.
     *
     * @throws IllegalStateException also if it was sent meanwhile
     */
    @Transactional
    public void retry(LeadId id, MailId letter) {
        mayBeWrittenTo(id);
        if (outbox.about(id.value()).stream().noneMatch(mail -> mail.id().equals(letter))) {
            throw new NoSuchElementException("Not available");
        }
        outbox.retry(letter);
    }

    /** The letters to a lead, the latest first. */
    public List<MailDetails> to(LeadDetails lead) {
        return outbox.about(lead.id().value());
    }

    /** The letters to a lead that is merged into another, the latest first. */
    public List<MailDetails> to(LeadAlias alias) {
        return outbox.about(alias.id().value());
    }

    private LeadDetails mayBeWrittenTo(LeadId id) {
        var lead = leads.open(id).orElseThrow(() -> new NoSuchElementException("Not available"));
        rule.refuseIfStopped(lead.draft().phone(), lead.draft().email());
        return lead;
    }
}

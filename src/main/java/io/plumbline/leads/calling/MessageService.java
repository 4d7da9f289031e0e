package io.plumbline.leads.calling;

import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.leads.CallOutcome;
import io.plumbline.leads.CallRule;
import io.plumbline.leads.LeadAlias;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadService;
import io.plumbline.leads.LeadStatus;
import io.plumbline.outbox.MailDetails;
import io.plumbline.outbox.MailId;
import io.plumbline.outbox.OutboxService;
import io.plumbline.outbox.OutgoingMail;
import io.plumbline.patients.status.PatientStatusService;
import io.plumbline.schedule.AppointmentDetails;
import io.plumbline.schedule.AppointmentRow;
import io.plumbline.schedule.AppointmentService;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.ids.LeadId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Messages to the leads in the current user's queues. Throws {@link NotAvailable} if the lead is not in the
 * current user's queues, and {@link Refused} if the person asked not to be contacted, or became a patient who is inactive or deceased.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.LEAD_WORK)
public class MessageService {
    private final LeadService leads;
    private final CallRule rule;
    private final OutboxService outbox;
    private final ClinicService clinics;
    private final AppointmentService appointments;
    private final PatientStatusService statuses;

    MessageService(
            LeadService leads,
            CallRule rule,
            OutboxService outbox,
            ClinicService clinics,
            AppointmentService appointments,
            PatientStatusService statuses) {
        this.leads = leads;
        this.rule = rule;
        this.outbox = outbox;
        this.clinics = clinics;
        this.appointments = appointments;
        this.statuses = statuses;
    }

    /**
     * Returns the templates that apply to a lead, most likely first. A booked consultation is opened for this, which
     * the audit trail records.
     */
    @Transactional
    public List<LeadMessage> offered(LeadDetails lead) {
        var phone = lead.draft().phone();
        var messages = new ArrayList<LeadMessage>();
        if (booked(lead).isPresent()) {
            messages.add(LeadMessage.CONFIRM_CONSULTATION);
        }
        if (phone != null && lead.phoneIsWrong()) {
            messages.add(LeadMessage.WRONG_NUMBER);
        }
        if (lead.followUp() != null && lead.followUp().writeFirst()) {
            messages.add(LeadMessage.WRITE_FIRST);
        }
        if (phone != null
                && lead.countedAttempts().stream()
                        .anyMatch(attempt -> attempt.outcome().isUnanswered())) {
            messages.add(LeadMessage.COULD_NOT_REACH);
        }
        messages.add(LeadMessage.ASK_WHEN);
        return messages;
    }

    /**
     * Returns a message as it would be sent. It names the clinic of the lead's queue, or no clinic for the group.
     *
     * @throws Refused if the person gave no e-mail address, or the template does not apply
     */
    @Transactional
    public OutgoingMail preview(LeadDetails lead, LeadMessage message) {
        var draft = lead.draft();
        if (draft.email() == null) {
            throw new Refused("There is no e-mail address to write to");
        }
        var isAboutPhone = message == LeadMessage.COULD_NOT_REACH || message == LeadMessage.WRONG_NUMBER;
        if (isAboutPhone && draft.phone() == null) {
            throw new Refused("This message needs a phone number, and the lead has none");
        }
        var values = values(lead);
        return new OutgoingMail(
                lead.id().value(),
                draft.clinic(),
                draft.email(),
                message.name(),
                message.subject(values),
                message.body(message == LeadMessage.CONFIRM_CONSULTATION ? withVisit(values, lead) : values));
    }

    private Map<String, String> values(LeadDetails lead) {
        var draft = lead.draft();
        var clinic =
                Optional.ofNullable(draft.clinic()).map(clinics.labels()::get).map(ClinicLabel::name);
        var phone = draft.phone() == null ? "" : draft.phone().shown();
        return Map.of(
                "name", RecipientName.of(draft.fullName()),
                "us", clinic.orElse("us"),
                "atClinic", clinic.map(name -> " at " + name).orElse(""),
                "sender", clinic.orElse("Your consultation team"),
                "phone", phone,
                "callYou", phone.isEmpty() ? "and at which number we may call you" : "we may call you at " + phone);
    }

    private Map<String, String> withVisit(Map<String, String> values, LeadDetails lead) {
        var visit = booked(lead).orElseThrow(() -> new Refused("There is no booked consultation to confirm"));
        var all = new HashMap<>(values);
        var clinic = clinics.label(visit.clinic());
        all.put("when", clinic.formats().inLetter(visit.on(), visit.at()));
        all.put("practitioner", visit.practitionerName());
        all.put("place", clinic.name());
        return all;
    }

    /** Returns the upcoming consultation; empty if there is none or the current user may not see it. */
    private Optional<AppointmentRow> booked(LeadDetails lead) {
        return Optional.ofNullable(lead.consultation())
                .filter(consultation -> lead.status() == LeadStatus.CONSULTATION_BOOKED)
                .flatMap(appointments::find)
                .map(AppointmentDetails::row);
    }

    /**
     * Sends a message to a lead through the outbox, in this transaction. A message counts as an attempt and sets the
     * next follow-up, unless a consultation is booked.
     *
     * @throws Refused if the person gave no e-mail address, or the template does not apply
     */
    @Transactional
    public MailId send(LeadId id, LeadMessage message) {
        var lead = mayBeWrittenTo(id);
        var mail = outbox.write(preview(lead, message));
        if (lead.status() != LeadStatus.CONSULTATION_BOOKED && lead.canEnd(CallOutcome.MAIL_SENT)) {
            leads.logCall(id, lead.version(), CallOutcome.MAIL_SENT);
        }
        return mail;
    }

    /**
     * Retries a message that was not sent.
     *
     * @throws Refused also if it was sent in the meantime
     */
    @Transactional
    public void retry(LeadId id, MailId message) {
        mayBeWrittenTo(id);
        if (outbox.findByLead(id).stream().noneMatch(mail -> mail.id().equals(message))) {
            throw new NotAvailable();
        }
        outbox.retry(message);
    }

    /** Returns the messages to a lead, newest first. */
    public List<MailDetails> findMessages(LeadDetails lead) {
        return outbox.findByLead(lead.id());
    }

    /** Returns the messages to a merged lead, newest first. */
    public List<MailDetails> findMessages(LeadAlias alias) {
        return outbox.findByLead(alias.id());
    }

    private LeadDetails mayBeWrittenTo(LeadId id) {
        var lead = leads.open(id).orElseThrow(NotAvailable::new);
        rule.refuseIfStopped(lead.draft().phone(), lead.draft().email());
        if (lead.convertedTo() != null) {
            statuses.requireMayBeWrittenTo(lead.convertedTo());
        }
        return lead;
    }
}

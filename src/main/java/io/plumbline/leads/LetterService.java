package io.plumbline.leads;

import io.plumbline.clinics.ClinicLabel;
import io.plumbline.clinics.ClinicService;
import io.plumbline.outbox.MailDetails;
import io.plumbline.outbox.MailId;
import io.plumbline.outbox.OutboxService;
import io.plumbline.outbox.OutgoingMail;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
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
    private final LeadService leads;
    private final CallRule rule;
    private final OutboxService outbox;
    private final ClinicService clinics;

    LetterService(LeadService leads, CallRule rule, OutboxService outbox, ClinicService clinics) {
        this.leads = leads;
        this.rule = rule;
        this.outbox = outbox;
        this.clinics = clinics;
    }

    /**
     * A letter as it would be sent.
     *
     * @throws IllegalArgumentException if the person gave no e-mail address
     */
    public OutgoingMail preview(LeadDetails lead, LeadLetter letter) {
        var draft = lead.draft();
        if (draft.email() == null) {
            throw new IllegalArgumentException("There is no e-mail address to write to");
        }
        var values = Map.of(
                "name",
                draft.fullName(),
                "clinic",
                clinicOf(draft),
                "phone",
                draft.phone() == null ? "your telephone" : draft.phone().digits());
        return new OutgoingMail(
                lead.id().value(),
                draft.clinic(),
                draft.email(),
                letter.name(),
                letter.subject(values),
                letter.body(values));
    }

    /**
     * Sends a letter to a lead, in this transaction's outbox.
     *
     * @throws IllegalArgumentException if the person gave no e-mail address
     */
    @Transactional
    public MailId send(LeadId id, LeadLetter letter) {
        return outbox.write(preview(mayBeWrittenTo(id), letter));
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

    /** The clinic that calls; where the person prefers none, the first of the caller's. */
    private String clinicOf(LeadDraft draft) {
        var mine = clinics.myLabels();
        return mine.stream()
                .filter(clinic -> Objects.equals(clinic.id(), draft.clinic()))
                .findFirst()
                .or(() -> mine.stream().findFirst())
                .map(ClinicLabel::name)
                .orElse("our clinic");
    }
}

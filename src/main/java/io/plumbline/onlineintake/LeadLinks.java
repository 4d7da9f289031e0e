package io.plumbline.onlineintake;

import io.plumbline.patients.ConsentLanguage;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.LeadId;
import java.time.Clock;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links to online intakes of leads: created, withdrawn, and their status. The module of leads calls it, in its
 * transaction, once it has checked that the current user may work on the lead and has locked the lead.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class LeadLinks {
    private final OnlineIntakes intakes;
    private final OnlineIntakeQuery query;
    private final FormDraftStore drafts;
    private final LinkSender sender;
    private final Clock clock;

    LeadLinks(OnlineIntakes intakes, OnlineIntakeQuery query, FormDraftStore drafts, LinkSender sender, Clock clock) {
        this.intakes = intakes;
        this.query = query;
        this.drafts = drafts;
        this.sender = sender;
        this.clock = clock;
    }

    /**
     * A lead that gets a link.
     *
     * @param clinic the clinic that sends it
     * @param calledBy the name by which the mail addresses the person, without anything that becomes a link
     * @param address the e-mail address; null if none is recorded
     * @param language the language that the person prefers; empty if not known
     */
    public record Recipient(
            LeadId lead,
            ClinicId clinic,
            String calledBy,
            @Nullable KnownAddress address,
            String language) {}

    /** Returns the online intakes of a lead, newest first, without content; none of a patient. */
    @Requires(Permission.ONLINE_INTAKE_SEND)
    public List<OnlineIntakeRow> find(LeadId lead) {
        return query.findByLead(lead, clock.instant());
    }

    /**
     * Creates a link. What was saved by an older one and not submitted stands in the new one, except what the person
     * agrees to, only if it goes by mail to an address that staff cannot have chosen, and the older one was copied or
     * went to the same address.
     *
     * @param byMail whether a mail with the link goes to the person
     * @param address returns the whole address for one within the portal
     * @throws Refused if the lead has no e-mail address for a mail; the message is for the user
     */
    @Requires(Permission.ONLINE_INTAKE_SEND)
    public CreatedLink create(Recipient to, boolean byMail, UnaryOperator<String> address) {
        var link = new LinkSender.NewLink(
                new OnlineIntake.Addressee(
                        null,
                        to.lead(),
                        to.clinic(),
                        ConsentLanguage.spoken(to.language()).locale().getLanguage(),
                        byMail,
                        KnownAddress.unproven(byMail, to.address(), clock.instant())),
                to.calledBy(),
                to.address() == null ? null : to.address().email(),
                intakes.openOfLead(to.lead().value()),
                mailbox -> drafts.takeOfLead(to.lead(), mailbox));
        return sender.send(link, address);
    }

    /**
     * Withdraws a link, also while the person is answering.
     *
     * @throws NotAvailable if it is not a link of this lead
     * @throws Refused if it was submitted or can no longer be answered; the message is for the user
     */
    @Requires(Permission.ONLINE_INTAKE_SEND)
    public void withdraw(OnlineIntakeId id, LeadId lead) {
        intakes.lock(id.value());
        var intake = intakes.findById(id.value())
                .filter(one -> one.patient() == null && lead.equals(one.lead()))
                .orElseThrow(NotAvailable::new);
        sender.withdraw(intake, OnlineIntake.BY_STAFF, "The link was withdrawn");
    }

    /** Withdraws the links of a lead that was closed, and deletes what was saved by them. */
    public void close(LeadId lead) {
        for (var id : intakes.openOfLead(lead.value())) {
            intakes.lock(id);
            intakes.findById(id)
                    .filter(intake -> intake.state(clock.instant()).isOpen())
                    .ifPresent(intake -> sender.withdraw(intake, OnlineIntake.LEAD_CLOSED, "The lead was closed"));
        }
    }

    /**
     * Checks that a lead has no online intake before it is merged into another lead: what one person answered must never
     * stand for another. Both leads are locked.
     *
     * @param name the name of the merged lead, for the message
     * @throws Refused if it has one that is answered, or a link that can still be answered; the message is for the user
     */
    public void requireNone(LeadId merged, String name, LeadId kept) {
        var isAnswered = query.isAnsweredByLead(merged);
        if (isAnswered && query.isAnsweredByLead(kept)) {
            throw new Refused("Both leads have an online intake. Convert each of them; their patient records can be"
                    + " merged afterwards.");
        }
        if (isAnswered) {
            throw new Refused(name + " has an online intake. Keep this lead and merge the other one into it.");
        }
        if (intakes.openOfLead(merged.value()).stream()
                .flatMap(id -> intakes.findById(id).stream())
                .anyMatch(intake -> intake.state(clock.instant()).isOpen())) {
            throw new Refused(name + " has an online intake that nobody has answered. Withdraw its link first, or keep"
                    + " this lead and merge the other one into it.");
        }
    }
}

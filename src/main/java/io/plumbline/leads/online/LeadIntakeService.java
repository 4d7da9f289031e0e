package io.plumbline.leads.online;

import io.plumbline.leads.CallRule;
import io.plumbline.leads.LeadDetails;
import io.plumbline.leads.LeadLoader;
import io.plumbline.leads.LeadStatus;
import io.plumbline.leads.calling.RecipientName;
import io.plumbline.leads.clock.LeadQueue;
import io.plumbline.onlineintake.CreatedLink;
import io.plumbline.onlineintake.LeadLinks;
import io.plumbline.onlineintake.OnlineIntakeId;
import io.plumbline.onlineintake.OnlineIntakeRow;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.LeadId;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links to online intakes of leads in the current user's queues: created, withdrawn, and their status, without content. It
 * throws {@link NotAvailable} if the lead is not in these queues. The current user needs the permission to send links too.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.LEAD_WORK)
public class LeadIntakeService {
    private final LeadLoader loader;
    private final LeadIntakeQuery query;
    private final LeadLinks links;
    private final CallRule calls;

    LeadIntakeService(LeadLoader loader, LeadIntakeQuery query, LeadLinks links, CallRule calls) {
        this.loader = loader;
        this.query = query;
        this.links = links;
        this.calls = calls;
    }

    /** Returns the online intakes of a lead that the current user has opened, newest first. */
    public List<OnlineIntakeRow> findByLead(LeadDetails opened) {
        return links.find(opened.id());
    }

    /**
     * Creates a link. What was saved by an older one stands in the new one only if that goes by mail to an address which
     * the person gave, or which has been on record for seven days; the older one is withdrawn then. Another link starts
     * empty, and withdraws only links that nobody has begun to answer.
     *
     * @param clinic the clinic that sends it: that of the lead, or one of the current user's if the lead prefers none
     * @param byMail whether a mail with the link goes to the person
     * @param address returns the whole address for one within the portal
     * @throws NotAvailable also if it is another clinic
     * @throws Refused if the lead is closed or in clinical review, the person asked not to be contacted, the phone that
     *     the link asks for is missing or wrong, or a mail has no address to go to; the message is for the user
     */
    @Transactional
    public CreatedLink create(LeadId id, ClinicId clinic, boolean byMail, UnaryOperator<String> address) {
        loader.lock(id, LeadQueue.visibleTo(CurrentUser.current()));
        var lead = query.findAddressed(id).orElseThrow(NotAvailable::new);
        var preferred = LeadQueue.clinicOf(lead.queue());
        if (!CurrentUser.current().clinics().contains(clinic) || (preferred != null && !preferred.equals(clinic))) {
            throw new NotAvailable();
        }
        requireReachable(lead);
        var to =
                new LeadLinks.Recipient(id, clinic, RecipientName.of(lead.fullName()), lead.address(), lead.language());
        return links.create(to, byMail, address);
    }

    private void requireReachable(LeadIntakeQuery.Addressed lead) {
        if (lead.status() == LeadStatus.CLINICAL_REVIEW) {
            throw new Refused("A chiropractor must review this lead first");
        }
        if (!lead.status().isOpen()) {
            throw new Refused("A lead that is " + lead.status().label().toLowerCase(Locale.ROOT) + " gets no link");
        }
        calls.refuseIfStopped(
                lead.phone(), lead.address() == null ? null : lead.address().email());
        if (lead.phone() == null) {
            throw new Refused("Record the phone number first: the link asks for its last four digits");
        }
        if (lead.isPhoneWrong()) {
            throw new Refused("This phone number belongs to somebody else. Correct it first: the link asks for its last"
                    + " four digits");
        }
    }

    /**
     * Withdraws a link of a lead, also while the person is answering.
     *
     * @throws NotAvailable also if it is no link of the lead
     * @throws Refused if it was submitted or can no longer be answered; the message is for the user
     */
    @Transactional
    public void withdraw(LeadId id, OnlineIntakeId intake) {
        loader.lock(id, LeadQueue.visibleTo(CurrentUser.current()));
        links.withdraw(intake, id);
    }
}

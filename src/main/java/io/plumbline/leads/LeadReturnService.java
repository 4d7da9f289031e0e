package io.plumbline.leads;

import io.plumbline.leads.clock.FollowUpScheduler;
import io.plumbline.leads.clock.LeadQueue;
import io.plumbline.leads.person.ContactStopStore;
import io.plumbline.onlineintake.LeadLinks;
import io.plumbline.schedule.AppointmentUndoService;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ReasonWords;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.LeadId;
import java.time.Clock;
import java.util.Comparator;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Merges leads of the same person, undoes merges and other actions, puts spam aside, and reopens lost leads and spam. A merged lead
 * keeps its own data and is shown with the kept lead. Merges are not chained: a lead is neither merged into a merged
 * lead, nor merged while another lead is merged into it. Throws the same exceptions as {@link LeadService}.
 */
@Service
@Transactional
@Requires(Permission.LEAD_WORK)
public class LeadReturnService {
    private final Leads leads;
    private final LeadLoader leadLoader;
    private final LeadAliasStore aliases;
    private final LeadLinks onlineIntakes;
    private final FollowUpScheduler followUps;
    private final CallRule calls;
    private final ContactStopStore stops;
    private final AppointmentUndoService appointments;
    private final Clock clock;

    LeadReturnService(
            Leads leads,
            LeadLoader leadLoader,
            LeadAliasStore aliases,
            LeadLinks onlineIntakes,
            FollowUpScheduler followUps,
            CallRule calls,
            ContactStopStore stops,
            AppointmentUndoService appointments,
            Clock clock) {
        this.leads = leads;
        this.leadLoader = leadLoader;
        this.aliases = aliases;
        this.onlineIntakes = onlineIntakes;
        this.followUps = followUps;
        this.calls = calls;
        this.stops = stops;
        this.appointments = appointments;
        this.clock = clock;
    }

    /**
     * Merges a lead into another lead of the same person, which must be open so that calls continue.
     *
     * @param version the version of the lead that is merged
     * @throws NotAvailable if either lead is not in the current user's queues
     * @throws StaleVersion if a colleague changed the first lead in the meantime
     * @throws Refused also if the first lead has an online intake
     */
    public void merge(LeadId id, long version, LeadId kept) {
        if (id.equals(kept)) {
            throw new Refused("A lead cannot be merged into itself");
        }
        // always in the same order: of two opposite merges of the same leads, one waits
        Stream.of(id, kept).sorted(Comparator.comparing(LeadId::value)).forEach(one -> leads.lock(one.value()));
        var queues = LeadQueue.visibleTo(CurrentUser.current());
        var lead = leadLoader.take(id, version, queues);
        var other = leadLoader.take(kept, queues);
        if (!other.status().isOpen()) {
            throw new Refused("Merge into an open lead. The other lead is "
                    + other.status().label());
        }
        if (aliases.hasOthers(id)) {
            throw new Refused(
                    "Another lead is merged into this one. Merge the other way around, or unmerge that lead first");
        }
        onlineIntakes.requireNone(id, lead.draft().fullName(), kept);
        var me = CurrentUser.current().staff();
        lead.mergeInto(kept, me, clock.instant());
        leads.save(lead);
        aliases.add(id, kept, me, clock.instant());
    }

    /**
     * Puts a lead aside as spam that came past the rules against bots. It can be reopened.
     *
     * @throws Refused if its status does not allow that
     */
    public void markAsSpam(LeadId id, long version) {
        var lead = leadLoader.take(id, version, LeadQueue.visibleTo(CurrentUser.current()));
        lead.progress().requireWayTo(LeadStatus.SPAM);
        lead.putAsideAsSpam(CurrentUser.current().staff(), clock.instant());
        leads.save(lead);
    }

    /** Undoes a merge: restores the previous status of the lead and reschedules its next follow-up from now. */
    public void unmerge(LeadId id, long version) {
        var lead = leadLoader.take(id, version, LeadQueue.visibleTo(CurrentUser.current()));
        var kept =
                aliases.keptFor(id).orElseThrow(() -> new Refused("This lead is no longer merged with another lead"));
        var now = clock.instant();
        var me = CurrentUser.current().staff();
        lead.unmerge(kept, followUps.from(now, lead.queueId(), lead.draft().callWindow()), me, now);
        leads.save(lead);
        aliases.end(id, me, now);
    }

    /**
     * Undoes the current user's last action on a lead, which stands as before it: also a consultation that was canceled with
     * it returns, and a contact stop ends.
     *
     * @param version the version that the action led to
     * @throws Refused after ten minutes, if somebody else acted, or if anything else has happened to the lead since;
     *     the message is for the user
     * @throws Refused if the time of that consultation was taken
     */
    public void undo(LeadId id, long version) {
        var lead = leadLoader.take(id, version, LeadQueue.visibleTo(CurrentUser.current()));
        var me = CurrentUser.current().staff();
        var isLost = lead.status() == LeadStatus.LOST;
        var doneAt = lead.undo(me, clock.instant());
        leads.saveAndFlush(lead);
        if (isLost) {
            stops.undoStop(lead.draft().phone(), lead.draft().email(), me, doneAt);
            lead.consultation()
                    .flatMap(consultation -> consultation.upcoming(lead.status()))
                    .ifPresent(consultation -> appointments.undoWithdrawal(consultation, id));
        }
    }

    /**
     * Reopens a lost lead or spam as a new lead. Its response target starts now, and a manager is notified if it is
     * missed.
     *
     * @param reason a few words, at most 200 characters
     * @throws Refused if the reason is too short to be meaningful
     * @throws Refused also if the person asked not to be contacted
     */
    public void reopen(LeadId id, long version, String reason) {
        ReasonWords.require("The reason", reason, LeadEvent.Reopened.LONGEST_REASON);
        var lead = leadLoader.take(id, version, LeadQueue.visibleTo(CurrentUser.current()));
        calls.refuseIfStopped(lead.draft().phone(), lead.draft().email());
        var now = clock.instant();
        lead.reopen(
                reason,
                followUps.from(now, lead.queueId(), lead.draft().callWindow()),
                CurrentUser.current().staff(),
                now);
        leads.save(lead);
    }
}

package io.plumbline.leads.list;

import io.plumbline.access.signin.IdentityService;
import io.plumbline.clinics.ClinicService;
import io.plumbline.leads.LeadAccessEvent;
import io.plumbline.leads.clock.LeadQueue;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.PeopleListed;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ReasonWords;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.RetriedTransaction;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.signing.RecordVersions;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The leads of the current user's queues in any status, and their export. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.LEAD_READ)
public class LeadListService {
    /** The longest reason for an export, in characters. */
    public static final int LONGEST_REASON = 200;

    private static final int AT_ONCE = 500;

    private final IdentityService identity;
    private final LeadListQuery lists;
    private final ClinicService clinics;
    private final RetriedTransaction transaction;
    private final ApplicationEventPublisher events;

    LeadListService(
            IdentityService identity,
            LeadListQuery lists,
            ClinicService clinics,
            RetriedTransaction transaction,
            ApplicationEventPublisher events) {
        this.identity = identity;
        this.lists = lists;
        this.clinics = clinics;
        this.transaction = transaction;
        this.events = events;
    }

    /**
     * Returns a page of the leads that match a filter, newest first. Loading the first page is recorded in the audit
     * trail, with the search words only as a keyed hash.
     *
     * @param after the last row of the previous page, or null for the first page
     */
    @Transactional
    public List<LeadListRow> list(LeadFilter filter, @Nullable LeadListRow after, int limit) {
        var page = lists.after(after, limit, queues(filter), filter, clinics.ownZone());
        if (after == null) {
            var by = RecordVersions.changedFields(LeadFilter.NONE, filter).stream()
                    .filter(field -> !field.equals("words"))
                    .collect(Collectors.joining(" "));
            events.publishEvent(PeopleListed.of("lead.listed", page.size())
                    .narrowedBy(by.isEmpty() ? "" : "by " + by, filter.toString())
                    .byWords(filter.words()));
        }
        return page;
    }

    /** Returns those of some leads that are in a queue of the current user, newest first; recorded in the audit trail. */
    @Transactional
    public List<LeadListRow> visibleAmong(Set<LeadId> some) {
        var visible = lists.among(some, LeadQueue.visibleTo(CurrentUser.current()));
        if (!visible.isEmpty()) {
            events.publishEvent(PeopleListed.of("lead.listed", visible.size()).narrowedBy("recently viewed"));
        }
        return visible;
    }

    /**
     * Records in the audit trail that the current user exports the leads that match a filter, and then reads them as the list
     * has them, some hundred at a time. No connection is held while a receiver takes them, however slow it is.
     *
     * @param reason 1 to {@value #LONGEST_REASON} characters
     * @throws Refused if the reason is missing or too long; the message is for the user
     * @throws IdentityService.ProofNeeded if the current user has not confirmed their identity recently
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    @Requires(Permission.LEAD_EXPORT)
    public void export(LeadFilter filter, String reason, Consumer<LeadListRow> each) {
        identity.demandProof();
        var stated = ReasonWords.require("The reason", reason, LONGEST_REASON);
        transaction.run(() -> {
            var leads = lists.count(queues(filter), filter, clinics.ownZone(), Integer.MAX_VALUE);
            events.publishEvent(new LeadAccessEvent.Exported(Ids.next(), leads, stated));
        });
        var page = transaction.call(() -> pageAfter(null, filter));
        while (!page.isEmpty()) {
            page.forEach(each);
            var last = page.getLast();
            page = page.size() < AT_ONCE ? List.of() : transaction.call(() -> pageAfter(last, filter));
        }
    }

    private List<LeadListRow> pageAfter(@Nullable LeadListRow last, LeadFilter filter) {
        return lists.after(last, AT_ONCE, queues(filter), filter, clinics.ownZone());
    }

    private static List<ClinicId> queues(LeadFilter filter) {
        return LeadConditions.queues(LeadQueue.visibleTo(CurrentUser.current()), filter);
    }
}

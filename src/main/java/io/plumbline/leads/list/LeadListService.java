package io.plumbline.leads.list;

import io.plumbline.access.signin.IdentityService;
import io.plumbline.clinics.ClinicService;
import io.plumbline.leads.LeadAccessEvent;
import io.plumbline.leads.clock.LeadQueue;
import io.plumbline.shared.Caller;
import io.plumbline.shared.PeopleListed;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.LeadId;
import io.plumbline.shared.signing.RecordVersions;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The leads of the caller's queues in any status, and their export. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.LEAD_READ)
public class LeadListService {
    /** The longest reason for an export, in characters. */
    public static final int LONGEST_REASON = 200;

    private final IdentityService identity;
    private final LeadListQuery lists;
    private final ClinicService clinics;
    private final ApplicationEventPublisher events;

    LeadListService(
            IdentityService identity, LeadListQuery lists, ClinicService clinics, ApplicationEventPublisher events) {
        this.identity = identity;
        this.lists = lists;
        this.clinics = clinics;
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

    /** Returns those of some leads that are in a queue of the caller, newest first; recorded in the audit trail. */
    @Transactional
    public List<LeadListRow> visibleAmong(Set<LeadId> some) {
        var visible = lists.among(some, LeadQueue.visibleTo(Caller.current()));
        if (!visible.isEmpty()) {
            events.publishEvent(PeopleListed.of("lead.listed", visible.size()).narrowedBy("recently viewed"));
        }
        return visible;
    }

    /**
     * Records in the audit trail that the caller exports the leads that match a filter. The rows are then read in
     * pages.
     *
     * @param reason 1 to {@value #LONGEST_REASON} characters
     * @return the number of leads
     * @throws Refused if the reason is missing or too long; the message is for the user
     * @throws IdentityService.ProofNeeded if the caller has not confirmed their identity recently
     */
    @Transactional
    @Requires(Permission.LEAD_EXPORT)
    public long export(LeadFilter filter, String reason) {
        identity.demandProof();
        var stated = TextLimit.required("The reason", reason, LONGEST_REASON);
        var leads = lists.count(queues(filter), filter, clinics.ownZone(), Integer.MAX_VALUE);
        events.publishEvent(new LeadAccessEvent.Exported(Ids.next(), leads, stated));
        return leads;
    }

    private static List<ClinicId> queues(LeadFilter filter) {
        return LeadConditions.queues(LeadQueue.visibleTo(Caller.current()), filter);
    }
}

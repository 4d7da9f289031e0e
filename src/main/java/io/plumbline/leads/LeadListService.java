package io.plumbline.leads;

import io.plumbline.clinics.ClinicService;
import io.plumbline.shared.Caller;
import io.plumbline.shared.ClinicId;
import io.plumbline.shared.Ids;
import io.plumbline.shared.PeopleListed;
import io.plumbline.shared.Permission;
import io.plumbline.shared.RecordVersions;
import io.plumbline.shared.Requires;
import io.plumbline.shared.TextLimit;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The leads of the caller's queues, of whatever status, and their export. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.LEAD_READ)
public class LeadListService {
    /** Who takes out more leads than this says why. */
    public static final int REASON_ABOVE = 500;

    private static final int LONGEST_REASON = 200;

    private final LeadLists lists;
    private final ClinicService clinics;
    private final ApplicationEventPublisher events;

    LeadListService(LeadLists lists, ClinicService clinics, ApplicationEventPublisher events) {
        this.lists = lists;
        this.clinics = clinics;
        this.events = events;
    }

    /**
     * A page of the leads that a filter finds, the newest first. Put on record once a look, without the words.
     *
     * @param after the last row of the page before, or null for the first page
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

    /** Whether a filter finds more leads than may be taken out without a reason. */
    @Requires(Permission.LEAD_EXPORT)
    public boolean isReasonAsked(LeadFilter filter) {
        return lists.count(queues(filter), filter, clinics.ownZone(), REASON_ABOVE + 1) > REASON_ABOVE;
    }

    /**
     * Puts on record that the caller takes out what a filter finds. The rows are then read page by page.
     *
     * @param reason why, at most 200 characters
     * @return how many leads there are
     * @throws IllegalArgumentException if there are more than {@link #REASON_ABOVE} and no reason is given
     */
    @Transactional
    @Requires(Permission.LEAD_EXPORT)
    public long export(LeadFilter filter, String reason) {
        var leads = lists.count(queues(filter), filter, clinics.ownZone(), Integer.MAX_VALUE);
        var stated = leads > REASON_ABOVE
                ? TextLimit.required("The reason", reason, LONGEST_REASON)
                : TextLimit.optional("The reason", reason, LONGEST_REASON);
        events.publishEvent(new LeadsExported(Ids.next(), leads, stated));
        return leads;
    }

    private static List<ClinicId> queues(LeadFilter filter) {
        return LeadConditions.queues(LeadQueues.of(Caller.current()), filter);
    }
}

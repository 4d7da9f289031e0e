package io.plumbline.referrals;

import io.plumbline.access.RelationService;
import io.plumbline.patients.PatientDetails;
import io.plumbline.referrals.ReferralListQuery.Scope;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.PeopleListed;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Requires;
import io.plumbline.shared.search.FilteredPage;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The lists of referrals of the patients in relation to the current user. */
@Service
@Transactional(readOnly = true)
@Requires(Permission.REFERRAL_READ)
public class ReferralListService {
    private final ReferralQuery query;
    private final ReferralListQuery lists;
    private final RelationService relations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReferralListService(
            ReferralQuery query,
            ReferralListQuery lists,
            RelationService relations,
            ApplicationEventPublisher events,
            Clock clock) {
        this.query = query;
        this.lists = lists;
        this.relations = relations;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Returns the first page of the referrals of the current user's patients, with the counts of all filters: open ones by due
     * day, others newest first. The list is recorded in the audit trail.
     *
     * @param isMine whether only those that the current user wrote
     */
    @Transactional
    public FilteredPage<ReferralRow, ReferralFilter> first(ReferralFilter filter, boolean isMine, int limit) {
        var page = lists.first(scope(isMine), filter, clock.instant(), limit);
        events.publishEvent(PeopleListed.of("referral.listed", page.rows().size())
                .narrowedBy(filter.label(), filter + " " + isMine)
                .upTo(limit));
        return page;
    }

    /**
     * Returns the page after a referral.
     *
     * @param isMine whether only those that the current user wrote
     */
    public List<ReferralRow> next(ReferralFilter filter, boolean isMine, ReferralRow after, int limit) {
        return lists.next(scope(isMine), filter, clock.instant(), after, limit);
    }

    /** Returns how many referrals of the current user's patients are overdue. */
    public long countOverdue() {
        return lists.countOverdue(scope(false), clock.instant());
    }

    private Scope scope(boolean isMine) {
        return new Scope(
                relations.scope().patients(), isMine ? CurrentUser.current().staff() : null);
    }

    /**
     * Returns the referrals of a patient whose chart the current user has open, open ones first, and records the view in the
     * audit trail; empty for those who do not treat the patient.
     */
    @Transactional
    public List<ReferralRow> openOf(PatientDetails opened) {
        if (opened.clinical() == null) {
            return List.of();
        }
        events.publishEvent(new ReferralEvent.Viewed(opened.id().value(), opened.id()));
        return query.findByPatient(opened.records());
    }
}

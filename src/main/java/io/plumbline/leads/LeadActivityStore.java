package io.plumbline.leads;

import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.LeadId;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stores the activity of leads, in the transaction of each change. Calls are stored as attempts and not repeated here.
 */
@Repository
public class LeadActivityStore {
    private static final int MOST = 100;

    private final JdbcClient jdbc;
    private final RepeatedRequests repeated;
    private final Clock clock;

    /** Reads what people wrote when they sent the form again. The package of the form reads it. */
    public interface RepeatedRequests {
        /** Returns the text of each request by its reference; each text begins with the reference. */
        Map<String, String> findByReferences(Collection<String> references);
    }

    LeadActivityStore(JdbcClient jdbc, RepeatedRequests repeated, Clock clock) {
        this.jdbc = jdbc;
        this.repeated = repeated;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(LeadEvent event) {
        switch (event) {
            case LeadEvent.Received inTheLead -> {}
            case LeadEvent.Called inItsCalls -> {}
            case LeadEvent.Erased inTheLead -> {}
            case LeadEvent.Claimed claimed -> keep(claimed, LeadActivity.Kind.CLAIMED, "");
            case LeadEvent.Released released -> keep(released, LeadActivity.Kind.RELEASED, "");
            case LeadEvent.Edited corrected ->
                keep(corrected, LeadActivity.Kind.CORRECTED, String.join(", ", corrected.fields()));
            case LeadEvent.Assigned assigned -> keep(assigned, LeadActivity.Kind.ASSIGNED, "");
            case LeadEvent.Converted converted -> keep(converted, LeadActivity.Kind.CONVERTED, "");
            case LeadEvent.Escalated escalated -> keep(escalated, LeadActivity.Kind.ESCALATED, "");
            case LeadEvent.AskedAgain again -> keep(again, LeadActivity.Kind.ASKED_AGAIN, again.reference());
            case LeadEvent.ReviewTaken taken -> keep(taken, LeadActivity.Kind.REVIEW_TAKEN, "");
            case LeadEvent.ReviewDecided inTheMove -> {}
            case LeadEvent.ReviewUndone undone -> keep(undone, LeadActivity.Kind.REVIEW_UNDO, "");
            case LeadEvent.Merged merged -> keep(merged, LeadActivity.Kind.MERGED, "");
            case LeadEvent.Unmerged unmerged -> {
                keep(unmerged, LeadActivity.Kind.UNMERGED, "");
                keep(unmerged.kept(), unmerged, LeadActivity.Kind.OTHER_LEFT, "");
            }
            case LeadEvent.Undone undone ->
                keep(undone, LeadActivity.Kind.UNDONE, undone.act().name());
            case LeadEvent.Reopened reopened -> keep(reopened, LeadActivity.Kind.REOPENED, reopened.reason());
            case LeadEvent.ContactStopped stopped -> keep(stopped, LeadActivity.Kind.STOPPED, "");
            case LeadEvent.ContactStopLifted lifted -> keep(lifted, LeadActivity.Kind.STOP_LIFTED, "");
            case LeadEvent.StatusChanged moved when moved.isToldElsewhere() -> {}
            case LeadEvent.StatusChanged moved ->
                keep(moved, LeadActivity.Kind.MOVED, moved.to().name());
        }
    }

    private void keep(LeadEvent event, LeadActivity.Kind kind, String detail) {
        keep(event.lead(), event, kind, detail);
    }

    private void keep(LeadId lead, LeadEvent event, LeadActivity.Kind kind, String detail) {
        var actor = event.actor();
        jdbc.sql("insert into lead_step (id, lead_id, taken_at, taken_by, kind, detail) values (?, ?, ?, ?, ?, ?)")
                .params(
                        Ids.next(),
                        lead,
                        clock.instant(),
                        (actor == null ? CurrentUser.current().staff() : actor).value(),
                        kind.name(),
                        detail)
                .update();
    }

    /** Records that somebody opens a lead. Returns whether nobody has opened it before. */
    boolean firstOpened(LeadId lead, Instant at) {
        var isUnopened = jdbc.sql("select count(*) from consultation_lead where id = ? and first_opened_at is null")
                        .param(lead)
                        .query(Long.class)
                        .single()
                > 0;
        if (isUnopened) {
            jdbc.sql("update consultation_lead set first_opened_at = ? where id = ? and first_opened_at is null")
                    .params(at, lead)
                    .update();
        }
        return isUnopened;
    }

    /** Adds what the person wrote in each repeated request, found by its reference. */
    private List<LeadActivity> withWords(List<LeadActivity> steps) {
        var words = repeated.findByReferences(steps.stream()
                .filter(step -> step.kind() == LeadActivity.Kind.ASKED_AGAIN)
                .map(LeadActivity::detail)
                .toList());
        return steps.stream()
                .map(step -> new LeadActivity(
                        step.at(), step.by(), step.kind(), words.getOrDefault(step.detail(), step.detail())))
                .toList();
    }

    /** Returns the latest activity of a lead, newest first. */
    List<LeadActivity> findByLead(LeadId lead) {
        return withWords(
                jdbc.sql("""
                select t.taken_at as at, t.kind, t.detail, coalesce(s.display_name, 'Plumbline') as `by`
                from lead_step t left join staff_account s on s.id = t.taken_by
                where t.lead_id = ? order by t.lead_id, t.taken_at desc limit ?""").params(lead, MOST).query(LeadActivity.class).list());
    }
}

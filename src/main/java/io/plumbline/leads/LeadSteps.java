package io.plumbline.leads;

import io.plumbline.shared.Caller;
import io.plumbline.shared.Ids;
import io.plumbline.shared.Utc;
import java.time.Clock;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what is done to leads, in the transaction that does it. What a call says itself is not kept twice. */
@Repository
class LeadSteps {
    private static final int MOST = 100;

    private final JdbcClient jdbc;
    private final SubmittedWords submitted;
    private final Clock clock;

    LeadSteps(JdbcClient jdbc, SubmittedWords submitted, Clock clock) {
        this.jdbc = jdbc;
        this.submitted = submitted;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void on(LeadChanged event) {
        switch (event) {
            case LeadReceived inTheLead -> {}
            case LeadCalled inItsCalls -> {}
            case LeadClaimed claimed -> keep(claimed, LeadStep.Kind.CLAIMED, "");
            case LeadReleased released -> keep(released, LeadStep.Kind.RELEASED, "");
            case LeadCorrected corrected ->
                keep(corrected, LeadStep.Kind.CORRECTED, String.join(", ", corrected.fields()));
            case LeadAssigned assigned -> keep(assigned, LeadStep.Kind.ASSIGNED, "");
            case LeadConverted converted -> keep(converted, LeadStep.Kind.CONVERTED, "");
            case LeadEscalated escalated -> keep(escalated, LeadStep.Kind.ESCALATED, "");
            case LeadAskedAgain again -> keep(again, LeadStep.Kind.ASKED_AGAIN, again.reference());
            case LeadReviewTaken taken -> keep(taken, LeadStep.Kind.REVIEW_TAKEN, "");
            case LeadReviewDecided inTheMove -> {}
            case LeadReviewUndone undone -> keep(undone, LeadStep.Kind.REVIEW_UNDO, "");
            case LeadMerged merged -> keep(merged, LeadStep.Kind.MERGED, "");
            case LeadUnmerged unmerged -> {
                keep(unmerged, LeadStep.Kind.UNMERGED, "");
                keep(unmerged.kept(), unmerged, LeadStep.Kind.OTHER_LEFT, "");
            }
            case LeadReopened reopened -> keep(reopened, LeadStep.Kind.REOPENED, reopened.reason());
            case LeadContactStopped stopped -> keep(stopped, LeadStep.Kind.STOPPED, "");
            case LeadContactStopLifted lifted -> keep(lifted, LeadStep.Kind.STOP_LIFTED, "");
            case LeadMoved moved when moved.isToldElsewhere() -> {}
            case LeadMoved moved -> keep(moved, LeadStep.Kind.MOVED, moved.to().name());
        }
    }

    private void keep(LeadChanged event, LeadStep.Kind kind, String detail) {
        keep(event.lead(), event, kind, detail);
    }

    private void keep(LeadId lead, LeadChanged event, LeadStep.Kind kind, String detail) {
        var actor = event.actor();
        jdbc.sql("insert into lead_step (id, lead_id, taken_at, taken_by, kind, detail) values (?, ?, ?, ?, ?, ?)")
                .params(
                        Ids.bytes(Ids.next()),
                        Ids.bytes(lead.value()),
                        Utc.of(clock.instant()),
                        Ids.bytes((actor == null ? Caller.current().staff() : actor).value()),
                        kind.name(),
                        detail)
                .update();
    }

    /** With what the person wrote under the references of which these tell. */
    private List<LeadStep> withWords(List<LeadStep> steps) {
        var words = submitted.of(steps.stream()
                .filter(step -> step.kind() == LeadStep.Kind.ASKED_AGAIN)
                .map(LeadStep::detail)
                .toList());
        return steps.stream()
                .map(step -> new LeadStep(
                        step.at(), step.by(), step.kind(), words.getOrDefault(step.detail(), step.detail())))
                .toList();
    }

    /** The latest of a lead, the latest first. */
    List<LeadStep> of(LeadId lead) {
        return withWords(jdbc.sql("""
                select t.taken_at, t.kind, t.detail, coalesce(s.display_name, 'Plumbline') as taker
                from lead_step t left join staff_account s on s.id = t.taken_by
                where t.lead_id = ? order by t.lead_id, t.taken_at desc limit ?""")
                .params(Ids.bytes(lead.value()), MOST)
                .query((row, n) -> new LeadStep(
                        Utc.in(row, "taken_at"),
                        row.getString("taker"),
                        LeadStep.Kind.valueOf(row.getString("kind")),
                        row.getString("detail")))
                .list());
    }
}

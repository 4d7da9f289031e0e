package io.plumbline.demo;

import io.plumbline.demo.DemoVisits.Delivered;
import io.plumbline.reactions.FollowUpPlan;
import io.plumbline.reactions.ReactionDraft;
import io.plumbline.reactions.ReactionId;
import io.plumbline.reactions.ReactionOutcome;
import io.plumbline.reactions.ReactionService;
import io.plumbline.reactions.ReactionSeverity;
import io.plumbline.reactions.ReactionUpdate;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ids.PatientId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Adverse reactions after visits that were delivered: one to follow up today, one later, one that is over. */
@Component
class DemoReactions {
    private static final List<String> CLINICIANS = List.of("chiropractor", "therapist", "yuki");

    private final DemoSignIn signIn;
    private final DemoVisits visits;
    private final ReactionService reactions;

    DemoReactions(DemoSignIn signIn, DemoVisits visits, ReactionService reactions) {
        this.signIn = signIn;
        this.visits = visits;
        this.reactions = reactions;
    }

    void fill(List<PatientId> patients, DemoPlaces.Clinic place, Instant now) {
        var delivered = visits.delivered(
                patients, place, CLINICIANS, place.today().minusDays(2));
        var today = place.today();
        if (delivered.size() > 0) {
            var told = delivered.get(0);
            record(
                    told,
                    now.minus(Duration.ofDays(1)),
                    false,
                    "Called: more sore than usual since the evening after the visit, and slept badly. No pain down the"
                            + " leg.",
                    ReactionSeverity.MODERATE,
                    ReactionOutcome.RECOVERING,
                    new Agreed(today, "Call and ask how the night was"));
        }
        if (delivered.size() > 1) {
            var told = delivered.get(1);
            record(
                    told,
                    Objects.requireNonNull(told.note().signedAt()).plus(Duration.ofMinutes(3)),
                    true,
                    "Felt light-headed when sitting up from the table. Sat for ten minutes and had some water; it passed.",
                    ReactionSeverity.MILD,
                    ReactionOutcome.RESOLVED,
                    null);
        }
        if (delivered.size() > 2) {
            var told = delivered.get(2);
            var bruise = record(
                    told,
                    now.minus(Duration.ofDays(2)),
                    false,
                    "A bruise where the pressure was deepest, tender to touch.",
                    ReactionSeverity.MILD,
                    ReactionOutcome.ONGOING,
                    new Agreed(today.plusDays(1), "Look at it at the next visit"));
            signIn.as(
                    told.by(),
                    now.minus(Duration.ofDays(1)),
                    () -> reactions.followUp(
                            bruise,
                            0,
                            new ReactionUpdate(
                                    ReactionOutcome.RECOVERING,
                                    "Sent a message: fading, no longer tender.",
                                    new FollowUpPlan(
                                            today.plusDays(4),
                                            CurrentUser.current().staff(),
                                            "Look at it at the next visit, lighter pressure until then"))));
        }
    }

    /** What was agreed for a day, by whoever records the reaction. */
    private record Agreed(LocalDate on, String what) {}

    private ReactionId record(
            Delivered told,
            Instant at,
            boolean isInNote,
            String description,
            ReactionSeverity severity,
            ReactionOutcome outcome,
            @Nullable Agreed agreed) {
        return signIn.call(
                told.by(),
                at,
                () -> reactions.record(
                        told.patient(),
                        new ReactionDraft(
                                told.note().treatedOn(),
                                null,
                                description,
                                told.note().service(),
                                "",
                                severity,
                                outcome,
                                agreed == null
                                        ? null
                                        : new FollowUpPlan(
                                                agreed.on(),
                                                CurrentUser.current().staff(),
                                                agreed.what())),
                        isInNote ? told.note().id() : null,
                        null,
                        OperationId.next()));
    }
}

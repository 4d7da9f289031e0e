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
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Adverse reactions after visits that were delivered: one to follow up today, one later, one that is over. */
@Component
class DemoReactions {
    /** The reaction that is followed up. */
    private static final int BRUISE = 2;

    private static final List<String> CLINICIANS = List.of("chiropractor", "therapist", "yuki");

    private final DemoSignIn signIn;
    private final DemoVisits visits;
    private final ReactionService reactions;

    DemoReactions(DemoSignIn signIn, DemoVisits visits, ReactionService reactions) {
        this.signIn = signIn;
        this.visits = visits;
        this.reactions = reactions;
    }

    /**
     * A reaction as it is told.
     *
     * @param isInNote whether it is told in the note, as the visit ends; otherwise some days ago, on the phone
     */
    record Told(
            long daysAgo,
            boolean isInNote,
            String description,
            ReactionSeverity severity,
            ReactionOutcome outcome,
            @Nullable Agreed agreed) {}

    /** What was agreed for a day, by whoever records the reaction. */
    record Agreed(long inDays, String what) {}

    void fill(List<PatientId> patients, DemoPlaces.Clinic place, Instant now) {
        var delivered =
                visits.delivered(patients, place, CLINICIANS, place.today().minusDays(2));
        var told = DemoTexts.rows("reactions.json", Told[].class);
        var recorded = IntStream.range(0, Math.min(delivered.size(), told.size()))
                .mapToObj(n -> record(delivered.get(n), told.get(n), place.today(), now))
                .toList();
        if (recorded.size() > BRUISE) {
            signIn.as(
                    delivered.get(BRUISE).by(),
                    now.minus(Duration.ofDays(1)),
                    () -> reactions.followUp(
                            recorded.get(BRUISE),
                            0,
                            new ReactionUpdate(
                                    ReactionOutcome.RECOVERING,
                                    "Sent a message: fading, no longer tender.",
                                    planned(
                                            place.today().plusDays(4),
                                            "Look at it at the next visit, lighter pressure until then"))));
        }
    }

    private ReactionId record(Delivered after, Told told, LocalDate today, Instant now) {
        var note = after.note();
        var agreed = told.agreed();
        return signIn.call(
                after.by(),
                told.isInNote()
                        ? Objects.requireNonNull(note.signedAt()).plus(Duration.ofMinutes(3))
                        : now.minus(Duration.ofDays(told.daysAgo())),
                () -> reactions.record(
                        after.patient(),
                        new ReactionDraft(
                                note.treatedOn(),
                                null,
                                told.description(),
                                note.service(),
                                "",
                                told.severity(),
                                told.outcome(),
                                agreed == null ? null : planned(today.plusDays(agreed.inDays()), agreed.what())),
                        told.isInNote() ? note.id() : null,
                        null,
                        OperationId.next()));
    }

    private static FollowUpPlan planned(LocalDate on, String what) {
        return new FollowUpPlan(on, CurrentUser.current().staff(), what);
    }
}

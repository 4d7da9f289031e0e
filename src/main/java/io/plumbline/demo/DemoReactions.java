package io.plumbline.demo;

import io.plumbline.notes.NoteRow;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.NoteStatus;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Adverse reactions after visits that were delivered: one to follow up today, one later, one that is over. */
@Component
class DemoReactions {
    private static final List<String> CLINICIANS = List.of("chiropractor", "therapist", "yuki");

    private final DemoSignIn signIn;
    private final NoteService notes;
    private final ReactionService reactions;

    DemoReactions(DemoSignIn signIn, NoteService notes, ReactionService reactions) {
        this.signIn = signIn;
        this.notes = notes;
        this.reactions = reactions;
    }

    /** A visit that a clinician has signed some days ago. */
    private record Delivered(String by, PatientId patient, NoteRow note) {}

    void fill(List<PatientId> patients, DemoPlaces.Clinic place, Instant now) {
        var delivered = delivered(patients, place);
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
        var recorded = new ArrayList<ReactionId>();
        signIn.as(
                told.by(),
                at,
                () -> recorded.add(reactions.record(
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
                        OperationId.next())));
        return recorded.getFirst();
    }

    /** Returns the latest signed visit of each patient at a clinic that is some days ago, as far as there is one. */
    private List<Delivered> delivered(List<PatientId> patients, DemoPlaces.Clinic place) {
        var all = new ArrayList<Delivered>();
        for (var patient : patients) {
            for (var who : CLINICIANS) {
                if (all.stream().noneMatch(one -> one.patient().equals(patient))) {
                    signIn.as(who, () -> notes.findByPatient(patient).stream()
                            .filter(note -> note.status() == NoteStatus.SIGNED
                                    && note.clinic().equals(place.clinic())
                                    && note.author()
                                            .equals(CurrentUser.current().staff())
                                    && note.treatedOn().isBefore(place.today().minusDays(2)))
                            .findFirst()
                            .ifPresent(note -> all.add(new Delivered(who, patient, note))));
                }
            }
        }
        return all;
    }
}

package io.plumbline.notes;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.intake.Limitation;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.sessions.ExerciseRow;
import io.plumbline.sessions.Response;
import io.plumbline.sessions.SegmentEntry;
import io.plumbline.sessions.SegmentRow;
import io.plumbline.sessions.SessionDetails;
import io.plumbline.sessions.TreatmentRow;
import io.plumbline.sessions.TypedSegment;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.Pain;
import io.plumbline.shared.ids.ExerciseId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.signing.RecordVersions;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What was done last time is carried forward; what was found, felt or answered that day never is. */
class CarryForwardTest {
    private static final List<NotePart> ALL = List.of(NotePart.values());
    private static final BodyRegion LUMBAR = new BodyRegion("back-lumbar-left");
    private static final NoteDraft LAST = new NoteDraft(
                    SafetyRecheck.NO_CHANGE,
                    null,
                    ConsentToday.GIVEN,
                    new Pain(6),
                    List.of(LUMBAR),
                    Set.of("SWEDISH", "GONE"),
                    3,
                    4,
                    45,
                    new Pain(4),
                    Response.BETTER,
                    "Guarding on the left",
                    "Told the chiropractor",
                    "Again in a week")
            .withDetails(SessionDetails.EMPTY
                    .withTexts("Slept through", "Hinge at the hips", "Walk each noon")
                    .withActivities(List.of(new Limitation("Bending", 5)))
                    .withSegments(
                            SegmentEntry.read("L5 L PAR HVLA, T7 R T").stream()
                                    .map(TypedSegment::row)
                                    .toList(),
                            "No blood thinners")
                    .withExercises(List.of(new ExerciseRow(
                            new ExerciseId(Ids.next()), "Bridge", true, true, 2, 10, null, "band", "wavers")))
                    .withTreatments(List.of(TreatmentRow.of(LUMBAR, "SWEDISH"), TreatmentRow.of(LUMBAR, "GONE"))));

    private final CarryForward carry = CarryForward.of(
            new NoteId(UUID.randomUUID()),
            LocalDate.of(2026, 11, 17),
            AppointmentType.MASSAGE,
            LAST,
            Set.of("SWEDISH", "DEEP_TISSUE"));

    @Test
    void whatWasDoneAndPlannedIsCarriedAndNothingElse() {
        var now = carry.into(NoteDraft.EMPTY, ALL);
        assertThat(now.areas()).isEqualTo(LAST.areas());
        assertThat(now.modalities()).as("what the author may record today").containsExactly("SWEDISH");
        assertThat(now.details().treatments()).hasSize(1);
        assertThat(List.of(now.pressure(), now.minutes())).containsExactly(3, 45);
        assertThat(now.stopAt()).as("the patient states the limit each time").isNull();
        assertThat(now.nextStep()).isEqualTo("Again in a week");
        assertThat(now.details().cue()).isEqualTo("Hinge at the hips");
        assertThat(now.details().homeCare()).isEqualTo("Walk each noon");
        assertThat(now.details().segments())
                .as("without findings and response; what was only examined is not carried")
                .extracting(SegmentRow::words)
                .containsExactly("L5 left: High velocity, low amplitude (HVLA)");
        assertThat(now.details().exercises())
                .as("with its dose; whether it is done today, the author says")
                .extracting(ExerciseRow::words)
                .containsExactly("Bridge: 2 sets × 10 repetitions × band");
        assertThat(now.safetyRecheck()).isNull();
        assertThat(now.consent()).isNull();
        assertThat(now.painBefore()).isNull();
        assertThat(now.painAfter()).isNull();
        assertThat(now.response()).isNull();
        assertThat(now.observations()).isEmpty();
        assertThat(now.statement()).isEmpty();
        assertThat(now.details().subjective()).isEmpty();
        assertThat(now.details().activities()).isEmpty();
        assertThat(now.details().contraindications()).isEmpty();
    }

    @Test
    void aNoteWithNothingButCarriedContentCannotBeSigned() {
        assertThat(carry.into(NoteDraft.EMPTY, ALL).missingToSign(AppointmentType.MASSAGE, false))
                .containsExactly(
                        "the safety re-check", "consent today", "whether Bridge was taught or done", "the response");
    }

    @Test
    void whatIsTypedIsNeverReplaced() {
        var typed = new NoteDraft(
                null, null, null, null, List.of(), Set.of(), 5, null, null, null, null, "", "", "Call first");
        var now = carry.into(typed, ALL);
        assertThat(now.pressure()).isEqualTo(5);
        assertThat(now.nextStep()).isEqualTo("Call first");
        assertThat(now.minutes()).isEqualTo(45);
        assertThat(CarryForward.unchangedIn(now)).contains("minutes", "areas").doesNotContain("pressure", "nextStep");
        assertThat(carry.openIn(now, NotePart.TREATMENT)).isEmpty();
    }

    @Test
    void aSectionIsCarriedByItself() {
        var now = carry.into(NoteDraft.EMPTY, List.of(NotePart.PLAN));
        assertThat(now.areas()).isEmpty();
        assertThat(CarryForward.unchangedIn(now)).containsExactly("cue", "homeCare", "nextStep");
        var more = carry.into(now, List.of(NotePart.OBJECTIVE));
        assertThat(CarryForward.unchangedIn(more)).containsExactly("areas", "cue", "homeCare", "nextStep", "segments");
    }

    @Test
    void aChangedFieldIsNoLongerCarried() {
        var random = new Random(20);
        for (int n = 0; n < 200; n++) {
            var parts = ALL.stream().filter(part -> random.nextBoolean()).toList();
            var carried = carry.into(NoteDraft.EMPTY, parts);
            var fields = CarryForward.unchangedIn(carried);
            assertThat(fields)
                    .isEqualTo(parts.stream()
                            .flatMap(part -> carry.openIn(NoteDraft.EMPTY, part).stream())
                            // rows by area need their areas
                            .filter(field -> !field.equals("treatments") || parts.contains(NotePart.OBJECTIVE))
                            .sorted()
                            .toList());
            for (var field : fields) {
                var emptied = RecordVersions.with(carried, List.of(field), NoteDraft.EMPTY);
                assertThat(CarryForward.unchangedIn(emptied))
                        .hasSize(fields.size() - 1)
                        .doesNotContain(field);
            }
            var untouched = RecordVersions.with(carried, fields, NoteDraft.EMPTY);
            assertThat(CarryForward.settled(untouched)).isEqualTo(NoteDraft.EMPTY);
        }
    }

    @Test
    void aCarriedExerciseIsSignedOnlyOnceItSaysTaughtOrDone() {
        var now = carry.into(NoteDraft.EMPTY, ALL);
        assertThat(now.missingToSign(AppointmentType.MASSAGE, false)).contains("whether Bridge was taught or done");
        var row = now.details().exercises().getFirst();
        var done = new ExerciseRow(
                row.exercise(), row.name(), false, true, row.sets(), row.repetitions(), null, row.load(), "steady");
        var ticked = now.withDetails(now.details().withExercises(List.of(done)));
        assertThat(ticked.missingToSign(AppointmentType.MASSAGE, false))
                .noneMatch(missing -> missing.contains("Bridge"));
        assertThat(CarryForward.unchangedIn(ticked))
                .as("the dose is as it was carried")
                .contains("exercises");
        var otherDose = now.withDetails(now.details().withExercises(List.of(ExerciseRow.of(row.exercise(), "Bridge"))));
        assertThat(CarryForward.unchangedIn(otherDose)).doesNotContain("exercises");
    }

    @Test
    void aTaughtExerciseWasNotDone() {
        var taught = LAST.withDetails(LAST.details()
                .withExercises(List.of(new ExerciseRow(
                        new ExerciseId(Ids.next()), "Side plank", true, false, null, null, null, "", ""))));
        var exercise = CarryForward.of(carry.from(), carry.treatedOn(), AppointmentType.EXERCISE, taught, Set.of());
        assertThat(exercise.content().details().exercises()).isEmpty();
        assertThat(exercise.content().areas())
                .as("the form of an exercise session has none")
                .isEmpty();
    }

    @Test
    void aRowByAreaIsCarriedOnlyWithItsAreaAndModality() {
        var typed = NoteDraft.EMPTY.withTreatment(List.of(new BodyRegion("back-sacrum")), Set.of(), null, null, null);
        var now = carry.into(typed, ALL);
        assertThat(now.details().treatments()).isEmpty();
        assertThat(CarryForward.unchangedIn(now)).doesNotContain("treatments", "areas");
    }

    @Test
    void onHoldOnlyThePlanIsOffered() {
        assertThat(CarryForward.unchangedIn(carry.ofPlan().into(NoteDraft.EMPTY, ALL)))
                .containsExactly("cue", "homeCare", "nextStep");
    }

    @Test
    void everyCarriedFieldIsAFieldOfTheDraft() {
        assertThat(RecordVersions.values(NoteDraft.EMPTY).keySet())
                .containsAll(Arrays.stream(NotePart.values())
                        .flatMap(part -> part.fields().stream())
                        .toList());
    }
}

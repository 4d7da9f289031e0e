package io.plumbline.notes.templates;

import static org.assertj.core.api.Assertions.assertThat;

import io.plumbline.notes.CarryForward;
import io.plumbline.notes.ConsentToday;
import io.plumbline.notes.Modalities;
import io.plumbline.notes.NoteDraft;
import io.plumbline.notes.SafetyRecheck;
import io.plumbline.practitioners.Discipline;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.sessions.ExerciseRow;
import io.plumbline.sessions.Response;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.Pain;
import io.plumbline.shared.ids.ExerciseId;
import io.plumbline.shared.ids.Ids;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A template fills in what is empty, within what the author records; nothing of it is signed unread. */
class TemplateFillTest {
    private static final ExerciseRow BRIDGE = ExerciseRow.of(new ExerciseId(Ids.next()), "Bridge");
    private static final ExerciseRow RETIRED = ExerciseRow.of(new ExerciseId(Ids.next()), "Retired exercise");
    private static final Modalities VOCABULARY = new Modalities(
            "1",
            "test",
            List.of(
                    new Modalities.Modality("SWEDISH", "Swedish massage", "", List.of(Discipline.CHIROPRACTIC), false),
                    new Modalities.Modality("SHIATSU", "Shiatsu", "", List.of(Discipline.CHIROPRACTIC), false)),
            List.of());
    private static final NoteTemplateDraft TEMPLATE = new NoteTemplateDraft(
            "Lower back",
            AppointmentType.ADJUSTMENT,
            "Change: {change}",
            "Tone: {where}",
            Set.of("SWEDISH", "SHIATSU"),
            30,
            List.of(BRIDGE, RETIRED),
            "Hinge",
            "Walk",
            "Again in {weeks}");
    private static final TemplateLimits LIMITS =
            new TemplateLimits(VOCABULARY, Set.of("SWEDISH"), Set.of(BRIDGE.exercise()), false);

    @Test
    void whatIsEmptyIsFilledInAndWhatTheAuthorMayNotRecordIsLeftOutAndNamed() {
        var fill = TemplateFill.of(NoteDraft.EMPTY, TEMPLATE, LIMITS);
        var now = fill.draft();
        assertThat(now.modalities()).containsExactly("SWEDISH");
        assertThat(now.minutes()).isEqualTo(30);
        assertThat(now.details().exercises()).containsExactly(BRIDGE.planned());
        assertThat(now.observations()).isEqualTo("Tone: {where}");
        assertThat(fill.filled())
                .containsExactly(
                        "subjective",
                        "observations",
                        "modalities",
                        "minutes",
                        "exercises",
                        "cue",
                        "homeCare",
                        "nextStep");
        assertThat(fill.kept()).isEmpty();
        assertThat(fill.leftOut()).containsExactly("Shiatsu", "Retired exercise");
    }

    @Test
    void theAnswersOfTheDayAreNeverFilledIn() {
        var now = TemplateFill.of(NoteDraft.EMPTY, TEMPLATE, LIMITS).draft();
        assertThat(now.safetyRecheck()).isNull();
        assertThat(now.consent()).isNull();
        assertThat(now.painBefore()).isNull();
        assertThat(now.painAfter()).isNull();
        assertThat(now.response()).isNull();
        assertThat(now.pressure()).isNull();
        assertThat(now.stopAt()).isNull();
        assertThat(now.areas()).isEmpty();
        assertThat(now.statement()).isEmpty();
        assertThat(now.details().segments()).isEmpty();
        assertThat(now.details().activities()).isEmpty();
        assertThat(now.details().contraindications()).isEmpty();
        assertThat(now.details().treatments()).isEmpty();
    }

    @Test
    void findingsAreNotSignedAsTheTemplateHasThem() {
        var filled = TemplateFill.of(answered(), TEMPLATE, LIMITS).draft();
        assertThat(filled.missingToSign(AppointmentType.ADJUSTMENT, false))
                .containsExactly(
                        "whether Bridge was taught or done", "what stands in braces: {change}, {where}, {weeks}");
    }

    @Test
    void anExerciseIsFilledInWithItsDoseAndTheAuthorSaysWhetherItWasDone() {
        var dosed = new ExerciseRow(BRIDGE.exercise(), "Bridge", true, true, 2, 10, null, "band", "");
        var template = new NoteTemplateDraft(
                "Core", AppointmentType.EXERCISE, "", "", Set.of(), null, List.of(dosed), "", "", "In a week");
        var filled = TemplateFill.of(answered(), template, LIMITS).draft();
        assertThat(filled.details().exercises())
                .extracting(ExerciseRow::words)
                .containsExactly("Bridge: 2 sets × 10 repetitions × band");
        assertThat(filled.missingToSign(AppointmentType.EXERCISE, false))
                .containsExactly("whether Bridge was taught or done");
        var taught = filled.withDetails(filled.details()
                .withExercises(
                        List.of(new ExerciseRow(BRIDGE.exercise(), "Bridge", true, false, 2, 10, null, "band", ""))));
        assertThat(taught.missingToSign(AppointmentType.EXERCISE, false)).isEmpty();
        assertThat(TemplateMarks.unchangedIn(taught))
                .as("the dose is as the template has it")
                .containsKey("exercises");
    }

    @Test
    void whatTheAuthorWroteStays() {
        var written = NoteDraft.EMPTY.withNextStep("Call first").withTreatment(List.of(), Set.of("SHIATSU"), 3, 4, 45);
        var fill = TemplateFill.of(written, TEMPLATE, LIMITS);
        assertThat(fill.draft().nextStep()).isEqualTo("Call first");
        assertThat(fill.draft().modalities()).containsExactly("SHIATSU");
        assertThat(fill.draft().minutes()).isEqualTo(45);
        assertThat(fill.draft().pressure()).isEqualTo(3);
        assertThat(fill.kept()).containsExactly("modalities", "minutes", "nextStep");
        assertThat(TemplateMarks.unchangedIn(fill.draft()).keySet()).containsExactly("cue", "exercises", "homeCare");
    }

    @Test
    void whatIsUntouchedIsMarkedUntilItIsChanged() {
        var filled = TemplateFill.of(NoteDraft.EMPTY, TEMPLATE, LIMITS).draft();
        assertThat(TemplateMarks.unchangedIn(filled))
                .as("a skeleton has stops, so it is always changed before it is signed")
                .containsOnlyKeys("modalities", "minutes", "exercises", "cue", "homeCare", "nextStep")
                .containsEntry("cue", "Lower back");
        var changed = filled.withDetails(filled.details().withTexts("", "Hinge slowly", "Walk"));
        assertThat(TemplateMarks.unchangedIn(changed)).doesNotContainKey("cue").containsKey("homeCare");
        assertThat(CarryForward.unchangedIn(filled))
                .as("nothing is of an earlier note")
                .isEmpty();
    }

    @Test
    void onceNothingIsAsItWasFilledInTheNoteNamesNoTemplate() {
        var filled = TemplateFill.of(NoteDraft.EMPTY, plan(), LIMITS).draft();
        assertThat(TemplateMarks.settled(filled).details().templated()).isNotEmpty();
        var changed = filled.withNextStep("Something else");
        assertThat(TemplateMarks.settled(changed).details().templated()).isEmpty();
    }

    @Test
    void aSecondTemplateFillsInTheRest() {
        var first = TemplateFill.of(NoteDraft.EMPTY, plan(), LIMITS).draft();
        var both = TemplateFill.of(first, TEMPLATE, LIMITS).draft();
        assertThat(TemplateMarks.unchangedIn(both))
                .containsEntry("nextStep", "Plan only")
                .containsEntry("cue", "Lower back");
    }

    @Test
    void undoTakesBackWhatWasNotChangedSince() {
        var fill = TemplateFill.of(NoteDraft.EMPTY.withNextStep("Call first"), TEMPLATE, LIMITS);
        var later = fill.draft().withDetails(fill.draft().details().withTexts("Stiff", "Hinge", "Walk"));
        var undone = fill.undoneIn(later);
        assertThat(undone.details().subjective())
                .as("filled in by the author since")
                .isEqualTo("Stiff");
        assertThat(undone.nextStep()).isEqualTo("Call first");
        assertThat(undone.details().cue()).isEmpty();
        assertThat(undone.observations()).isEmpty();
        assertThat(undone.minutes()).isNull();
        assertThat(undone.details().exercises()).isEmpty();
        assertThat(undone.details().templated()).isEmpty();
    }

    @Test
    void aTreatmentOnHoldIsNotSuggested() {
        var fill = TemplateFill.of(NoteDraft.EMPTY, TEMPLATE, LIMITS.withHeld(true));
        assertThat(fill.filled()).containsExactly("subjective", "observations", "cue", "homeCare", "nextStep");
        assertThat(fill.leftOut())
                .containsExactly("Shiatsu", "Swedish massage", "Bridge", "Retired exercise", "hands-on minutes");
    }

    private static NoteTemplateDraft plan() {
        return new NoteTemplateDraft(
                "Plan only", AppointmentType.ADJUSTMENT, "", "", Set.of(), null, List.of(), "", "", "In a week");
    }

    private static NoteDraft answered() {
        return new NoteDraft(
                SafetyRecheck.NO_CHANGE,
                null,
                ConsentToday.GIVEN,
                new Pain(5),
                List.of(new BodyRegion("back-lumbar-left")),
                Set.of(),
                null,
                null,
                null,
                null,
                Response.BETTER,
                "",
                "",
                "");
    }
}

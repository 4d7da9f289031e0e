package io.plumbline.notes.templates;

import io.plumbline.notes.NoteDraft;
import io.plumbline.phrases.PhraseStops;
import io.plumbline.schedule.AppointmentType;
import io.plumbline.sessions.ExerciseRow;
import io.plumbline.sessions.SessionDetails;
import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.store.JsonColumn;
import jakarta.persistence.Converter;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A note template as typed. Nothing in it is a finding: in what the patient says and in the findings, each line has a
 * stop to fill in, and a note with an unfilled stop is not signed.
 *
 * @param name at most 80 characters
 * @param service the treatment in whose notes it is offered
 * @param subjective at most 2,000 characters, a stop in each line
 * @param observations at most 2,000 characters, a stop in each line
 * @param modalities codes of modalities
 * @param minutes hands-on minutes, 1 to 240
 * @param exercises exercises of the library as they are planned, at most 30; none for a massage
 * @param cue the movement cue to teach, at most 300 characters
 * @param homeCare at most 1,000 characters
 * @param nextStep at most 1,000 characters
 */
public record NoteTemplateDraft(
        String name,
        AppointmentType service,
        String subjective,
        String observations,
        Set<String> modalities,
        @Nullable Integer minutes,
        List<ExerciseRow> exercises,
        String cue,
        String homeCare,
        String nextStep) {
    /** The longest name in characters. */
    public static final int LONGEST_NAME = 80;

    /** @throws Refused if the template cannot be kept; the message is for the field that it names */
    public NoteTemplateDraft {
        name = kept(NoteTemplateField.NAME, "The name", name.replaceAll("\\s+", " "), LONGEST_NAME);
        if (TextLimit.isBlank(name)) {
            throw new Refused(NoteTemplateField.NAME, "Enter a name");
        }
        if (!service.isTreatment()) {
            throw new Refused("Session notes are written for treatments. Choose one");
        }
        subjective = skeleton(NoteTemplateField.WORDS, "What the patient says", subjective);
        observations = skeleton(NoteTemplateField.FINDINGS, "The findings", observations);
        cue = kept(NoteTemplateField.CUE, "The movement cue", cue, 300);
        homeCare = kept(NoteTemplateField.HOME_CARE, "The home care", homeCare, 1000);
        nextStep = kept(NoteTemplateField.NEXT_STEP, "The next step", nextStep, 1000);
        modalities = Collections.unmodifiableSet(new TreeSet<>(modalities));
        if (service == AppointmentType.MASSAGE && !exercises.isEmpty()) {
            throw new Refused("A massage note has no exercises. Write them under Home care");
        }
        exercises = exercises.stream().map(ExerciseRow::planned).toList();
        if (minutes == null
                && modalities.isEmpty()
                && exercises.isEmpty()
                && Stream.of(subjective, observations, cue, homeCare, nextStep).allMatch(TextLimit::isBlank)) {
            throw new Refused("The template fills in nothing yet. Fill in at least one field of the note");
        }
        asNote(subjective, observations, modalities, minutes, exercises, cue, homeCare, nextStep);
    }

    private static String kept(NoteTemplateField field, String what, String text, int most) {
        try {
            return TextLimit.optional(what, text.replace("\r\n", "\n"), most);
        } catch (Refused tooLong) {
            throw new Refused(field, tooLong.sentence());
        }
    }

    private static String skeleton(NoteTemplateField field, String what, String text) {
        var kept = kept(field, what, text, 2000);
        kept.lines()
                .filter(line ->
                        !TextLimit.isBlank(line) && PhraseStops.unfilled(line).isEmpty())
                .findFirst()
                .ifPresent(line -> {
                    throw new Refused(
                            field,
                            "A template has no findings. Mark blanks with braces in each line, such as"
                                    + " Tone: {where}");
                });
        return kept;
    }

    /** Returns what the template fills in, as the content of a note. */
    public NoteDraft asNote() {
        return asNote(subjective, observations, modalities, minutes, exercises, cue, homeCare, nextStep);
    }

    private static NoteDraft asNote(
            String subjective,
            String observations,
            Set<String> modalities,
            @Nullable Integer minutes,
            List<ExerciseRow> exercises,
            String cue,
            String homeCare,
            String nextStep) {
        return new NoteDraft(
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        modalities,
                        null,
                        null,
                        minutes,
                        null,
                        null,
                        observations,
                        "",
                        nextStep)
                .withDetails(SessionDetails.EMPTY
                        .withTexts(subjective, cue, homeCare)
                        .withExercises(exercises));
    }

    /** Stores the content as JSON, since it is read and written as a whole. */
    @Converter
    static final class Column extends JsonColumn<NoteTemplateDraft> {
        Column() {
            super(NoteTemplateDraft.class);
        }
    }
}

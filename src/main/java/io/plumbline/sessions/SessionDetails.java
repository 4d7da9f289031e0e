package io.plumbline.sessions;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.plumbline.intake.Limitation;
import io.plumbline.practitioners.Discipline;
import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.signing.RecordPart;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a session note says beside its fast path. An empty field is omitted from the JSON, so that the content of a note
 * signed before a field existed keeps its hash.
 *
 * @param subjective what the patient says, in their words, at most 2,000 characters
 * @param activities the activities that back pain makes difficult, rated today; without a rating where one was left out
 * @param contraindications the contraindications that were checked or seen, at most 500 characters
 * @param segments the segments of the spine that were examined or adjusted, at most 30
 * @param exercises the exercises that were taught or done, at most 30
 * @param treatments single modalities at single areas, at most 60
 * @param cue the movement cue that was taught, at most 300 characters
 * @param homeCare what the patient does at home, at most 1,000 characters
 * @param carried what was carried forward from an earlier note; null if nothing was
 * @param templated the fields that a note template filled in, by name; one that was changed since no longer has its hash
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record SessionDetails(
        String subjective,
        List<Limitation> activities,
        String contraindications,
        List<SegmentRow> segments,
        List<ExerciseRow> exercises,
        List<TreatmentRow> treatments,
        String cue,
        String homeCare,
        @Nullable CarriedForward carried,
        SortedMap<String, FromTemplate> templated)
        implements RecordPart {
    /** Details of which nothing is recorded. */
    public static final SessionDetails EMPTY =
            new SessionDetails("", List.of(), "", List.of(), List.of(), List.of(), "", "", null, new TreeMap<>());

    /** The most segments, and the most exercises. */
    public static final int MOST_ROWS = 30;

    /** The fewest findings that document the adjustment of a region. */
    private static final int FINDINGS_OF_REGION = 2;

    /** The most single treatments. */
    public static final int MOST_TREATMENTS = 60;

    /** @throws Refused if a text is too long or there are too many rows */
    public SessionDetails {
        subjective = TextLimit.optional("What the patient says", orEmpty(subjective), 2000);
        contraindications = TextLimit.optional("The contraindications", orEmpty(contraindications), 500);
        cue = TextLimit.optional("The movement cue", orEmpty(cue), 300);
        homeCare = TextLimit.optional("The home care", orEmpty(homeCare), 1000);
        activities = orEmpty(activities);
        segments = atMost("Segments", MOST_ROWS, orEmpty(segments));
        exercises = atMost("Exercises", MOST_ROWS, orEmpty(exercises));
        treatments = atMost("Treatments", MOST_TREATMENTS, orEmpty(treatments));
        templated = orEmpty(templated);
    }

    // the JSON of a note omits empty fields
    private static String orEmpty(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }

    private static <T> List<T> orEmpty(@Nullable List<T> rows) {
        return rows == null ? List.of() : List.copyOf(rows);
    }

    private static <T> SortedMap<String, T> orEmpty(@Nullable SortedMap<String, T> fields) {
        return fields == null ? Collections.emptySortedMap() : Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    private static <T> List<T> atMost(String what, int most, List<T> rows) {
        if (rows.size() > most) {
            throw new Refused(what + ": at most " + most + " rows");
        }
        return rows;
    }

    /** Returns a copy with other texts. */
    public SessionDetails withTexts(String nowSubjective, String nowCue, String nowHomeCare) {
        return new SessionDetails(
                nowSubjective,
                activities,
                contraindications,
                segments,
                exercises,
                treatments,
                nowCue,
                nowHomeCare,
                carried,
                templated);
    }

    /** Returns a copy with other rated activities. */
    public SessionDetails withActivities(List<Limitation> now) {
        return new SessionDetails(
                subjective, now, contraindications, segments, exercises, treatments, cue, homeCare, carried, templated);
    }

    /** Returns a copy with other segments and contraindications. */
    public SessionDetails withSegments(List<SegmentRow> now, String nowContraindications) {
        return new SessionDetails(
                subjective,
                activities,
                nowContraindications,
                now,
                exercises,
                treatments,
                cue,
                homeCare,
                carried,
                templated);
    }

    /** Returns a copy with other exercises. */
    public SessionDetails withExercises(List<ExerciseRow> now) {
        return new SessionDetails(
                subjective,
                activities,
                contraindications,
                segments,
                now,
                treatments,
                cue,
                homeCare,
                carried,
                templated);
    }

    /** Returns a copy whose exercises are as they are planned: with their doses, without what is of the day. */
    public SessionDetails withExercisesPlanned() {
        return withExercises(exercises.stream().map(ExerciseRow::planned).toList());
    }

    /** Returns a copy with other treatments. */
    public SessionDetails withTreatments(List<TreatmentRow> now) {
        return new SessionDetails(
                subjective, activities, contraindications, segments, exercises, now, cue, homeCare, carried, templated);
    }

    /** Returns a copy that says what was carried forward. */
    public SessionDetails withCarried(@Nullable CarriedForward now) {
        return withOrigins(now, templated);
    }

    /** Returns a copy that says what a note template filled in. */
    public SessionDetails withTemplated(SortedMap<String, FromTemplate> now) {
        return withOrigins(carried, now);
    }

    /** Returns a copy that says of other details what was carried forward and filled in. */
    public SessionDetails withOriginsOf(SessionDetails other) {
        return withOrigins(other.carried, other.templated);
    }

    private SessionDetails withOrigins(
            @Nullable CarriedForward nowCarried, SortedMap<String, FromTemplate> nowTemplated) {
        return new SessionDetails(
                subjective,
                activities,
                contraindications,
                segments,
                exercises,
                treatments,
                cue,
                homeCare,
                nowCarried,
                nowTemplated);
    }

    /** Returns whether a segment was adjusted. */
    public boolean hasAdjustment() {
        return segments.stream().anyMatch(SegmentRow::isAdjusted);
    }

    /** Returns whether a segment was adjusted by a thrust. */
    public boolean hasThrust() {
        return segments.stream()
                .map(SegmentRow::technique)
                .anyMatch(technique -> technique != null && technique.isThrust());
    }

    /**
     * Returns the regions of the spine that were adjusted without two findings of P.A.R.T. at their segments, one of them
     * asymmetry or range of motion. Source: Medicare Benefit Policy Manual, chapter 15, section 240.1.2.
     */
    public List<SpineRegion> regionsWithoutFindings() {
        return segments.stream()
                .filter(SegmentRow::isAdjusted)
                .map(row -> row.segment().region())
                .distinct()
                .sorted()
                .filter(region -> !isDocumented(region))
                .toList();
    }

    private boolean isDocumented(SpineRegion region) {
        var found = segments.stream()
                .filter(row -> row.segment().region() == region)
                .flatMap(row -> row.findings().stream())
                .collect(Collectors.toSet());
        return found.size() >= FINDINGS_OF_REGION
                && (found.contains(SegmentFinding.ASYMMETRY) || found.contains(SegmentFinding.RANGE_OF_MOTION));
    }

    /** Returns whether an exercise was taught or done. */
    public boolean hasExercise() {
        return exercises.stream().anyMatch(ExerciseRow::isRecorded);
    }

    /** Returns the names of the missing fields, as the screen names them; empty if a note with these can be signed. */
    public List<String> missingToSign() {
        var named = new HashSet<String>();
        return Stream.of(
                        segments.stream()
                                .filter(row -> row.side() == null)
                                .map(row -> "the side of " + row.segment().label()),
                        segments.stream()
                                .map(SegmentRow::label)
                                .filter(label -> !named.add(label))
                                .map(label -> "one row for " + label + ", which is listed twice"),
                        exercises.stream()
                                .filter(row -> !row.isRecorded())
                                .map(row -> "whether " + row.name() + " was taught or done"))
                .flatMap(Function.identity())
                .distinct()
                .toList();
    }

    /**
     * Refuses what is outside the scope of practice of a discipline. Source: scope-of-practice laws; a massage therapist
     * does not adjust the spine.
     *
     * @param discipline that of the visit; null for visits without treatment
     * @throws Refused with a sentence for the author
     */
    public void requireInScope(@Nullable Discipline discipline) {
        outOfScope(discipline).ifPresent(sentence -> {
            throw new Refused(sentence);
        });
    }

    private Optional<String> outOfScope(@Nullable Discipline discipline) {
        if (!segments.isEmpty() && discipline != Discipline.CHIROPRACTIC) {
            return Optional.of("Only a chiropractor records segments of the spine and adjustments");
        }
        if (!exercises.isEmpty() && discipline == Discipline.MASSAGE_THERAPY) {
            return Optional.of("A massage note has no exercises. Record them under Home care");
        }
        if (!treatments.isEmpty() && discipline == Discipline.EXERCISE_THERAPY) {
            return Optional.of("An exercise note has no massage treatments");
        }
        return Optional.empty();
    }
}

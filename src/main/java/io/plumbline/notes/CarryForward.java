package io.plumbline.notes;

import io.plumbline.sessions.CarriedForward;
import io.plumbline.sessions.ExerciseRow;
import io.plumbline.sessions.SegmentRow;
import io.plumbline.sessions.SessionDetails;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.signing.ContentHash;
import io.plumbline.shared.signing.RecordVersions;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What may be carried forward into a draft from the patient's last signed note of the same discipline: what was treated
 * and how, and the plan. What was found, pain, the response, and the answers of the day never are.
 *
 * @param content the content of that note that may be carried, nothing else
 */
public record CarryForward(NoteId from, LocalDate treatedOn, NoteDraft content) {
    static CarryForward of(NoteId from, LocalDate treatedOn, NoteDraft signed, Collection<String> offeredModalities) {
        var modalities =
                signed.modalities().stream().filter(offeredModalities::contains).collect(Collectors.toSet());
        var details = signed.details();
        var treatments = details.treatments().stream()
                .filter(row -> offeredModalities.contains(row.modality()))
                .toList();
        var content = new NoteDraft(
                null,
                null,
                null,
                null,
                signed.areas(),
                modalities,
                signed.pressure(),
                signed.stopAt(),
                signed.minutes(),
                null,
                null,
                "",
                "",
                signed.nextStep());
        return new CarryForward(
                from,
                treatedOn,
                content.withDetails(SessionDetails.EMPTY
                        .withTexts("", details.cue(), details.homeCare())
                        .withSegments(adjusted(details), "")
                        .withExercises(done(details))
                        .withTreatments(treatments)));
    }

    private static List<SegmentRow> adjusted(SessionDetails details) {
        return details.segments().stream()
                .filter(SegmentRow::isAdjusted)
                .map(row -> new SegmentRow(row.segment(), row.side(), Set.of(), "", row.technique(), null))
                .toList();
    }

    private static List<ExerciseRow> done(SessionDetails details) {
        return details.exercises().stream()
                .map(row -> new ExerciseRow(
                        row.exercise(),
                        row.name(),
                        false,
                        true,
                        row.sets(),
                        row.repetitions(),
                        row.holdSeconds(),
                        row.load(),
                        ""))
                .toList();
    }

    /** Returns the fields of a part that can be carried into a draft: they are empty there, and were not in the note. */
    public List<String> openIn(NoteDraft draft, NotePart part) {
        var last = RecordVersions.values(content);
        var now = RecordVersions.values(draft);
        return part.fields().stream()
                .filter(field -> !isEmpty(last.get(field)) && isEmpty(now.get(field)))
                .toList();
    }

    /** Returns the draft with the open fields of some parts carried forward. */
    public NoteDraft into(NoteDraft draft, Collection<NotePart> parts) {
        var fields =
                parts.stream().flatMap(part -> openIn(draft, part).stream()).toList();
        if (fields.isEmpty()) {
            return draft;
        }
        var last = RecordVersions.values(content);
        Map<String, String> hashes = new TreeMap<>();
        fields.forEach(field -> hashes.put(field, hash(last.get(field))));
        var before = draft.details().carried();
        var carried = before != null && before.from().equals(from)
                ? before.with(hashes)
                : new CarriedForward(from, treatedOn, new TreeMap<>(hashes));
        var now = RecordVersions.with(draft, fields, content);
        return now.withDetails(now.details().withCarried(carried));
    }

    /** Returns the fields of a note that are still as they were carried forward. */
    public static List<String> unchangedIn(NoteDraft draft) {
        var carried = draft.details().carried();
        if (carried == null) {
            return List.of();
        }
        var now = RecordVersions.values(draft);
        return carried.fields().entrySet().stream()
                .filter(field -> hash(now.get(field.getKey())).equals(field.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Returns the draft; once nothing is as it was carried, it no longer says that something was. */
    public static NoteDraft settled(NoteDraft draft) {
        return unchangedIn(draft).isEmpty() ? draft.withDetails(draft.details().withCarried(null)) : draft;
    }

    private static String hash(@Nullable Object value) {
        return value == null ? "" : ContentHash.of(value);
    }

    private static boolean isEmpty(@Nullable Object value) {
        return value == null
                || value instanceof String text && text.isEmpty()
                || value instanceof Collection<?> rows && rows.isEmpty();
    }
}

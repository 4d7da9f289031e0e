package io.plumbline.notes;

import io.plumbline.schedule.AppointmentType;
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
    static CarryForward of(
            NoteId from,
            LocalDate treatedOn,
            AppointmentType service,
            NoteDraft signed,
            Collection<String> offeredModalities) {
        // an exercise note of earlier days may have areas and a pressure, which its form no longer shows
        var isManual = service != AppointmentType.EXERCISE;
        var modalities =
                signed.modalities().stream().filter(offeredModalities::contains).collect(Collectors.toSet());
        var details = signed.details();
        var content = NoteDraft.EMPTY
                .withTreatment(
                        isManual ? signed.areas() : List.of(),
                        modalities,
                        isManual ? signed.pressure() : null,
                        null,
                        signed.minutes())
                .withDetails(SessionDetails.EMPTY
                        .withTexts("", details.cue(), details.homeCare())
                        .withSegments(adjusted(details), "")
                        .withExercises(planned(details))
                        .withTreatments(details.treatments()));
        return new CarryForward(from, treatedOn, content.withNextStep(signed.nextStep()));
    }

    /** Returns the same without treatment, for a patient on hold: only the plan may be carried. */
    public CarryForward ofPlan() {
        var details = content.details();
        return new CarryForward(
                from,
                treatedOn,
                NoteDraft.EMPTY
                        .withDetails(SessionDetails.EMPTY.withTexts("", details.cue(), details.homeCare()))
                        .withNextStep(content.nextStep()));
    }

    private static List<SegmentRow> adjusted(SessionDetails details) {
        return details.segments().stream()
                .filter(SegmentRow::isAdjusted)
                .map(row -> new SegmentRow(row.segment(), row.side(), Set.of(), "", row.technique(), null))
                .toList();
    }

    /** Of what was done last time, the doses; whether it is done today, the author says. */
    private static List<ExerciseRow> planned(SessionDetails details) {
        return details.exercises().stream()
                .filter(ExerciseRow::done)
                .map(ExerciseRow::planned)
                .toList();
    }

    /** Returns the fields of a part that can be carried into a draft: they are empty there, and were not in the note. */
    public List<String> openIn(NoteDraft draft, NotePart part) {
        var last = RecordVersions.values(content);
        var now = RecordVersions.values(draft);
        return part.fields().stream()
                .filter(field -> !RecordVersions.isEmpty(last.get(field)) && RecordVersions.isEmpty(now.get(field)))
                .toList();
    }

    /** Returns the draft with the open fields of some parts carried forward. */
    public NoteDraft into(NoteDraft draft, Collection<NotePart> parts) {
        var fields =
                parts.stream().flatMap(part -> openIn(draft, part).stream()).toList();
        if (fields.isEmpty()) {
            return draft;
        }
        var now = withChosenTreatments(RecordVersions.with(draft, fields, content), fields);
        var values = RecordVersions.values(now);
        Map<String, String> hashes = new TreeMap<>();
        fields.stream()
                .filter(field -> !RecordVersions.isEmpty(values.get(field)))
                .forEach(field -> hashes.put(field, hash(values.get(field))));
        var before = draft.details().carried();
        var carried = before != null && before.from().equals(from)
                ? before.with(hashes)
                : new CarriedForward(from, treatedOn, new TreeMap<>(hashes));
        return now.withDetails(now.details().withCarried(carried));
    }

    /** Of the carried rows by area, keeps those whose area and modality are chosen in the draft. */
    private static NoteDraft withChosenTreatments(NoteDraft draft, List<String> carried) {
        return carried.contains("treatments")
                ? draft.withDetails(draft.details()
                        .withTreatments(draft.details().treatments().stream()
                                .filter(draft::isChosen)
                                .toList()))
                : draft;
    }

    /** Returns the fields of a note that are still as they were carried forward. */
    public static List<String> unchangedIn(NoteDraft draft) {
        var carried = draft.details().carried();
        if (carried == null) {
            return List.of();
        }
        var forms = draft.filledValues();
        return carried.fields().entrySet().stream()
                .filter(field -> forms.stream()
                        .anyMatch(values -> hash(values.get(field.getKey())).equals(field.getValue())))
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
}

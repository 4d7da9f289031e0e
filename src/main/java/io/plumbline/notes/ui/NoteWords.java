package io.plumbline.notes.ui;

import com.vaadin.flow.component.html.DescriptionList;
import io.plumbline.notes.CarryForward;
import io.plumbline.notes.Modalities;
import io.plumbline.notes.NoteDraft;
import io.plumbline.notes.templates.TemplateMarks;
import io.plumbline.notes.ui.fill.FieldNames;
import io.plumbline.safety.FlagDetails;
import io.plumbline.safety.ScreeningRules;
import io.plumbline.sessions.ExerciseRow;
import io.plumbline.sessions.SegmentRow;
import io.plumbline.sessions.SessionDetails;
import io.plumbline.sessions.TreatmentRow;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Pain;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ui.Ui;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The content of a session note in words, for reading and for describing changes from another window. */
public record NoteWords(Modalities modalities, ScreeningRules rules) {
    private static final String OF_STRONGEST = " of " + NoteDraft.STRONGEST;

    /**
     * Returns all fields under the terms of the form.
     *
     * @param raised the names of the red flags that were raised from the note
     */
    public DescriptionList all(NoteDraft draft, List<String> raised) {
        return Ui.facts(facts(draft, raised));
    }

    /** Returns the terms and facts in turn, as {@link #all} shows them. */
    String[] facts(NoteDraft draft, List<String> raised) {
        return Stream.concat(Arrays.stream(always(draft, raised)), details(draft))
                .toArray(String[]::new);
    }

    private String[] always(NoteDraft draft, List<String> raised) {
        return new String[] {
            "Safety",
            raised.size() < 2 || draft.safetyRecheck() == null
                    ? safety(draft)
                    : draft.safetyRecheck().label() + ": " + String.join("; ", raised),
            "Consent",
            draft.consent() == null ? "Not asked" : draft.consent().label(),
            "Pain",
            pain(draft.painBefore(), draft.painAfter()),
            "Findings",
            orNothing(draft.observations()),
            "Response to treatment",
            draft.response() == null ? "Not recorded" : draft.response().label(),
            "Next step",
            orNothing(draft.nextStep())
        };
    }

    /** Returns the terms and facts of the details that are recorded; most are of one discipline. */
    private Stream<String> details(NoteDraft draft) {
        var details = draft.details();
        return Stream.of(
                        "Areas", draft.areas().isEmpty() ? "" : areas(draft),
                        "Modalities", draft.modalities().isEmpty() ? "" : done(draft),
                        "Pressure",
                                draft.pressure() == null && draft.stopAt() == null
                                        ? ""
                                        : pressure(draft.pressure(), draft.stopAt()),
                        "Minutes", Objects.toString(draft.minutes(), ""),
                        "Statement", draft.statement(),
                        "In the patient's words", details.subjective(),
                        "Activities", activities(details),
                        "Segments", lines(details.segments(), SegmentRow::words),
                        "Contraindications", details.contraindications(),
                        "Exercises", lines(details.exercises(), ExerciseRow::words),
                        "By area", lines(details.treatments(), this::words),
                        "Movement cue", details.cue(),
                        "Home care", details.homeCare(),
                        "Carried forward", carried(draft),
                        "From a template", FieldNames.templated(TemplateMarks.unchangedIn(draft)))
                .gather(Gatherers.windowFixed(2))
                .filter(fact -> !fact.getLast().isEmpty())
                .flatMap(List::stream);
    }

    private static <T> String lines(List<T> rows, Function<T, String> words) {
        return rows.stream().map(words).collect(Collectors.joining("; "));
    }

    private static String activities(SessionDetails details) {
        return lines(
                details.activities(),
                one -> one.activity() + " " + (one.ability() == null ? "not rated" : one.ability() + " of 10"));
    }

    private String words(TreatmentRow row) {
        return Stream.of(
                        row.area().label(),
                        modalities.nameOf(row.modality()),
                        modalities
                                .tissue(row.tissue())
                                .map(Modalities.Tissue::name)
                                .orElse(""),
                        row.phase() == null ? "" : row.phase().label(),
                        row.pressure() == null ? "" : "pressure " + row.pressure() + OF_STRONGEST,
                        row.minutes() == null ? "" : row.minutes() + " min")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** Returns the name and the value of a field that may be carried forward. */
    String carried(String field, NoteDraft draft) {
        var value =
                switch (field) {
                    case "areas" -> areas(draft);
                    case "segments" -> lines(draft.details().segments(), SegmentRow::words);
                    case "modalities" -> done(draft);
                    case "pressure" -> told(draft.pressure()) + OF_STRONGEST;
                    case "stopAt" -> told(draft.stopAt()) + OF_STRONGEST;
                    case "minutes" -> told(draft.minutes());
                    case "exercises" -> lines(draft.details().exercises(), ExerciseRow::plannedWords);
                    case "treatments" -> lines(draft.details().treatments(), this::words);
                    case "cue" -> draft.details().cue();
                    case "homeCare" -> draft.details().homeCare();
                    case "nextStep" -> draft.nextStep();
                    default -> throw new IllegalArgumentException(field);
                };
        return FieldNames.name(field) + " " + value;
    }

    private static String carried(NoteDraft draft) {
        var carried = draft.details().carried();
        var unchanged = CarryForward.unchangedIn(draft);
        return carried == null || unchanged.isEmpty()
                ? ""
                : FieldNames.names(unchanged) + ", from the note of " + Dates.day(carried.treatedOn());
    }

    /** Returns the names of all flags raised from a note, which may have several findings. */
    static List<String> raisedFrom(NoteId note, List<FlagDetails> flags) {
        return flags.stream()
                .filter(flag -> note.asClinicalNote().equals(flag.found().note()))
                .map(FlagDetails::flag)
                .distinct()
                .toList();
    }

    /** Returns the name and the value of one field of the draft. */
    String of(String field, NoteDraft draft) {
        return switch (field) {
            case "safetyRecheck", "safetyRule" -> "the safety re-check is now “" + safety(draft) + "”";
            case "consent" ->
                "consent is now “"
                        + (draft.consent() == null
                                ? "not asked"
                                : draft.consent().label()) + "”";
            case "painBefore" -> "pain before is now " + told(draft.painBefore());
            case "painAfter" -> "pain after is now " + told(draft.painAfter());
            case "areas" -> "the areas are now " + areas(draft);
            case "modalities" -> "the modalities are now " + done(draft);
            case "pressure" -> "the pressure is now " + told(draft.pressure());
            case "stopAt" -> "the pressure limit is now " + told(draft.stopAt());
            case "minutes" -> "the minutes are now " + told(draft.minutes());
            case "response" ->
                "the response is now "
                        + (draft.response() == null ? "open" : draft.response().label());
            case "observations" -> "the findings are now “" + draft.observations() + "”";
            case "statement" -> "the statement is now “" + draft.statement() + "”";
            case "subjective" ->
                "the patient's words are now “" + draft.details().subjective() + "”";
            case "activities" -> "the activities are now " + orNothing(activities(draft.details()));
            case "contraindications" ->
                "the contraindications are now “" + draft.details().contraindications() + "”";
            case "segments" ->
                "the segments are now " + orNothing(lines(draft.details().segments(), SegmentRow::words));
            case "exercises" ->
                "the exercises are now " + orNothing(lines(draft.details().exercises(), ExerciseRow::words));
            case "treatments" ->
                "the treatments by area are now "
                        + orNothing(lines(draft.details().treatments(), this::words));
            case "carried" -> "carried forward is now " + orNothing(carried(draft));
            case "templated" ->
                "from a template is now " + orNothing(FieldNames.templated(TemplateMarks.unchangedIn(draft)));
            case "cue" -> "the movement cue is now “" + draft.details().cue() + "”";
            case "homeCare" -> "the home care is now “" + draft.details().homeCare() + "”";
            case "nextStep" -> "the next step is now “" + draft.nextStep() + "”";
            default -> throw new IllegalArgumentException(field);
        };
    }

    private String safety(NoteDraft draft) {
        if (draft.safetyRecheck() == null) {
            return "Not asked";
        }
        var rule = draft.safetyRule();
        return draft.safetyRecheck().label()
                + (rule == null
                        ? ""
                        : ": " + rules.rule(rule).map(ScreeningRules.Rule::flag).orElse(rule));
    }

    private static String areas(NoteDraft draft) {
        return orNothing(draft.areas().stream().map(BodyRegion::label).collect(Collectors.joining("; ")));
    }

    private String done(NoteDraft draft) {
        return orNothing(draft.modalities().stream().map(modalities::nameOf).collect(Collectors.joining("; ")));
    }

    /** Returns what was recorded of the pain. */
    static String pain(@Nullable Pain before, @Nullable Pain after) {
        return recorded(before == null ? "" : "before " + before, after == null ? "" : "after " + after);
    }

    /** Returns what was recorded of the pressure. */
    static String pressure(@Nullable Integer applied, @Nullable Integer stopAt) {
        return recorded(
                applied == null ? "" : "applied " + applied + OF_STRONGEST,
                stopAt == null ? "" : "limit " + stopAt + OF_STRONGEST);
    }

    private static String recorded(String... parts) {
        var all = Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
        return orNothing(all.isEmpty() ? "" : Character.toUpperCase(all.charAt(0)) + all.substring(1));
    }

    private static String told(@Nullable Object value) {
        return Objects.toString(value, "not recorded");
    }

    private static String orNothing(String text) {
        return text.isEmpty() ? "Not recorded" : text;
    }
}

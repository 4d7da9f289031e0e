package io.plumbline.notes.search;

import io.plumbline.intake.Limitation;
import io.plumbline.notes.Modalities;
import io.plumbline.notes.search.NoteText.Passage;
import io.plumbline.sessions.ExerciseRow;
import io.plumbline.sessions.SegmentRow;
import io.plumbline.sessions.SessionDetails;
import io.plumbline.sessions.TreatmentRow;
import io.plumbline.shared.BodyRegion;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Puts what a session note says into the passages that are searched, with the names that the page has for them. */
@Component
class NotePassages {
    private static final Map<String, String> AREAS =
            BodyRegion.all().stream().collect(Collectors.toUnmodifiableMap(BodyRegion::code, BodyRegion::label));

    private final Modalities modalities;

    NotePassages(Modalities modalities) {
        this.modalities = modalities;
    }

    /**
     * What a note says, also one that was signed before a limit of today.
     *
     * @param areas codes of the treated areas
     * @param modalityCodes codes of the modalities
     * @param answers the answers to the signing checks
     */
    record Said(
            SessionDetails details,
            String observations,
            List<String> areas,
            List<String> modalityCodes,
            String statement,
            String nextStep,
            List<String> answers) {}

    /** Returns the passages in the order of the page, without the empty ones. */
    List<Passage> of(Said said) {
        var details = said.details();
        return Stream.of(
                        new Passage("In the patient's words", details.subjective()),
                        new Passage("Findings", said.observations()),
                        new Passage("Areas", joined(said.areas(), code -> AREAS.getOrDefault(code, code))),
                        new Passage("Segments", joined(details.segments(), SegmentRow::words)),
                        new Passage("Modalities", joined(said.modalityCodes(), modalities::nameOf)),
                        new Passage("By area", joined(details.treatments(), this::words)),
                        new Passage("Exercises", joined(details.exercises(), ExerciseRow::words)),
                        new Passage("Activities", joined(details.activities(), Limitation::activity)),
                        new Passage("Contraindications", details.contraindications()),
                        new Passage("Statement", said.statement()),
                        new Passage("Movement cue", details.cue()),
                        new Passage("Home care", details.homeCare()),
                        new Passage("Next step", said.nextStep()),
                        new Passage("Answered before signing", joined(said.answers(), Function.identity())))
                .filter(passage -> !passage.text().isEmpty())
                .toList();
    }

    private String words(TreatmentRow row) {
        var tissue = modalities
                .tissue(row.tissue())
                .map(found -> ", " + found.name())
                .orElse("");
        return row.area().label() + ", " + modalities.nameOf(row.modality()) + tissue;
    }

    private static <T> String joined(List<T> rows, Function<T, String> words) {
        return rows.stream().map(words).collect(Collectors.joining("; "));
    }
}

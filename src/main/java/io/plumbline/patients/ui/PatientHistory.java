package io.plumbline.patients.ui;

import com.vaadin.flow.component.html.Div;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.file.PatientTimeline;
import io.plumbline.patients.file.SinceLastSeen;
import io.plumbline.patients.file.TimelineEntry;
import io.plumbline.patients.file.TimelineKind;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.FoldedList;
import io.plumbline.shared.ui.Ui;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A patient's history from all modules: the full timeline, and what a clinician has not seen yet. */
@Component
class PatientHistory {
    private static final int FIRST = 4;

    private final List<PatientTimeline> modules;
    private final Clock clock;

    PatientHistory(List<PatientTimeline> modules, Clock clock) {
        this.modules = modules;
        this.clock = clock;
    }

    /**
     * The timeline of a patient.
     *
     * @param entries newest first; for a visit with a note, only the note
     * @param isCut whether there may be older entries
     */
    record Timeline(List<TimelineEntry> entries, boolean isCut) {
        /** Says what is not shown; empty if nothing is hidden. */
        String left() {
            return isCut
                    ? "The newest " + PatientTimeline.MOST + " of each kind of entry. The tabs of the record show all."
                    : "";
        }
    }

    /** Returns the timeline. */
    Timeline of(PatientDetails patient) {
        var read = modules.stream().map(module -> module.findEntries(patient)).toList();
        return new Timeline(
                newestFirst(read.stream().flatMap(List::stream).toList()),
                read.stream().anyMatch(module -> module.size() >= PatientTimeline.MOST));
    }

    private static List<TimelineEntry> newestFirst(List<TimelineEntry> all) {
        var told = all.stream()
                .filter(entry -> entry.about() != null && isNote(entry))
                .map(TimelineEntry::about)
                .collect(Collectors.toSet());
        return all.stream()
                .filter(entry -> isNote(entry) || !told.contains(entry.about()))
                .sorted(Comparator.comparing(TimelineEntry::at).reversed())
                .toList();
    }

    private static boolean isNote(TimelineEntry entry) {
        return entry.kind() == TimelineKind.NOTE_SIGNED || entry.kind() == TimelineKind.NOTE_DRAFT;
    }

    /** Shows a clinician what happened since their own last visit; one line if there is nothing. */
    com.vaadin.flow.component.Component since(PatientDetails patient, List<TimelineEntry> timeline) {
        return SinceLastSeen.of(timeline, clock.instant())
                .map(since -> card(patient, since))
                .orElseGet(() -> Ui.cardLine(title(patient), "You have not seen this patient before."));
    }

    private static com.vaadin.flow.component.Component card(PatientDetails patient, SinceLastSeen since) {
        var last = since.last();
        var when = Dates.day(last.day()) + ", your last " + kind(last.kind());
        if (since.facts().isEmpty()) {
            return Ui.cardLine(title(patient), "Nothing since " + when + ".");
        }
        var facts = since.facts().stream()
                .map(fact -> Ui.div("since-fact", TimelineCard.icon(fact.kind()).create(), Ui.text("", fact.words())))
                .toList();
        var card = Ui.card(title(patient), new FoldedList(facts, FIRST, "changes", "since"));
        ((Div) card.getComponentAt(0)).add(Ui.text("muted small", when));
        return card;
    }

    private static String kind(TimelineKind kind) {
        return switch (kind) {
            case NOTE_SIGNED -> "session note";
            case INTAKE_SIGNED -> "intake note";
            default -> "appointment";
        };
    }

    private static String title(PatientDetails patient) {
        return "Since you last saw " + patient.calledBy();
    }
}

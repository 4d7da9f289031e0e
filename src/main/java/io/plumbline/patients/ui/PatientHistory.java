package io.plumbline.patients.ui;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.file.PatientTimeline;
import io.plumbline.patients.file.SinceLastSeen;
import io.plumbline.patients.file.TimelineEntry;
import io.plumbline.patients.file.TimelineKind;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.Ui;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A patient's history from all rooms: the full timeline, and what a clinician has not seen yet. */
@Component
class PatientHistory {
    private final List<PatientTimeline> rooms;
    private final Clock clock;

    PatientHistory(List<PatientTimeline> rooms, Clock clock) {
        this.rooms = rooms;
        this.clock = clock;
    }

    /** Returns the entries, newest first; for a visit with a note, only the note. */
    List<TimelineEntry> of(PatientDetails patient) {
        var all = rooms.stream()
                .flatMap(room -> room.findEntries(patient).stream())
                .toList();
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

    /** Shows clinicians what happened since their own last visit; empty for everybody else. */
    Optional<com.vaadin.flow.component.Component> since(PatientDetails patient, List<TimelineEntry> timeline) {
        return patient.clinical() == null
                ? Optional.empty()
                : SinceLastSeen.of(timeline, clock.instant())
                        .map(since -> card(patient, since))
                        .or(() -> Optional.of(
                                Ui.card(title(patient), Ui.text("muted", "You have not seen this patient before."))));
    }

    private static com.vaadin.flow.component.Component card(PatientDetails patient, SinceLastSeen since) {
        var last = since.last();
        var when = Dates.day(last.day())
                + (last.kind() == TimelineKind.NOTE_SIGNED ? ", your last note" : ", your last appointment");
        if (since.facts().isEmpty()) {
            return Ui.card(title(patient), Ui.text("muted", "Nothing since " + when + "."));
        }
        var facts = new UnorderedList();
        facts.addClassName("since");
        since.facts()
                .forEach(fact ->
                        facts.add(new ListItem(TimelineCard.icon(fact.kind()).create(), Ui.text("", fact.words()))));
        return Ui.card(title(patient), Ui.text("muted small", when), facts);
    }

    private static String title(PatientDetails patient) {
        return "Since you last saw " + patient.calledBy();
    }
}

package io.plumbline.patients.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.file.TimelineEntry;
import io.plumbline.patients.file.TimelineKind;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.FoldedList;
import io.plumbline.shared.ui.Ui;
import java.util.Comparator;
import java.util.List;

/** What the overview of a patient shows in one look: why they come, how it goes, and what is open. */
final class OverviewCards {
    private static final int FIRST_OPEN = 3;

    private OverviewCards() {}

    /**
     * Shows why the patient comes beside how it goes; one line if neither is known yet.
     *
     * @param reason what the modules say of why the patient comes
     * @param course what the modules say of how it goes
     */
    static Component why(List<Component> reason, List<Component> course) {
        if (reason.isEmpty() && course.isEmpty()) {
            return Ui.cardLine("Why they come", "No signed intake note and no pain or function on record yet");
        }
        var look = Ui.div("look");
        if (reason.isEmpty()) {
            look.add(Ui.text("muted", "No signed intake note yet"));
        }
        reason.forEach(look::add);
        if (!course.isEmpty()) {
            look.add(Ui.div("stack-3", course.toArray(Component[]::new)));
        }
        return Ui.card("Complaint and progress", look);
    }

    /** Shows the reactions that are open, then what somebody has yet to finish or to wait for, oldest first, for those who treat. */
    static Component open(List<TimelineEntry> timeline, PatientDetails patient) {
        var open = timeline.stream()
                .filter(TimelineEntry::open)
                .sorted(Comparator.comparing((TimelineEntry entry) -> entry.kind() != TimelineKind.REACTION)
                        .thenComparing(TimelineEntry::at))
                .map(entry -> line(entry, patient))
                .toList();
        return open.isEmpty()
                ? Ui.railLine("Open", "Nothing open")
                : Ui.railPart("Open", new FoldedList(open, FIRST_OPEN, "open items"));
    }

    private static Component line(TimelineEntry entry, PatientDetails patient) {
        var day = entry.day().equals(patient.today()) ? "today" : Dates.day(entry.day());
        var words = Ui.text("muted small", day + (entry.detail().isEmpty() ? "" : " · " + entry.detail()));
        return entry.address() == null
                ? Ui.div("stack-0", Ui.text("strong", entry.what()), words)
                : Ui.div("stack-0", new Anchor(entry.address(), entry.what()), words);
    }
}

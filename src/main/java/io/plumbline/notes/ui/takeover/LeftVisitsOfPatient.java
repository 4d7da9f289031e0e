package io.plumbline.notes.ui.takeover;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import io.plumbline.access.AtClinic;
import io.plumbline.notes.takeover.LeftVisit;
import io.plumbline.notes.takeover.LeftVisitService;
import io.plumbline.patients.PatientDetails;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Permission;
import io.plumbline.shared.ui.Ui;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Lists the visits of a patient whose practitioner can no longer write the session note, and takes them over. */
@Component
public class LeftVisitsOfPatient {
    private final LeftVisitService visits;

    LeftVisitsOfPatient(LeftVisitService visits) {
        this.visits = visits;
    }

    /** Returns the list; empty if there are no such visits, or the current user writes no notes. */
    public Optional<Div> of(PatientDetails patient) {
        if (!AtClinic.may(Permission.NOTE_WRITE, patient.clinics())) {
            return Optional.empty();
        }
        var left = visits.findByPatient(patient);
        if (left.isEmpty()) {
            return Optional.empty();
        }
        var list = new UnorderedList();
        list.addClassName("stack-2");
        left.forEach(visit -> list.add(new ListItem(row(visit))));
        var title = "Visits without a signed note"
                + (left.size() < LeftVisitService.MOST ? "" : ", the oldest " + LeftVisitService.MOST);
        return Optional.of(Ui.div(
                "stack-2",
                Ui.text("strong", title),
                Ui.text(
                        "muted",
                        "The account of the practitioner is deactivated. If you took part in the visit, you can write"
                                + " its note."),
                list));
    }

    private Div row(LeftVisit visit) {
        var words = named(visit);
        var takeOver = new Button("Take over…", e -> TakeOverDialog.open(visits, visit, words));
        takeOver.setAriaLabel("Take over: " + words);
        return Ui.div("cluster", Ui.text("", words), takeOver);
    }

    private static String named(LeftVisit visit) {
        return visit.service().label() + " on " + Dates.day(visit.on()) + " with " + visit.practitioner();
    }
}

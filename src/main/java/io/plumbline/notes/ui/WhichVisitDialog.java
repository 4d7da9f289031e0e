package io.plumbline.notes.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import io.plumbline.clinics.ClinicService;
import io.plumbline.notes.OpenVisit;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.Dialogs;
import java.util.List;

/** Asks which visit of a patient a session note is for. */
final class WhichVisitDialog extends Composite<Dialog> {
    private final RadioButtonGroup<OpenVisit> visit = new RadioButtonGroup<>("Visit");

    WhichVisitDialog(List<OpenVisit> open, ClinicService clinics) {
        var isOneClinic = open.stream().map(OpenVisit::clinic).distinct().count() < 2;
        visit.setItems(open);
        visit.setItemLabelGenerator(one -> words(one)
                + (isOneClinic ? "" : ", " + clinics.label(one.clinic()).name()));
        var write = new Button("Write note", e -> {
            visit.setErrorMessage("Choose the visit that you write about");
            visit.setInvalid(visit.isEmpty());
            if (!visit.isEmpty()) {
                getContent().close();
                UI.getCurrentOrThrow().navigate(visit.getValue().key().address());
            }
        });
        Dialogs.ask(getContent(), Dialogs.Width.SMALL, "Which visit is this note for?", () -> false, write, visit);
    }

    private static String words(OpenVisit one) {
        var service = one.service().label();
        if (one.isWalkIn()) {
            return service + " today, without an appointment";
        }
        var day = Dates.dayAndYear(one.on());
        return one.at() == null
                ? service + ", planned for " + day + ", not booked"
                : service + ", " + day + ", " + Dates.time(one.at());
    }

    void open() {
        getContent().open();
    }
}

package io.plumbline.recalls.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import io.plumbline.clinics.ClinicService;
import io.plumbline.recalls.RecallDetails;
import io.plumbline.recalls.RecallStatus;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Ui;
import java.util.ArrayList;
import java.util.List;

/** Whom to call, by which number and in which language, and where the visit is booked. */
class RecallAboutPart extends Composite<Div> {
    private final ClinicService clinics;

    RecallAboutPart(ClinicService clinics) {
        this.clinics = clinics;
        getContent().addClassName("panel-part");
    }

    /** Shows the current version. */
    void show(RecallDetails recall) {
        var row = recall.row();
        getContent().removeAll();
        var phone = row.phone();
        if (phone != null && recall.status() == RecallStatus.OPEN && !row.isOnHold()) {
            var dial = new Anchor("tel:" + phone.digits(), phone.shown());
            dial.addClassName("phone");
            getContent().add(Ui.div("cluster", dial));
        } else if (phone == null) {
            getContent().add(Ui.text("muted", "No phone number is recorded. Add one on the patient's page."));
        }
        var places = Ui.div("cluster", new Anchor(Routes.patient(row.patient()), "Open the patient's page"));
        if (!row.isOnHold()) {
            places.add(new Anchor(Routes.booking(row.patient()), "Book a visit"));
        }
        getContent().add(Ui.facts(facts(recall).toArray(String[]::new)), places);
    }

    private List<String> facts(RecallDetails recall) {
        var row = recall.row();
        var facts = new ArrayList<String>();
        if (!row.language().isEmpty()) {
            facts.addAll(List.of("Language", row.language()));
        }
        if (!recall.guardian().isEmpty()) {
            facts.addAll(List.of("Guardian", recall.guardian()));
        }
        facts.addAll(
                List.of("Last visit", row.lastVisitOn() == null ? "None yet" : Dates.dayAndYear(row.lastVisitOn())));
        if (row.plannedOn() != null) {
            facts.addAll(List.of("Next planned for", Dates.dayAndYear(row.plannedOn())));
        }
        if (row.nextOn() != null && recall.status() == RecallStatus.OPEN) {
            facts.addAll(List.of("Next contact", Dates.dayAndYear(row.nextOn())));
        }
        facts.addAll(List.of("Clinic", clinics.label(row.clinic()).name()));
        return facts;
    }
}

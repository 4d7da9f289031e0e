package io.plumbline.shared.ui.patient;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Header;
import io.plumbline.shared.PatientHeaderContent;
import io.plumbline.shared.ui.FoldedList;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Ui;
import java.util.ArrayList;
import java.util.Comparator;

/** The header on every screen of a patient: who the patient is and what must not be overlooked. */
public final class PatientHeader extends Header {
    private static final int FIRST_MARKS = 5;

    private PatientHeader(Component name, PatientHeaderContent person, Component... actions) {
        addClassName("patient-header");
        getElement().setAttribute("aria-label", "Patient");
        // sticky elements below need the height of the header
        addAttachListener(e -> getElement().executeJs("""
                new ResizeObserver(() =>
                  this.parentElement?.style.setProperty('--header', this.offsetHeight + 'px')).observe(this);"""));
        var facts = Ui.div("patient-facts", Ui.text("", person.nextVisit()));
        if (!person.plan().isEmpty()) {
            facts.add(Ui.text("", person.plan()));
        }
        if (!person.careTeam().isEmpty()) {
            facts.add(Ui.text("", "Care team: " + person.careTeam()));
        }
        var who = Ui.div(
                "patient-words", Ui.div("patient-line", name, Ui.text("muted", person.about())), marks(person), facts);
        add(Ui.div("patient-who", Ui.initials(person.name()), who));
        if (actions.length > 0) {
            add(Ui.div("cluster patient-actions", actions));
        }
    }

    /** Creates the header of the patient's own page, where the name is the title. */
    public static PatientHeader ofPage(PatientHeaderContent person, Component... actions) {
        return new PatientHeader(Ui.title(person.name()), person, actions);
    }

    /** Creates the header of another record of the patient, where the name links to the patient's page. */
    public static PatientHeader ofRecord(PatientHeaderContent person) {
        var link = new Anchor(person.page(), person.name());
        link.addClassName("patient-name");
        var header = new PatientHeader(link, person);
        header.addClassName("compact");
        return header;
    }

    private static Component marks(PatientHeaderContent person) {
        var marks = new ArrayList<Component>();
        if (!person.sameName().isEmpty()) {
            // first: it is about whom one writes at all
            marks.add(StatusBadge.warn(person.sameName()));
        }
        if (!person.status().isEmpty()) {
            marks.add(StatusBadge.warn(person.status()));
        }
        if (!person.hold().isEmpty()) {
            marks.add(StatusBadge.hold(person.hold()));
        }
        // in the order of the record, warnings first: those are what stays in sight if there are many
        person.alerts().stream()
                .sorted(Comparator.comparing(alert -> !alert.warning()))
                .map(alert -> alert.warning()
                        ? new StatusBadge(StatusBadge.Tone.WARN, Icon.ALERT, alert.words())
                        : new StatusBadge(StatusBadge.Tone.NEUTRAL, Icon.INFO, alert.words()))
                .forEach(marks::add);
        var list = new FoldedList(marks, FIRST_MARKS, "alerts", "patient-marks");
        list.setVisible(!marks.isEmpty());
        return list;
    }
}

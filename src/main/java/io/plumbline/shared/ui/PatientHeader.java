package io.plumbline.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** The header on every screen of a patient: who the patient is and what must not be overlooked. */
public final class PatientHeader extends Header {
    /**
     * The content of the header.
     *
     * @param about pronouns, age, birth date, and patient number on one line
     * @param plan the active plan and its progress; empty if there is none
     * @param hold what is forbidden by a clinical hold; empty if there is none
     * @param careTeam the names; empty if there is no care team
     */
    public record Person(
            String name,
            String page,
            String about,
            List<Alert> alerts,
            String careTeam,
            String nextVisit,
            String plan,
            String hold) {}

    /** An alert that must not be overlooked. */
    public record Alert(String words, boolean warning) {}

    private PatientHeader(Component name, Person person, Component... actions) {
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
    public static PatientHeader ofPage(Person person, Component... actions) {
        return new PatientHeader(Ui.title(person.name()), person, actions);
    }

    /** Creates the header of another record of the patient, where the name links to the patient's page. */
    public static PatientHeader ofRecord(Person person) {
        var link = new Anchor(person.page(), person.name());
        link.addClassName("patient-name");
        var header = new PatientHeader(link, person);
        header.addClassName("compact");
        return header;
    }

    private static Component marks(Person person) {
        var marks = new UnorderedList();
        marks.addClassName("patient-marks");
        if (!person.hold().isEmpty()) {
            marks.add(new ListItem(new StatusBadge(StatusBadge.Tone.CLINICAL, Icon.STOP, person.hold())));
        }
        person.alerts()
                .forEach(alert -> marks.add(new ListItem(
                        alert.warning()
                                ? new StatusBadge(StatusBadge.Tone.WARN, Icon.ALERT, alert.words())
                                : new StatusBadge(StatusBadge.Tone.NEUTRAL, Icon.INFO, alert.words()))));
        marks.setVisible(marks.getComponentCount() > 0);
        return marks;
    }
}

package io.plumbline.practitioners.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import io.plumbline.practitioners.PractitionerDetails;
import io.plumbline.practitioners.supervision.SupervisionDetails;
import io.plumbline.practitioners.supervision.SupervisionService;
import io.plumbline.practitioners.supervision.SupervisorChoice;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Ui;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Who co-signs the session notes of a practitioner; their manager names the supervisor. */
class SupervisionCard extends Composite<Div> {
    private final SupervisionService supervisions;
    private final PractitionerDetails practitioner;
    private final ZoneId zone;
    private final Div content = Ui.div("stack-2");

    SupervisionCard(SupervisionService supervisions, PractitionerDetails practitioner, ZoneId zone) {
        this.supervisions = supervisions;
        this.practitioner = practitioner;
        this.zone = zone;
        getContent().add(Ui.card("Supervision", content));
        show();
    }

    private void show() {
        content.removeAll();
        var now = supervisions.find(practitioner.id()).orElse(null);
        if (now == null) {
            content.add(Ui.text("muted", "No supervisor. Session notes need no co-signature."));
        } else {
            content.add(supervisor(now));
        }
        var others = supervisions.supervisedBy(practitioner.id());
        if (!others.isEmpty()) {
            content.add(Ui.facts("Co-signs the notes of", String.join(", ", others)));
        }
        if (practitioner.changeable()) {
            var actions = Ui.div(
                    "cluster", new Button(now == null ? "Name a supervisor…" : "Change supervisor…", e -> name(now)));
            if (now != null) {
                actions.add(new Button("End supervision…", e -> end(now)));
            }
            content.add(actions);
        }
    }

    private Component supervisor(SupervisionDetails now) {
        var words = Ui.div(
                "stack-1",
                new Anchor(Routes.practitioner(now.supervisor()), now.name()),
                Ui.text(
                        "quiet",
                        "Co-signs the session notes, named on "
                                + Dates.dayAndYear(LocalDate.ofInstant(now.since(), zone))));
        if (!now.active()) {
            words.add(Ui.alert(now.name() + " can no longer sign in, so nobody co-signs. Name another supervisor."));
        }
        return words;
    }

    private void name(@Nullable SupervisionDetails now) {
        var choices = supervisions.candidates(practitioner.id());
        var who = new ComboBox<SupervisorChoice>("Supervisor");
        who.setItems(choices);
        who.setItemLabelGenerator(SupervisorChoice::name);
        who.setWidthFull();
        who.setHelperText(
                choices.isEmpty()
                        ? "Nobody can be chosen: a supervisor has an active account at a clinic of this practitioner,"
                                + " practices the same disciplines, and has no supervisor."
                        : "Signed notes wait for the co-signature. Those that wait already go to the new supervisor.");
        var form = EditDialog.form("Supervisor of " + practitioner.name());
        form.required(who, "Choose a supervisor");
        form.at(who)
                .ifChanged(() -> {
                    var wrong = new FormErrors();
                    wrong.refuse(
                            who, true, "A colleague changed the supervision in the meantime. Close this to see it");
                    wrong.areNone();
                })
                .open(
                        "Save",
                        () -> supervisions.name(
                                practitioner.id(),
                                now == null ? -1 : now.version(),
                                who.getValue().id()),
                        this::show);
    }

    private void end(SupervisionDetails now) {
        EditDialog.form("End the supervision by " + now.name())
                .destructive()
                .say(practitioner.name() + " signs alone from now on. Notes that wait for a co-signature stay so until"
                        + " you name a supervisor again.")
                .open("End supervision", () -> supervisions.end(practitioner.id(), now.version()), this::show);
    }
}

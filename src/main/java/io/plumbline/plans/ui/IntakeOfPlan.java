package io.plumbline.plans.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import io.plumbline.intake.IntakeService;
import io.plumbline.intake.IntakeVersions;
import io.plumbline.patients.PatientDetails;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.IntakeId;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Ui;
import java.util.Optional;

/** Leads from a plan to the version of the intake note from which it was begun, and to a newer one. */
@org.springframework.stereotype.Component
class IntakeOfPlan {
    private final IntakeService intake;

    IntakeOfPlan(IntakeService intake) {
        this.intake = intake;
    }

    /** Returns the link to the note; with the version, if the note has several. */
    Component link(IntakeId note, PatientDetails patient) {
        var versions =
                intake.versionsOf(note, patient).filter(found -> found.signed().size() > 1);
        var link = new Anchor(
                Routes.intake(note),
                "Signed intake note"
                        + versions.map(found -> ", version " + found.seen()).orElse(""));
        return versions.flatMap(IntakeOfPlan::newer)
                .<Component>map(newer -> Ui.div("stack-0", link, newer))
                .orElse(link);
    }

    /** Returns the notice above a draft whose intake note was amended since; empty if it was not. */
    Optional<Component> notice(IntakeId note, PatientDetails patient) {
        return intake.versionsOf(note, patient)
                .flatMap(IntakeOfPlan::newer)
                .map(newer -> Ui.div("banner tone-info", Icon.INFO.create(), Ui.div("stack-0", newer)));
    }

    private static Optional<Component> newer(IntakeVersions versions) {
        return versions.newer()
                .map(newer -> Ui.span(
                        "",
                        Ui.text(
                                "",
                                "The plan was begun from version " + versions.seen()
                                        + " of the intake note. There is a newer one: "),
                        new Anchor(Routes.intake(newer.id()), "version " + newer.number() + " of the intake note")));
    }
}

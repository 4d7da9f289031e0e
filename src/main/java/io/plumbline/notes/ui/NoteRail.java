package io.plumbline.notes.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import io.plumbline.intake.IntakeRow;
import io.plumbline.intake.IntakeService;
import io.plumbline.measures.MeasuresBeside;
import io.plumbline.notes.NoteRow;
import io.plumbline.notes.NoteService;
import io.plumbline.notes.NoteStatus;
import io.plumbline.patients.DeskOrders;
import io.plumbline.patients.PatientDetails;
import io.plumbline.plans.PlanService;
import io.plumbline.plans.PlanStatus;
import io.plumbline.safety.FlagDetails;
import io.plumbline.safety.FlagStatus;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Ui;
import java.util.List;
import java.util.Objects;

/** The record beside the note: warnings before treatment, the plan, pain and measures over time, the last note. */
@org.springframework.stereotype.Component
class NoteRail {
    private final PlanService plans;
    private final NoteService notes;
    private final IntakeService intake;
    private final MeasuresBeside measures;
    private final DeskOrders orders;

    NoteRail(PlanService plans, NoteService notes, IntakeService intake, MeasuresBeside measures, DeskOrders orders) {
        this.plans = plans;
        this.notes = notes;
        this.intake = intake;
        this.measures = measures;
        this.orders = orders;
    }

    Component of(PatientDetails patient, List<FlagDetails> flags, NoteId current) {
        var signed = notes.findByPatient(patient).stream()
                .filter(row -> row.status() == NoteStatus.SIGNED)
                .toList();
        var before = signed.stream().filter(row -> !row.id().equals(current)).toList();
        var rail = new Aside(
                flags(flags, isScreened(patient)), plan(patient), pain(signed), measures.of(patient), lastNote(before));
        orders.afterNote(current, patient.id()).ifPresent(rail::add);
        rail.addClassName("rail");
        rail.getElement().setAttribute("aria-label", "From the record");
        return rail;
    }

    private boolean isScreened(PatientDetails patient) {
        return intake.findByPatient(patient).stream().anyMatch(IntakeRow::isScreened);
    }

    private static Div flags(List<FlagDetails> flags, boolean isScreened) {
        var open = flags.stream()
                .filter(FlagDetails::isInForce)
                .map(flag -> (Component) StatusBadge.clinical(flag.flag() + ", "
                        + flag.level().fullLabel() + (flag.status().awaitsOutcome() ? ", referred" : "")))
                .toList();
        var monitored = flags.stream()
                .filter(flag -> flag.monitoredUntil() != null && flag.status() == FlagStatus.MONITORED)
                .map(flag -> (Component) Ui.text(
                        "",
                        "Monitored until " + Dates.dayAndYear(Objects.requireNonNull(flag.monitoredUntil())) + ": "
                                + flag.flag()))
                .toList();
        var part = Ui.railPart("Open red flags");
        if (!isScreened) {
            part.add(StatusBadge.warn("Not screened"));
        } else if (open.isEmpty()) {
            part.add(Ui.text("muted", "None"));
        }
        part.add(open);
        part.add(monitored);
        return part;
    }

    private Div plan(PatientDetails patient) {
        return Ui.railPart(
                "Plan",
                plans.findByPatient(patient).stream()
                        .filter(plan -> plan.status().isRunning())
                        .findFirst()
                        .<Component>map(plan -> Ui.text(
                                "",
                                plan.title() + ", " + plan.delivered() + " of " + plan.planned() + " visits"
                                        + (plan.status() == PlanStatus.ON_HOLD ? ", on hold" : "")))
                        .orElseGet(() -> Ui.text("muted", "No active plan")));
    }

    private static Div pain(List<NoteRow> signed) {
        return Ui.railPart("Pain after each session", PainChart.of(signed));
    }

    private static Div lastNote(List<NoteRow> signed) {
        if (signed.isEmpty()) {
            return Ui.railPart("Last note", Ui.text("muted", "First session"));
        }
        var last = signed.getFirst();
        return Ui.railPart(
                "Last note",
                Ui.text(
                        "muted",
                        Dates.day(last.treatedOn()) + ", " + last.service().label()),
                Ui.text("", "Next step: " + last.nextStep()));
    }
}

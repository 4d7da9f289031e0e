package io.plumbline.records.ui.incidents;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.renderer.LitRenderer;
import io.plumbline.access.signin.IdentityService;
import io.plumbline.clinics.ClinicService;
import io.plumbline.records.incidents.AffectedPatient;
import io.plumbline.records.incidents.IncidentDecision;
import io.plumbline.records.incidents.IncidentRow;
import io.plumbline.records.incidents.IncidentService;
import io.plumbline.shared.Count;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.Lazily;
import io.plumbline.shared.ui.Ui;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** One incident: whom it affected, the assessment, and when the patients were told. */
class IncidentDialog extends Composite<Dialog> {
    private final IncidentService incidents;
    private final IdentityService identity;
    private final ClinicService clinics;
    private final Runnable changed;
    private final Div messages = new Div();
    private final Div content = Ui.div("stack-3");

    IncidentDialog(
            IncidentService incidents,
            IdentityService identity,
            IncidentRow row,
            ClinicService clinics,
            Runnable changed) {
        this.incidents = incidents;
        this.identity = identity;
        this.clinics = clinics;
        this.changed = changed;
        Dialogs.show(getContent(), Dialogs.Width.LARGE, "Incident", messages, content);
        draw(row);
    }

    void open() {
        getContent().open();
    }

    private void draw(IncidentRow row) {
        content.removeAll();
        content.add(Ui.facts(facts(row)));
        var actions = Ui.div("cluster");
        if (row.frozenAt() == null) {
            actions.add(new Button("Freeze the list…", e -> askToFreeze(row)));
        } else {
            actions.add(new Button("Export…", e -> new IncidentExportDialog(incidents, identity, row.id()).open()));
            if (row.decision() == null) {
                actions.add(new Button("Assess…", e -> new AssessDialog(incidents, row, () -> drawAgain(row)).open()));
            } else if (row.decision() == IncidentDecision.BREACH && row.notifiedOn() == null) {
                actions.add(new Button(
                        "Patients told…",
                        e -> new NotifiedDialog(incidents, row, clinics.ownToday(), () -> drawAgain(row)).open()));
            }
        }
        content.add(
                actions,
                Lazily.list(
                        "Affected patients",
                        AffectedPatient::number,
                        patient(),
                        (after, limit) -> incidents.affected(row.id(), after, limit)));
    }

    private String[] facts(IncidentRow row) {
        var zone = clinics.ownZone();
        var facts = new ArrayList<>(List.of(
                "What happened",
                row.what(),
                "Discovered",
                Dates.dayAndYear(row.discoveredOn()),
                "Recorded",
                Dates.dayAndTime(row.recordedAt(), zone) + ", " + row.recordedBy(),
                "Accesses of",
                row.staffName() == null ? "Everybody" : row.staffName(),
                "Period",
                Dates.period(row.from(), row.until(), zone),
                "Status",
                IncidentsView.status(row, clinics.ownToday())));
        facts.addAll(List.of(
                "Affected patients",
                row.frozenAt() == null
                        ? Count.number(incidents.count(row.id())) + ", as the audit trail has it now"
                        : Count.number(Objects.requireNonNullElse(row.patients(), 0)) + ", frozen "
                                + Dates.dayAndTime(row.frozenAt(), zone)));
        if (row.decision() != null && row.assessment() != null) {
            facts.addAll(List.of(
                    "Decision",
                    row.decision().label() + (row.decidedBy() == null ? "" : ", " + row.decidedBy()),
                    "Assessment",
                    row.assessment()));
        }
        return facts.toArray(String[]::new);
    }

    private LitRenderer<AffectedPatient> patient() {
        return LitRenderer.<AffectedPatient>of("""
                <div class="list-row affected-row">
                  <span class="two"><span class="row-name num">${item.patient}</span><span class="quiet num">${item.accesses}, ${item.times}</span></span>
                </div>""")
                .withProperty("patient", AffectedPatient::patientNumber)
                .withProperty("accesses", row -> Count.of(row.accesses(), "entry", "entries"))
                .withProperty(
                        "times",
                        row -> Dates.dayAndTime(row.firstAt(), clinics.ownZone()) + " – "
                                + Dates.dayAndTime(row.lastAt(), clinics.ownZone()));
    }

    private void askToFreeze(IncidentRow row) {
        var affected = incidents.count(row.id());
        var ask = new ConfirmDialog();
        ask.setHeader("Freeze the list of affected patients?");
        ask.setText(Count.of(affected, "patient is", "patients are")
                + " on the list now. It cannot be changed afterwards.");
        ask.setCancelable(true);
        ask.setConfirmText("Freeze the list");
        ask.addConfirmListener(e -> freeze(row));
        ask.open();
    }

    private void freeze(IncidentRow row) {
        Attempt.showing(messages)
                .ifChanged("A colleague changed this incident in the meantime")
                .run(() -> incidents.freeze(row.id(), row.version()));
        drawAgain(row);
    }

    private void drawAgain(IncidentRow row) {
        draw(incidents.find(row.id()));
        changed.run();
    }
}

package io.plumbline.records.ui.incidents;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.data.renderer.LitRenderer;
import io.plumbline.access.ui.proof.ProofFirst;
import io.plumbline.clinics.ClinicService;
import io.plumbline.records.incidents.AffectedPatient;
import io.plumbline.records.incidents.IncidentDecision;
import io.plumbline.records.incidents.IncidentDraft;
import io.plumbline.records.incidents.IncidentField;
import io.plumbline.records.incidents.IncidentRow;
import io.plumbline.records.incidents.IncidentService;
import io.plumbline.records.ui.FactList;
import io.plumbline.records.ui.RecordDialog;
import io.plumbline.shared.Count;
import io.plumbline.shared.Dates;
import io.plumbline.shared.ui.Days;
import io.plumbline.shared.ui.Lazily;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.UiFields;
import java.util.Objects;

/** One incident: whom it affected, the assessment, and when the patients were told. */
class IncidentDialog {
    private final IncidentService incidents;
    private final ProofFirst proof;
    private final ClinicService clinics;
    private final RecordDialog<IncidentRow> dialog;

    IncidentDialog(
            IncidentService incidents, ProofFirst proof, IncidentRow row, ClinicService clinics, Runnable changed) {
        this.incidents = incidents;
        this.proof = proof;
        this.clinics = clinics;
        dialog = new RecordDialog<>(
                "Incident",
                "A colleague changed this incident in the meantime",
                row,
                () -> incidents.find(row.id()),
                this::draw,
                changed);
    }

    void open() {
        dialog.open();
    }

    private void draw(Div content, IncidentRow row) {
        var actions = Ui.div("cluster");
        if (row.frozenAt() == null) {
            actions.add(new Button("Freeze the list…", e -> askToFreeze(row)));
        } else {
            actions.add(new Button("Export…", e -> IncidentExportDialog.open(incidents, proof, row.id())));
            if (row.decision() == null) {
                actions.add(new Button("Assess…", e -> assess(row)));
            } else if (row.decision() == IncidentDecision.BREACH && row.notifiedOn() == null) {
                actions.add(new Button("Patients told…", e -> askWhenTold(row)));
            }
        }
        content.add(
                facts(row).show(),
                actions,
                Lazily.list(
                        "Affected patients",
                        AffectedPatient::number,
                        patient(),
                        (after, limit) -> incidents.affected(row.id(), after, limit)));
    }

    private FactList facts(IncidentRow row) {
        var zone = clinics.ownZone();
        return new FactList()
                .add("What happened", row.what())
                .add("Discovered", row.discoveredOn())
                .add("Recorded", row.recordedAt(), zone, row.recordedBy())
                .add("Accesses of", row.staffName() == null ? "Everybody" : row.staffName())
                .add("Period", Dates.period(row.from(), row.until(), zone))
                .add("Status", IncidentsView.status(row, clinics.ownToday()))
                .add(
                        "Affected patients",
                        row.frozenAt() == null
                                ? Count.number(incidents.count(row.id())) + ", as the audit trail has it now"
                                : Count.number(Objects.requireNonNullElse(row.patients(), 0)) + ", frozen "
                                        + Dates.dayAndTime(row.frozenAt(), zone))
                .add(
                        "Decision",
                        row.decision() == null
                                ? null
                                : row.decision().label() + (row.decidedBy() == null ? "" : ", " + row.decidedBy()))
                .add("Assessment", row.assessment());
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
        ask.addConfirmListener(e -> dialog.run(() -> incidents.freeze(row.id(), row.version())));
        ask.open();
    }

    private void assess(IncidentRow row) {
        var form = dialog.form("Assess the incident");
        var decision = form.required(
                UiFields.choice("Decision", IncidentDecision.values(), IncidentDecision::label), "Choose the decision");
        var assessment =
                form.required(UiFields.area("Assessment", IncidentDraft.LONGEST_WORDS), "Enter the assessment");
        assessment.setHelperText("Why; no names and no clinical content");
        form.at(IncidentField.ASSESSMENT, assessment)
                .open(
                        "Save",
                        () -> incidents.decide(row.id(), row.version(), decision.getValue(), assessment.getValue()),
                        dialog::done);
    }

    private void askWhenTold(IncidentRow row) {
        var form = dialog.form("Affected patients were told").say("The day on which the last notice was sent.");
        var on = form.required(Days.past("Told on", clinics.ownToday()), "Choose the day");
        on.setMin(row.discoveredOn());
        form.at(IncidentField.NOTIFIED_ON, on)
                .open("Save", () -> incidents.notified(row.id(), row.version(), on.getValue()), dialog::done);
    }
}

package io.plumbline.records.ui.retention;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.clinics.ClinicService;
import io.plumbline.records.retention.LegalHoldField;
import io.plumbline.records.retention.LegalHoldRow;
import io.plumbline.records.retention.RetentionService;
import io.plumbline.records.ui.FactList;
import io.plumbline.records.ui.RegisterRow;
import io.plumbline.records.ui.RegisterScreen;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.EmptyState;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.UiFields;
import io.plumbline.shared.ui.patient.PatientNumberField;
import jakarta.annotation.security.RolesAllowed;

/** The retention rule of each clinic, until when one record is kept, and the legal holds, the newest first. */
@Route(Routes.RETENTION)
@PageTitle("Retention of records · Plumbline")
@Menu(order = 47, title = "Retention", icon = "CLOCK")
@RolesAllowed(Permission.LEGAL_HOLD)
class RetentionView extends Main {
    RetentionView(RetentionService retention, ClinicService clinics) {
        var patient = new PatientNumberField();
        var row = new RegisterRow<LegalHoldRow>()
                .linked(LegalHoldRow::patientNumber, one -> RegisterRow.trailOf(one.patientNumber()))
                .below("quiet num", one -> Dates.dayAndTime(one.placedAt(), clinics.ownZone()))
                .middle(LegalHoldRow::reason)
                .last("quiet", LegalHoldRow::placedBy)
                .belowLast("quiet", LegalHoldRow::status)
                .opens(one -> "the legal hold on " + one.patientNumber() + " of "
                        + Dates.dayAndTime(one.placedAt(), clinics.ownZone()));
        var list = new RegisterScreen<>(
                "Legal holds", LegalHoldRow::id, row, patient, retention::list, (one, changed) -> new LegalHoldDialog(
                                retention, retention.find(one.id()), clinics.ownZone(), changed)
                        .open());
        Ui.page(
                this,
                "Retention of records",
                "Until when records are kept by the rule of their clinics, and the legal holds that keep them longer."
                        + " The portal deletes no patient's record by itself. Patients are shown by number only.",
                rules(retention).show(),
                patient,
                list.whenEmpty(new EmptyState(
                        Icon.LOCK,
                        "No legal holds",
                        "Place one on a record that must be kept regardless of its retention, such as during a legal"
                                + " proceeding.")));
        Ui.pageActions(
                this,
                new Button("Keep until…", e -> KeepUntilDialog.open(retention, clinics.ownToday(), patient.getValue())),
                new Button(
                        "Place a legal hold",
                        Icon.PLUS.create(),
                        e -> place(retention, patient.getValue(), list::refresh)));
    }

    private static FactList rules(RetentionService retention) {
        var facts = new FactList();
        retention
                .rules()
                .forEach((clinic, rule) -> facts.add(
                        clinic.name(),
                        rule.map(known -> known.label() + ": " + known.inWords())
                                .orElse("No rule: records are kept without end")));
        return facts;
    }

    private static void place(RetentionService retention, String number, Runnable placed) {
        var form = RegisterScreen.form("Place a legal hold")
                .say("The record is kept as long as the hold lasts. Lifting it takes two people.");
        var patient = PatientNumberField.in(form, LegalHoldField.PATIENT, number);
        var reason = form.reason(
                UiFields.area("Reason for the hold", RetentionService.LONGEST_REASON), "Say why, in a few words");
        reason.setHelperText("Such as the court and the number of the proceeding; no clinical content");
        form.at(LegalHoldField.REASON, reason)
                .open("Place the hold", () -> retention.place(patient.getValue(), reason.getValue()), placed);
    }
}

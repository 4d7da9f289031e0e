package io.plumbline.records.ui.retention;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.clinics.ClinicService;
import io.plumbline.records.retention.LegalHoldRow;
import io.plumbline.records.retention.RetentionService;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.EmptyState;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Lazily;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.patient.PatientNumberField;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The retention rule of each clinic, until when one record is kept, and the legal holds, the newest first. */
@Route(Routes.RETENTION)
@PageTitle("Retention of records · Plumbline")
@Menu(order = 47, title = "Retention", icon = "CLOCK")
@RolesAllowed(Permission.LEGAL_HOLD)
class RetentionView extends Main {
    private final RetentionService retention;
    private final ClinicService clinics;
    private final TextField patient = new PatientNumberField();
    private final Grid<LegalHoldRow> list;

    RetentionView(RetentionService retention, ClinicService clinics) {
        this.retention = retention;
        this.clinics = clinics;
        patient.setClearButtonVisible(true);
        patient.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        patient.addValueChangeListener(e -> refresh());
        list = Lazily.list("Legal holds", LegalHoldRow::id, row(), this::page);
        list.setEmptyStateComponent(
                new EmptyState(
                        Icon.LOCK,
                        "No legal holds",
                        "Place one on a record that must be kept regardless of its retention, such as during a legal proceeding."));
        Ui.page(
                this,
                "Retention of records",
                "Until when records are kept by the rule of their clinics, and the legal holds that keep them longer."
                        + " The portal deletes no patient's record by itself. Patients are shown by number only.",
                Ui.facts(rules()),
                patient,
                list);
        Ui.pageActions(
                this,
                new Button("Keep until…", e -> new KeepUntilDialog(retention, clinics.ownToday(), patient.getValue())
                        .open()),
                new Button("Place a legal hold", Icon.PLUS.create(), e -> new PlaceHoldDialog(
                                retention, patient.getValue(), this::refresh)
                        .open()));
    }

    private String[] rules() {
        return retention.rules().entrySet().stream()
                .flatMap(entry -> List.of(
                        entry.getKey().name(),
                        entry.getValue()
                                .map(rule -> rule.label() + ": " + rule.inWords())
                                .orElse("No rule: records are kept without end"))
                        .stream())
                .toArray(String[]::new);
    }

    private List<LegalHoldRow> page(@Nullable LegalHoldRow after, int limit) {
        try {
            var rows = retention.list(patient.getValue(), after, limit);
            patient.setInvalid(false);
            return rows;
        } catch (Refused refused) {
            patient.setErrorMessage(refused.sentence());
            patient.setInvalid(true);
            return List.of();
        }
    }

    private LitRenderer<LegalHoldRow> row() {
        return LitRenderer.<LegalHoldRow>of("""
                <div class="list-row break-glass-row">
                  <span class="two"><a class="row-name" href="${item.trail}">${item.patient}</a><span class="quiet num">${item.on}</span></span>
                  <span class="line-two">${item.reason}</span>
                  <span class="two line-three"><span class="quiet">${item.by}</span><span class="quiet">${item.status}</span></span>
                  <span class="end line-four"><vaadin-button theme="small" aria-label="Open the legal hold on ${item.patient} of ${item.on}" @click="${open}">Open</vaadin-button></span>
                </div>""")
                .withProperty("trail", row -> Routes.AUDIT + "?patient=" + row.patientNumber())
                .withProperty("patient", LegalHoldRow::patientNumber)
                .withProperty("on", row -> Dates.dayAndTime(row.placedAt(), clinics.ownZone()))
                .withProperty("reason", LegalHoldRow::reason)
                .withProperty("by", LegalHoldRow::placedBy)
                .withProperty("status", LegalHoldRow::status)
                .withFunction("open", this::open);
    }

    private void open(LegalHoldRow row) {
        new LegalHoldDialog(retention, retention.find(row.id()), clinics.ownZone(), this::refresh).open();
    }

    private void refresh() {
        list.getDataProvider().refreshAll();
    }
}

package io.plumbline.patients.ui.sensitive;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.clinics.ClinicService;
import io.plumbline.patients.duplicates.PatientDuplicateService;
import io.plumbline.patients.duplicates.SensitiveDuplicate;
import io.plumbline.patients.sensitive.SensitivePatientService;
import io.plumbline.patients.sensitive.SensitiveRecord;
import io.plumbline.patients.ui.FileDialog;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.EmptyState;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Lazily;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.patient.PatientNumberField;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Set;

/** All sensitive patients, by number, for the privacy officer, whom nobody can lock out. */
@Route(Routes.SENSITIVE_PATIENTS)
@PageTitle("Sensitive patients · Plumbline")
@Menu(order = 45, title = "Sensitive patients", icon = "LOCK")
@RolesAllowed(Permission.SENSITIVE_LIST)
class SensitivePatientsView extends Main {
    private final SensitivePatientService service;
    private final SensitiveDialogs dialogs;
    private final ClinicService clinics;
    private final Grid<SensitiveRecord> list;

    SensitivePatientsView(
            SensitivePatientService service,
            SensitiveDialogs dialogs,
            PatientDuplicateService duplicates,
            ClinicService clinics) {
        this.service = service;
        this.dialogs = dialogs;
        this.clinics = clinics;
        list = Lazily.list("Sensitive patients", SensitiveRecord::patient, row(), service::list);
        list.setEmptyStateComponent(new EmptyState(
                Icon.LOCK,
                "No sensitive patients",
                "Mark a patient whose record only named people should find, such as a colleague or their family."));
        Ui.page(
                this,
                "Sensitive patients",
                "Only named people find these records. Patients are shown by number only.",
                list,
                duplicates(duplicates.findSensitive()));
        var mark = new Button("Mark a patient…", Icon.PLUS.create(), e -> askNumber());
        mark.setId(FileDialog.opener(SensitiveDialogs.OPENER));
        Ui.pageActions(this, mark);
    }

    /** The managers who are not named are not told that these records have a duplicate. */
    private static Component duplicates(List<SensitiveDuplicate> pairs) {
        var card = Ui.card("Possible duplicates");
        card.setVisible(!pairs.isEmpty());
        card.add(Ui.text(
                "muted",
                "Only managers who were added see these pairs. To have the records merged, or marked as not the same"
                        + " person, add a manager of the clinic."));
        card.add(Ui.list(
                "", pairs.stream().map(pair -> new Text(pair.first() + " and " + pair.second() + " · " + pair.why()))));
        return card;
    }

    private LitRenderer<SensitiveRecord> row() {
        return LitRenderer.<SensitiveRecord>of("""
            <div class="list-row break-glass-row">
              <span class="two"><a class="row-name" href="${item.trail}">${item.patient}</a><span class="quiet">${item.reason}</span></span>
              <span class="line-two">${item.named}</span>
              <span class="two line-three"><span class="quiet num">${item.marked}</span><span class="quiet">${item.by}</span></span>
              <span class="end line-four"><vaadin-button theme="small" aria-label="Open who finds ${item.patient}" @click="${open}">Open</vaadin-button></span>
            </div>\
            """)
                .withProperty("trail", row -> Routes.AUDIT + "?patient=" + row.number())
                .withProperty("patient", SensitiveRecord::number)
                .withProperty("reason", SensitiveRecord::reason)
                .withProperty("named", row -> named(row.named().size()))
                .withProperty("marked", row -> Dates.stamp(row.markedAt(), clinics.ownZone()))
                .withProperty("by", row -> "by " + row.markedBy())
                .withFunction("open", this::open);
    }

    private static String named(int people) {
        return switch (people) {
            case 0 -> "Nobody named";
            case 1 -> "1 person named";
            default -> people + " people named";
        };
    }

    private void open(SensitiveRecord row) {
        var record = service.open(row.patient());
        var dialog = new Dialog();
        var content = Ui.div(
                "stack-3",
                Ui.facts("Why", record.reason(), "Marked by", record.markedBy()),
                SensitiveCard.people(record, true, dialogs, dialog::close),
                Ui.div(
                        "cluster",
                        closing(dialog, "Add a person…", () -> dialogs.name(record)),
                        closing(dialog, "Remove the mark…", () -> dialogs.lift(record))));
        Dialogs.show(dialog, Dialogs.Width.MEDIUM, "Who finds " + record.number(), content);
        dialog.open();
    }

    private static Button closing(Dialog dialog, String word, Runnable action) {
        return new Button(word, e -> {
            dialog.close();
            action.run();
        });
    }

    private void askNumber() {
        var form = FileDialog.form("Mark a patient");
        var number = form.optional(new PatientNumberField());
        form.at(number)
                .open("Next", () -> service.numbered(number.getValue()), patient -> dialogs.mark(patient, Set.of()));
    }
}

package io.plumbline.patients.ui.attachments;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadEvent;
import io.plumbline.access.AtClinic;
import io.plumbline.clinics.ClinicService;
import io.plumbline.documents.preview.PagePreviews;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.attachments.AttachmentRow;
import io.plumbline.patients.attachments.AttachmentService;
import io.plumbline.shared.Dates;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.store.StoreWait;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.EmptyState;
import io.plumbline.shared.ui.FoldedList;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Keys;
import io.plumbline.shared.ui.ReasonDialog;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;
import java.io.IOException;

/** The list of the files on a patient's record, with what can be done with each. */
@org.springframework.stereotype.Component
public class AttachmentList {
    private static final int FIRST = 20;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final AttachmentService files;
    private final ClinicService clinics;

    AttachmentList(AttachmentService files, ClinicService clinics) {
        this.files = files;
        this.clinics = clinics;
    }

    /** Creates the list of a patient, with the button that adds files. */
    public Component of(PatientDetails patient) {
        var rows = files.findByPatient(patient);
        var page = Ui.div("stack-4");
        if (AtClinic.may(Permission.ATTACHMENT_ADD, patient.clinics())) {
            var add = new Button("Add files…", e -> new AddFilesDialog(files, patient, AttachmentList::refresh).open());
            Keys.on(add, "a", "Add files");
            page.add(Ui.div("cluster", add));
        }
        if (rows.isEmpty()) {
            page.add(new EmptyState(
                    Icon.NOTE,
                    patient.clinical() == null ? "No signed forms yet" : "No files yet",
                    patient.clinical() == null
                            ? "Use Add files… to add a form that the patient signed. Imaging and reports are shown to"
                                    + " those who treat the patient."
                            : "Use Add files… to add imaging, reports from other practices and signed forms."));
            return page;
        }
        page.add(Ui.card("Files", new FoldedList(rows.stream().map(this::item).toList(), FIRST, "files", "stack-5")));
        return page;
    }

    private static void refresh() {
        UI.getCurrentOrThrow().refreshCurrentRoute(false);
    }

    private Component item(AttachmentRow row) {
        var zone = clinics.zoneOf(row.clinic());
        var error = row.error();
        var words = Ui.div(
                "stack-1 grow",
                Ui.text("strong", row.title()),
                Ui.text(
                        "",
                        (row.source().isEmpty() ? "" : row.source() + " · ") + Dates.dayAndYear(row.datedOn()) + " · "
                                + row.formatAndSize()),
                Ui.text("muted small", "Added " + Dates.dayAndTime(row.addedAt(), zone) + " by " + row.addedBy()));
        if (error != null) {
            words.add(Ui.text("", "Reason: " + error.reason()));
            words.add(Ui.text("muted small", "Marked " + Dates.dayAndTime(error.at(), zone) + " by " + error.by()));
        }
        var actions = Ui.div("cluster");
        if (PagePreviews.isShown(row.format())) {
            actions.add(show(row));
        }
        actions.add(download(row));
        if (error == null && AtClinic.may(Permission.ATTACHMENT_ADD, row.clinic())) {
            actions.add(errorButton(row));
        }
        words.add(actions);
        var badge = error == null ? StatusBadge.neutral(row.kind().label()) : StatusBadge.warn("Entered in error");
        return Ui.div("line flag-line", badge, words);
    }

    private Component show(AttachmentRow row) {
        var button = new Button("Show…", e -> new FilePreviewDialog(files, row).open());
        button.addThemeVariants(ButtonVariant.SMALL);
        button.setAriaLabel("Show " + row.title());
        return button;
    }

    private Component download(AttachmentRow row) {
        var link = new Anchor((DownloadEvent event) -> write(event, row), "Download");
        link.addClassName("act");
        link.setAriaLabel("Download " + row.title());
        link.setTitle("The audit trail records it");
        return link;
    }

    private void write(DownloadEvent event, AttachmentRow row) throws IOException {
        StoreWait.takesItsTime();
        try {
            var file = files.download(row.id());
            try (var content = file.content()) {
                event.setFileName(file.fileName());
                event.setContentType(file.format().mediaType());
                event.setContentLength(file.bytes());
                content.transferTo(event.getOutputStream());
            }
        } catch (NotAvailable lost) {
            event.getResponse().sendError(NOT_FOUND, "Not available");
        } catch (Refused refused) {
            // the browser only says that there is no file
            event.getUI().access(() -> Toast.warn(refused.sentence()));
            event.getResponse().sendError(CONFLICT, refused.sentence());
        }
    }

    private Component errorButton(AttachmentRow row) {
        var button = new Button("Entered in error…", e -> new ReasonDialog(
                        "Mark as entered in error",
                        row.title() + " stays on the record with the reason, marked as entered in error.",
                        "Mark as entered in error",
                        reason -> {
                            var refusal = Attempt.refusalOf(
                                    () -> files.enterInError(row.id(), row.version(), reason),
                                    () -> "A colleague marked this file first. Close this, and check the list.");
                            if (refusal.isEmpty()) {
                                refresh();
                            }
                            return refusal;
                        })
                .open());
        button.addThemeVariants(ButtonVariant.SMALL);
        button.setAriaLabel("Mark " + row.title() + " as entered in error");
        return button;
    }
}

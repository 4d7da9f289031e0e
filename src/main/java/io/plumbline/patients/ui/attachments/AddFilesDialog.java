package io.plumbline.patients.ui.attachments;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.attachments.AttachmentService;
import io.plumbline.patients.attachments.ReceivedAttachment;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.store.StoreAway;
import io.plumbline.shared.store.StoreWait;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.cover.Cover;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Adds files to a patient's record: several at once, each with what it is. */
final class AddFilesDialog extends Composite<Dialog> {
    private static final int MEGABYTE = 1024 * 1024;
    private static final String TOO_LARGE =
            "This file is larger than " + AttachmentService.MOST_BYTES / MEGABYTE + " MB";

    private final AttachmentService files;
    private final PatientDetails patient;
    private final Runnable added;
    private final Upload upload = new Upload((UploadHandler) this::take);
    private final Div messages = Ui.div("stack-2");
    private final Div list = Ui.div("stack-4");
    private final List<FileToAdd> chosen = new ArrayList<>();
    private boolean isClosed;
    private int saved;

    AddFilesDialog(AttachmentService files, PatientDetails patient, Runnable added) {
        this.files = files;
        this.patient = patient;
        this.added = added;
        messages.getElement().setAttribute("aria-live", "polite");
        upload.setUploadButton(new Button("Choose files…"));
        upload.setDropLabel(new Span("or drop them here"));
        upload.setDropAllowed(true);
        upload.setMaxFileSize(AttachmentService.MOST_BYTES);
        upload.addFileRejectedListener(rejected -> refuse(rejected.getFileName(), TOO_LARGE));
        upload.addAllFinishedListener(e -> upload.clearFileList());
        var dialog = getContent();
        Dialogs.ask(
                dialog,
                Dialogs.Width.LARGE,
                "Add files",
                () -> !chosen.isEmpty(),
                Ui.once("Add to the record", this::save),
                Ui.text(
                        "muted",
                        "PDF, JPEG, PNG or DICOM, up to " + AttachmentService.MOST_BYTES / MEGABYTE + " MB each."),
                upload,
                messages,
                list);
        dialog.addOpenedChangeListener(e -> {
            if (!e.isOpened()) {
                discardAll();
                tellSaved();
            }
        });
        Cover.onLeaving(dialog, this::discardAll);
    }

    void open() {
        getContent().open();
    }

    /** Runs beside the screen, for as long as the file takes; the screen shows the progress and can cancel it. */
    private void take(UploadEvent event) throws IOException {
        StoreWait.takesItsTime();
        var name = event.getFileName();
        try {
            var received = files.receive(patient.id(), event.getInputStream());
            event.getUI().access(() -> show(name, received));
        } catch (Refused refused) {
            event.getUI().access(() -> refuse(name, refused.sentence()));
        } catch (NotAvailable lost) {
            event.getUI().access(() -> refuse(name, "This patient is not available to you any more"));
        } catch (IOException broken) {
            event.getUI().access(() -> refuse(name, "The file did not arrive. Choose it again, unless you stopped it"));
            throw broken;
        } catch (RuntimeException failed) {
            if (!StoreAway.isCauseOf(failed)) {
                event.getUI().access(() -> refuse(name, "Something went wrong, and the file was not taken"));
                throw failed;
            }
            event.getUI()
                    .access(() -> refuse(
                            name, "The database cannot be reached, so the file was not taken. Choose it again later"));
        }
    }

    private void show(String name, ReceivedAttachment received) {
        if (isClosed) {
            files.discard(received);
            return;
        }
        var isTwice = chosen.stream()
                .anyMatch(one ->
                        one.received().file().sha256().equals(received.file().sha256()));
        if (isTwice) {
            files.discard(received);
            refuse(name, "This file is in the list already");
            return;
        }
        var file = new FileToAdd(name, received, patient, this::remove);
        chosen.add(file);
        list.add(file);
        if (chosen.size() == 1) {
            file.focus();
        }
    }

    private void refuse(String name, String why) {
        messages.add(Ui.alert(name + ": " + why));
    }

    private void remove(FileToAdd file) {
        files.discard(file.received());
        takeOut(file);
    }

    private void takeOut(FileToAdd file) {
        chosen.remove(file);
        list.remove(file);
    }

    private void save() {
        messages.removeAll();
        if (chosen.isEmpty()) {
            messages.add(Ui.alert("Choose the files first"));
            return;
        }
        for (var file : chosen) {
            if (!file.isComplete()) {
                return;
            }
        }
        for (var file : List.copyOf(chosen)) {
            if (file.isSaved(draft -> files.attach(patient.id(), draft, file.received()))) {
                takeOut(file);
                saved++;
            }
        }
        if (chosen.isEmpty()) {
            getContent().close();
        }
    }

    /** Also if others were refused and the dialog was closed without them. */
    private void tellSaved() {
        if (saved > 0) {
            added.run();
            Toast.done(saved == 1 ? "File added" : saved + " files added");
        }
    }

    private void discardAll() {
        isClosed = true;
        chosen.forEach(file -> files.discard(file.received()));
        chosen.clear();
    }
}

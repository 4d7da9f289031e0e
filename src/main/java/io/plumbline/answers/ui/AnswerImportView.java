package io.plumbline.answers.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import io.plumbline.answers.AnswerFile;
import io.plumbline.answers.AnswerPage;
import io.plumbline.answers.AnswerService;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Leaving;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Imports a page of answers: pasted or uploaded, then corrected, then imported. */
@Route(Routes.ANSWERS_IMPORT)
@PageTitle("Import answers · Plumbline")
@RolesAllowed(Permission.ANSWER_IMPORT)
class AnswerImportView extends Main implements BeforeLeaveObserver {
    private final AnswerService answers;
    private final TextArea pasted = new TextArea("The page, as text");
    private final Div messages = new Div();
    private final Div work = Ui.div("stack-4");
    private @Nullable AnswerPreview preview;

    AnswerImportView(AnswerService answers) {
        this.answers = answers;
        Ui.main(this);
        pasted.setMaxLength(AnswerFile.LONGEST_PASTE);
        pasted.setMinRows(8);
        pasted.setMaxRows(16);
        pasted.setWidthFull();
        pasted.setHelperText(
                "A question, and below it each answer under a line such as: Ana Brook (Tempe, AZ) on Feb 21, 2012."
                        + " Save a page of more than 60,000 characters as a text file, and choose the file.");
        var back = new Anchor(Routes.ANSWERS, "Answers");
        add(Ui.div(
                "page wide",
                Ui.head(
                        "Import answers",
                        Ui.span("muted", back, Ui.text("", " · read the page, correct it, import it"))),
                messages,
                work));
        begin();
    }

    private void begin() {
        if (preview != null && !preview.isUnfinished()) {
            pasted.clear();
        }
        preview = null;
        var read = Ui.primary(new Button("Read the page", e -> readPasted()));
        work.removeAll();
        work.add(Ui.card(
                "Source page",
                pasted,
                Ui.div("cluster", read, upload()),
                Ui.text(
                        "muted small",
                        "Private phone numbers and e-mail addresses are taken out when the page is read.")));
    }

    private Component upload() {
        var upload = new Upload((UploadHandler) this::take);
        upload.setMaxFiles(1);
        upload.setMaxFileSize(AnswerFile.MOST_BYTES);
        upload.setAcceptedFileTypes("text/plain", ".txt");
        upload.setDropAllowed(true);
        upload.addFileRejectedListener(rejected -> say("Choose a text file of at most 1 MB."));
        return upload;
    }

    /** Reads at most the allowed size, whatever the browser sends. */
    private void take(UploadEvent event) throws IOException {
        var name = event.getFileName();
        var bytes = event.getInputStream().readNBytes(AnswerFile.MOST_BYTES + 1);
        event.getUI().access(() -> read(() -> AnswerFile.read(name, bytes)));
    }

    private void readPasted() {
        pasted.setInvalid(pasted.getValue().isBlank());
        pasted.setErrorMessage("Paste the page first, or choose a file");
        if (pasted.isInvalid()) {
            pasted.focus();
        } else {
            read(() -> AnswerFile.readText(pasted.getValue()));
        }
    }

    private void read(Supplier<AnswerPage> source) {
        messages.removeAll();
        Attempt.telling(this::say).run(() -> show(source.get()));
    }

    private void show(AnswerPage page) {
        if (page.answers().isEmpty() && page.notUnderstood().isEmpty()) {
            say("No answers were found on this page. Each needs a line with name, city, state and date above it.");
            return;
        }
        var shown = new AnswerPreview(answers, page, this::begin);
        preview = shown;
        work.removeAll();
        work.add(shown);
        shown.focus();
    }

    private void say(String sentence) {
        messages.removeAll();
        messages.add(Ui.alert(sentence));
    }

    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        var isOpen = preview == null ? !pasted.isEmpty() : preview.isUnfinished();
        if (isOpen) {
            Leaving.ask(event);
        }
    }
}

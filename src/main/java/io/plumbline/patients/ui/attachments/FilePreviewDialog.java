package io.plumbline.patients.ui.attachments;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.DownloadHandler;
import io.plumbline.documents.preview.PagePicture;
import io.plumbline.patients.attachments.AttachmentRow;
import io.plumbline.patients.attachments.AttachmentService;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Refused;
import io.plumbline.shared.store.StoreAway;
import io.plumbline.shared.store.StoreWait;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.Ui;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Shows a file page by page. The frame gets a picture of the page, never the file, and may run nothing. It asks for the
 * picture itself, so the screen does not wait while the page is drawn.
 */
final class FilePreviewDialog extends Composite<Dialog> {
    private static final String NOTHING_RUNS =
            "sandbox; default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-ancestors 'self'";
    private static final String PAGE = """
            <!doctype html><html lang="en"><title>Page</title>
            <style>body { margin: 0; background: #fff } img { display: block; width: 100%%; height: auto }</style>
            <img alt="Page %s of %s" src="data:image/png;base64,%s"></html>
            """;

    private final AttachmentService files;
    private final AttachmentRow row;
    private int page = 1;
    private int pages;
    private final Div frames = Ui.div("file-frame");
    private final Div status = Ui.div("muted");
    private final Button earlier = new Button("Previous page", e -> show(page - 1));
    private final Button again = new Button("Try again", e -> show(page));
    private final Button later = new Button("Next page", e -> show(page + 1));

    FilePreviewDialog(AttachmentService files, AttachmentRow row) {
        this.files = files;
        this.row = row;
        status.getElement().setAttribute("role", "status");
        earlier.setVisible(false);
        later.setVisible(false);
        again.setVisible(false);
        Dialogs.show(
                getContent(),
                Dialogs.Width.LARGE,
                row.title(),
                Ui.div("cluster", earlier, later, again, status),
                frames);
        show(1);
    }

    void open() {
        getContent().open();
    }

    private void show(int wanted) {
        page = wanted;
        earlier.setEnabled(false);
        later.setEnabled(false);
        again.setVisible(false);
        status.setText("Loading page…");
        var frame = new IFrame();
        frame.setSandbox(IFrame.SandboxType.RESTRICT_ALL);
        frame.getElement().setAttribute("title", row.title() + ", page " + wanted);
        frame.setSrc((DownloadHandler) event -> answer(event, wanted));
        frames.removeAll();
        frames.add(frame);
    }

    private void answer(DownloadEvent event, int wanted) throws IOException {
        StoreWait.takesItsTime();
        try {
            var picture = files.preview(row.id(), wanted);
            event.getUI().access(() -> shown(picture));
            write(
                    event,
                    PAGE.formatted(
                            picture.page(), picture.pages(), Base64.getEncoder().encodeToString(picture.png())));
        } catch (Refused refused) {
            refuse(event, refused.sentence());
        } catch (NotAvailable lost) {
            refuse(event, "This file is not available to you any more");
        } catch (RuntimeException failed) {
            if (!StoreAway.isCauseOf(failed)) {
                refuse(event, "Something went wrong, and the page was not shown");
                throw failed;
            }
            refuse(event, "The database cannot be reached, so the page was not shown. Try again in a moment");
        }
    }

    private void shown(PagePicture picture) {
        page = picture.page();
        pages = picture.pages();
        status.setText("Page " + page + " of " + pages);
        offer();
    }

    private void offer() {
        earlier.setVisible(pages > 1);
        later.setVisible(pages > 1);
        earlier.setEnabled(page > 1);
        later.setEnabled(page < pages);
    }

    private void refuse(DownloadEvent event, String why) throws IOException {
        event.getUI().access(() -> {
            status.setText(why + ".");
            frames.removeAll();
            again.setVisible(true);
            offer();
        });
        write(event, "<!doctype html><html lang=\"en\"><title>Not shown</title></html>");
    }

    /** The headers of the portal forbid any frame; this one may stand in the portal's own screen. */
    private static void write(DownloadEvent event, String html) throws IOException {
        var response = event.getResponse();
        response.setHeader("Content-Security-Policy", NOTHING_RUNS);
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
        response.setHeader("Cache-Control", "no-store");
        event.setContentType("text/html;charset=utf-8");
        event.getOutputStream().write(html.getBytes(StandardCharsets.UTF_8));
    }
}

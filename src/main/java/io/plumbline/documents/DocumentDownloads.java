package io.plumbline.documents;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.server.streams.DownloadEvent;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.store.StoreWait;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Creates the links by which screens offer documents. */
@Component
public class DocumentDownloads {
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY_REQUESTS = 429;

    /** Each takes a core for a moment. */
    private final PersonTurns turns = new PersonTurns(1, 4, Duration.ofSeconds(30));

    private final DocumentRenderer renderer;

    DocumentDownloads(DocumentRenderer renderer) {
        this.renderer = renderer;
    }

    /**
     * Creates a link that downloads a document.
     *
     * @param name the name of the file, without personal data
     * @param content asks the service for the content with each download, so that each is permitted and recorded; empty
     *     if the record is not available to the current user
     */
    public Anchor link(String name, Supplier<Optional<PrintedDocument>> content) {
        var link = new Anchor((DownloadEvent event) -> write(event, name, content), "PDF");
        link.addClassName("act");
        link.setTitle("Download as PDF; the audit trail records it");
        return link;
    }

    void write(DownloadEvent event, String name, Supplier<Optional<PrintedDocument>> content) throws IOException {
        StoreWait.takesItsTime();
        var document = available(content);
        if (document.isEmpty()) {
            event.getResponse().sendError(NOT_FOUND, "Not available");
            return;
        }
        byte[] file;
        try {
            file = turns.take(CurrentUser.current().staff(), () -> renderer.render(document.get()));
        } catch (PersonTurns.NoTurn others) {
            event.getResponse().sendError(TOO_MANY_REQUESTS, "Other documents are being made. Try again in a moment");
            return;
        } catch (IOException | RuntimeException failed) {
            throw failed;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        } catch (Exception failed) {
            throw new IOException(failed);
        }
        event.setFileName(name);
        event.setContentType("application/pdf");
        event.setContentLength(file.length);
        event.getOutputStream().write(file);
    }

    private static Optional<PrintedDocument> available(Supplier<Optional<PrintedDocument>> content) {
        try {
            return content.get();
        } catch (NotAvailable lost) {
            return Optional.empty();
        }
    }
}

package io.plumbline.records.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.streams.DownloadEvent;
import io.plumbline.records.ExportCanceled;
import io.plumbline.records.PreparedRecord;
import io.plumbline.records.RecordExport;
import io.plumbline.shared.Refused;
import io.plumbline.shared.store.StoreWait;
import io.plumbline.shared.ui.Ui;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * One export: put together beside the screen, as the person of the screen, with its progress; then downloaded. What is
 * not downloaded is deleted with the screen.
 */
class ExportRun extends Composite<Div> {
    private static final Logger LOG = LoggerFactory.getLogger(ExportRun.class);
    private static final double MEGABYTE = 1024.0 * 1024;

    private final ExportSteps steps;
    private final RecordExport export;
    private final Runnable downloaded;
    private final SecurityContext person = SecurityContextHolder.getContext();
    private final AtomicBoolean isCanceled = new AtomicBoolean();
    private final AtomicReference<@Nullable PreparedRecord> ready = new AtomicReference<>();
    private boolean isOver;

    /** @param downloaded runs on the screen when the file was sent */
    ExportRun(ExportSteps steps, RecordExport export, Runnable downloaded) {
        this.steps = steps;
        this.export = export;
        this.downloaded = downloaded;
        getContent().addClassName("stack-3");
        getContent().getElement().setAttribute("aria-live", "polite");
    }

    void start(UI ui) {
        var progress = new ExportBar(() -> isCanceled.set(true));
        getContent().add(progress);
        Thread.ofVirtual()
                .name("record-export")
                .start(new DelegatingSecurityContextRunnable(() -> prepare(ui, progress), person));
    }

    /** Ends the work, and deletes what waits to be downloaded. */
    void end() {
        isCanceled.set(true);
        var prepared = ready.getAndSet(null);
        if (prepared != null) {
            // a screen that is closed has nobody who is signed in
            new DelegatingSecurityContextRunnable(() -> steps.discard().accept(prepared), person).run();
        }
    }

    private void prepare(UI ui, ExportBar progress) {
        try {
            var prepared = steps.prepare()
                    .run(
                            export,
                            (done, all) -> tell(ui, () -> progress.show(done, all)),
                            () -> isCanceled.get() || ui.isClosing());
            ready.set(prepared);
            if (isCanceled.get()) {
                // ended while the last of it was written
                end();
            } else {
                tell(ui, () -> offer(prepared));
            }
        } catch (ExportCanceled canceled) {
            LOG.debug("An export was canceled", canceled);
            tell(ui, () -> end(Ui.alert("The export was canceled. No file was made")));
        } catch (Refused refused) {
            tell(ui, () -> end(Ui.alert(refused.sentence())));
        } catch (IOException | RuntimeException failed) {
            LOG.warn("An export did not finish", failed);
            tell(ui, () -> end(Ui.alert("The export did not finish, and no file was made. Try again")));
        }
    }

    private void offer(PreparedRecord prepared) {
        var file = new Anchor((DownloadEvent event) -> write(event, prepared), "Download the file");
        show(
                Ui.text("strong", "The record is ready, " + size(prepared.bytes()) + ". The download starts."),
                Ui.facts("SHA-256 of the file", prepared.sha256()),
                Ui.text("muted", "If the download does not start, or breaks off: "),
                file);
        file.getElement().callJsFunction("click");
    }

    /** Runs beside the screen, for as long as the download takes. */
    private void write(DownloadEvent event, PreparedRecord prepared) throws IOException {
        StoreWait.takesItsTime();
        event.setFileName("patient-record.zip");
        event.setContentType("application/zip");
        event.setContentLength(prepared.bytes());
        var ui = event.getUI();
        try {
            steps.send().run(prepared, event.getOutputStream());
            ready.set(null);
            tell(ui, () -> finished(prepared));
        } catch (Refused refused) {
            tell(ui, () -> getContent().add(Ui.alert(refused.sentence())));
            throw refused;
        } catch (IOException | RuntimeException notWhole) {
            LOG.debug("A download of an export broke off", notWhole);
            tell(ui, () -> getContent().add(Ui.alert("The download broke off. Start it once more, or export again")));
            throw notWhole;
        }
    }

    private void finished(PreparedRecord prepared) {
        end(
                Ui.text("strong", "The record is exported. The file is no longer on the server."),
                Ui.facts("SHA-256 of the file", prepared.sha256()));
        downloaded.run();
    }

    /** Returns whether closing the screen would lose what is put together or downloaded. */
    boolean isUnfinished() {
        return !isOver;
    }

    private void end(Component... news) {
        isOver = true;
        show(news);
    }

    private void show(Component... news) {
        getContent().removeAll();
        getContent().add(news);
    }

    private static String size(long bytes) {
        return String.format(Locale.ENGLISH, "%.1f MB", Math.max(bytes / MEGABYTE, 0.1));
    }

    /** A screen that was closed is told nothing; what became of the export stands in the audit trail. */
    private static void tell(UI ui, Command news) {
        try {
            ui.access(news);
        } catch (UIDetachedException closed) {
            LOG.debug("The screen of an export was closed", closed);
        }
    }
}

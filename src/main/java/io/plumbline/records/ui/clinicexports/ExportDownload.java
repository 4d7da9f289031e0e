package io.plumbline.records.ui.clinicexports;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.streams.DownloadEvent;
import io.plumbline.access.ui.proof.ProofFirst;
import io.plumbline.records.clinicexports.ClinicExportFile;
import io.plumbline.records.clinicexports.ClinicExportId;
import io.plumbline.records.clinicexports.ClinicExportService;
import io.plumbline.shared.Refused;
import io.plumbline.shared.store.StoreWait;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Ui;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;

/** Downloads the file of an export. What broke off goes on where it was, as the browser asks for it. */
class ExportDownload extends Composite<Div> {
    private static final Logger LOG = LoggerFactory.getLogger(ExportDownload.class);

    private final ClinicExportService exports;
    private final ProofFirst proof;
    private final ClinicExportId export;
    private final Runnable downloaded;
    private final Div messages = new Div();
    private final Div place = Ui.div("stack-1");

    /** @param downloaded runs on the screen once all of the file was sent */
    ExportDownload(ClinicExportService exports, ProofFirst proof, ClinicExportId export, Runnable downloaded) {
        this.exports = exports;
        this.proof = proof;
        this.export = export;
        this.downloaded = downloaded;
        place.getElement().setAttribute("aria-live", "polite");
        place.add(
                Ui.text("muted", "The file can be downloaded once; it is deleted here once all of it was sent."),
                Ui.div("cluster", new Button("Download", e -> download())));
        getContent().add(messages, place);
    }

    private void download() {
        proof.continuing(() -> Attempt.showing(messages).run(() -> offer(exports.download(export))));
    }

    private void offer(ClinicExportFile file) {
        var link = new Anchor((DownloadEvent event) -> write(event, file), "Download again from the beginning");
        place.removeAll();
        place.add(
                Ui.text("strong", "The download starts."),
                Ui.text(
                        "muted",
                        "If it breaks off, resume it in the list of downloads of your browser while this window is open. "),
                link);
        link.getElement().callJsFunction("click");
    }

    /** Runs beside the screen, for as long as the download takes. */
    private void write(DownloadEvent event, ClinicExportFile file) throws IOException {
        StoreWait.takesItsTime();
        var from = from(event, file);
        var response = event.getResponse();
        event.setFileName("clinic-export.zip.age");
        event.setContentType("application/octet-stream");
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        response.setHeader(HttpHeaders.ETAG, tag(file));
        // a proxy that takes all of it at once would hide that the browser is gone
        response.setHeader("X-Accel-Buffering", "no");
        if (from > 0) {
            response.setStatus(HttpStatusCode.PARTIAL_CONTENT.getCode());
            response.setHeader(
                    HttpHeaders.CONTENT_RANGE, "bytes " + from + "-" + (file.bytes() - 1) + "/" + file.bytes());
        }
        event.setContentLength(file.bytes() - from);
        var ui = event.getUI();
        try {
            exports.send(file, from, event.getOutputStream());
            tell(ui, downloaded::run);
        } catch (Refused refused) {
            tell(ui, () -> messages.add(Ui.alert(refused.sentence())));
            throw refused;
        }
    }

    /** Returns the first byte that the browser asks for; the first of all unless it has the beginning of this file. */
    private static long from(DownloadEvent event, ClinicExportFile file) {
        var request = event.getRequest();
        var asked = request.getHeader(HttpHeaders.RANGE);
        var known = request.getHeader(HttpHeaders.IF_RANGE);
        if (asked == null || known != null && !known.equals(tag(file))) {
            return 0;
        }
        try {
            var ranges = HttpRange.parseRanges(asked);
            // a piece out of the middle is not what a download that goes on asks for
            return ranges.size() == 1
                            && ranges.getFirst().getRangeEnd(file.bytes()) == file.bytes() - 1
                            && ranges.getFirst().getRangeStart(file.bytes()) < file.bytes()
                    ? ranges.getFirst().getRangeStart(file.bytes())
                    : 0;
        } catch (IllegalArgumentException noRange) {
            LOG.debug("A browser asks for no range that there is: {}", asked, noRange);
            return 0;
        }
    }

    private static String tag(ClinicExportFile file) {
        return "\"" + file.sha256() + "\"";
    }

    /** A screen that was closed is told nothing; what became of the download stands in the list. */
    private static void tell(UI ui, Command news) {
        try {
            ui.access(news);
        } catch (UIDetachedException closed) {
            LOG.debug("The screen of a download was closed", closed);
        }
    }
}

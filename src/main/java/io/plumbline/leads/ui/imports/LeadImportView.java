package io.plumbline.leads.ui.imports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.streams.DownloadEvent;
import com.vaadin.flow.server.streams.UploadEvent;
import com.vaadin.flow.server.streams.UploadHandler;
import io.plumbline.leads.imports.LeadImportPlan;
import io.plumbline.leads.imports.LeadImportService;
import io.plumbline.shared.CsvFile;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.cover.Cover;
import jakarta.annotation.security.RolesAllowed;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.security.concurrent.DelegatingSecurityContextRunnable;
import org.springframework.transaction.TransactionException;

/** Imports open leads from a CSV file; first shows a preview of the result and the errors by row. */
@Route(Routes.LEADS_IMPORT)
@PageTitle("Import leads · Plumbline")
@RolesAllowed(Permission.LEAD_IMPORT)
class LeadImportView extends Main {
    private static final Logger LOG = LoggerFactory.getLogger(LeadImportView.class);
    private static final int MOST_SHOWN = 100;

    private final LeadImportService imports;
    private final Div messages = new Div();
    private final Div work = Ui.div("stack-3");

    LeadImportView(LeadImportService imports) {
        this.imports = imports;
        messages.getElement().setAttribute("aria-live", "polite");
        Ui.page(
                this,
                "Import leads",
                "Import open leads from a CSV file. You see a preview first; rows that were already imported are skipped.",
                Ui.card("The file", template(), upload()),
                messages,
                work);
    }

    private Component template() {
        var template = new Anchor(
                (DownloadEvent event) -> {
                    event.setFileName("leads-template.csv");
                    event.setContentType("text/csv; charset=utf-8");
                    try (var file = new CsvFile(event.getOutputStream())) {
                        file.row(imports.headings().toArray());
                    }
                },
                "Download the template");
        return Ui.div(
                "stack-2",
                template,
                Ui.text(
                        "muted",
                        "Name and consent (yes) are required, and a phone number or an e-mail address. Days such as"
                                + " Mon, Tue and parts of the day such as Morning may be left empty. The id is your own:"
                                + " it identifies the row when you import again."));
    }

    private Component upload() {
        var upload = new Upload((UploadHandler) this::take);
        upload.setMaxFiles(1);
        upload.setMaxFileSize(LeadImportService.MOST_BYTES);
        upload.setAcceptedFileTypes("text/csv", ".csv");
        upload.setDropAllowed(true);
        upload.addFileRejectedListener(rejected -> say(Ui.alert("Choose a CSV file of at most 10 MB.")));
        return upload;
    }

    /** Reads at most one byte more than the size limit, no matter how much the browser sends. */
    private void take(UploadEvent event) throws IOException {
        var bytes = event.getInputStream().readNBytes(LeadImportService.MOST_BYTES + 1);
        event.getUI().access(() -> check(bytes));
    }

    /** Shows a preview of importing the file. */
    void check(byte[] file) {
        work.removeAll();
        messages.removeAll();
        Attempt.telling(refused -> say(Ui.alert(refused))).run(() -> show(imports.check(file)));
    }

    private void show(LeadImportPlan plan) {
        say(Ui.text("", counted(plan)));
        if (!plan.errors().isEmpty()) {
            var list = new UnorderedList();
            plan.errors().stream()
                    .limit(MOST_SHOWN)
                    .forEach(wrong -> list.add(
                            new ListItem("Line " + wrong.line() + ", " + wrong.column() + ": " + wrong.sentence())));
            var more = plan.errors().size() - MOST_SHOWN;
            work.add(Ui.card(
                    "What is wrong",
                    Ui.text(
                            "muted",
                            "These rows will not be imported. Correct them in the file, then choose it again."),
                    list,
                    Ui.text("muted", more > 0 ? "And " + more + " more." : "")));
        }
        if (!plan.rows().isEmpty()) {
            var begin = Ui.primary(Ui.once("Import " + leads(plan.rows().size()), () -> run(plan)));
            work.add(Ui.div("cluster", begin));
        }
    }

    private static String counted(LeadImportPlan plan) {
        return leads(plan.rows().size()) + " to import. "
                + (plan.before() == 0 ? "" : plan.before() + " imported before, skipped. ")
                + (plan.errors().isEmpty()
                        ? "No errors."
                        : plan.errors().size() + (plan.errors().size() == 1 ? " error." : " errors."));
    }

    private static String leads(long count) {
        return count == 1 ? "1 lead" : count + " leads";
    }

    /**
     * Imports in a background thread, while the screen shows the progress and can stop it; rows imported until then are
     * kept.
     */
    private void run(LeadImportPlan plan) {
        var ui = UI.getCurrentOrThrow();
        var isStopped = new AtomicBoolean();
        var bar = new ProgressBar(0, plan.rows().size());
        bar.getElement().setAttribute("aria-label", "Leads imported");
        var said = Ui.text("", "0 of " + leads(plan.rows().size()));
        var stop = new Button("Stop", e -> isStopped.set(true));
        work.removeAll();
        messages.removeAll();
        work.add(Ui.card("Importing", bar, Ui.div("cluster", said, stop)));
        // leaving the screen also stops the import
        Cover.onLeaving(work, () -> isStopped.set(true));
        Thread.ofVirtual().name("lead-import").start(new DelegatingSecurityContextRunnable(() -> {
            var sentence = "";
            var taken = 0;
            try {
                for (int from = 0; from < plan.rows().size() && !isStopped.get(); from += LeadImportService.AT_ONCE) {
                    var until = Math.min(
                            from + LeadImportService.AT_ONCE, plan.rows().size());
                    taken += taken(plan, from);
                    ui.access(() -> {
                        bar.setValue(until);
                        said.setText(until + " of " + leads(plan.rows().size()));
                    });
                }
                sentence = (isStopped.get() ? "Stopped: " : "") + leads(taken) + " imported.";
            } catch (DataAccessException | TransactionException | Refused refused) {
                LOG.warn("An import of leads ended early", refused);
                sentence =
                        leads(taken) + " imported, then the import stopped. Choose the file again to import the rest.";
            }
            var ended = sentence;
            ui.access(() -> {
                work.removeAll();
                say(Ui.text("", ended));
                messages.add(Ui.text("", " "), new Anchor(Routes.LEADS_LIST, "Open the leads list"));
            });
        }));
    }

    /**
     * Imports some rows. If another user imports the same rows at the same moment, a second try finds them as known.
     */
    private int taken(LeadImportPlan plan, int from) {
        try {
            return imports.take(plan, from);
        } catch (DataIntegrityViolationException importedInTheMeantime) {
            return imports.take(plan, from);
        }
    }

    private void say(Component sentence) {
        messages.removeAll();
        messages.add(sentence);
    }
}

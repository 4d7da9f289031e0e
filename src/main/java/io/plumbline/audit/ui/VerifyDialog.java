package io.plumbline.audit.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.plumbline.audit.AuditService;
import io.plumbline.audit.AuditVerdict;
import io.plumbline.shared.Count;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.cover.Cover;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Verifies the whole trail, shows the progress and can be canceled. */
class VerifyDialog extends Composite<Dialog> {
    private static final Logger LOG = LoggerFactory.getLogger(VerifyDialog.class);

    private final AuditService audit;
    private final Executor beside;
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final ProgressBar bar = new ProgressBar();
    private final Div said = Ui.div("muted num");
    private final Div found = new Div();
    private final Button close;

    VerifyDialog(AuditService audit, Executor beside) {
        this.audit = audit;
        this.beside = beside;
        said.setText("Waiting to start");
        found.getElement().setAttribute("role", "status");
        bar.getElement().setAttribute("aria-label", "Rows checked");
        var dialog = getContent();
        dialog.setCloseOnOutsideClick(false);
        close = Dialogs.show(
                dialog,
                Dialogs.Width.MEDIUM,
                "Verify the audit trail",
                Ui.text(
                        "muted",
                        "Every row is checked against its keyed hash and against the row before it, from the first to"
                                + " the last, then every signed note against its signature."),
                bar,
                said,
                found);
        close.setText("Cancel");
        dialog.addOpenedChangeListener(e -> stopped.compareAndSet(false, !e.isOpened()));
        Cover.onLeaving(this, () -> stopped.set(true));
    }

    void open() {
        getContent().open();
        close.focus();
        var all = Math.max(1, audit.countChained());
        var ui = UI.getCurrentOrThrow();
        beside.execute(() -> {
            try {
                var verdict = audit.verify(rows -> ui.access(() -> progress(rows, all)), stopped::get);
                ui.access(() -> tell(verdict));
            } catch (RuntimeException failed) {
                LOG.error("The audit trail could not be verified", failed);
                ui.access(() -> end(Ui.alert("The audit trail could not be read completely. Try again.")));
            }
        });
    }

    private void progress(long rows, long all) {
        bar.setValue(Math.min(1, (double) rows / all));
        said.setText(Count.number(rows) + " of " + Count.number(Math.max(rows, all)) + " rows");
    }

    private void tell(AuditVerdict verdict) {
        if (verdict.isStopped()) {
            return;
        }
        var flaw = verdict.flaw();
        if (flaw != null) {
            var banner = Ui.div(
                    "banner tone-danger",
                    Icon.ALERT.create(),
                    Ui.div(
                            "stack-0",
                            Ui.text("strong", "Audit trail not verified"),
                            Ui.text("", "First problem: " + flaw.words() + ".")));
            banner.addClassName("audit-found");
            end(banner);
            return;
        }
        var counts = Stream.of(
                        "Audit trail verified: " + verdict.rowsWords(),
                        verdict.waitingWords(),
                        verdict.signedWords(),
                        verdict.contentsWords())
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(". ", "", "."));
        var banner = Ui.div(
                "banner tone-ok",
                Icon.DONE.create(),
                Ui.div(
                        "stack-0",
                        Ui.text("strong", counts),
                        Ui.text(
                                "small",
                                "Keep a copy of this head outside the portal. A later check can start from it:"),
                        Ui.text("small num", verdict.head().toString())));
        banner.addClassName("audit-found");
        end(banner);
    }

    private void end(Component result) {
        bar.setValue(1);
        bar.setVisible(false);
        found.removeAll();
        found.add(result);
        close.setText("Close");
    }
}

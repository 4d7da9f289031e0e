package io.plumbline.imports.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.Command;
import com.vaadin.flow.shared.Registration;
import io.plumbline.clinics.ClinicService;
import io.plumbline.imports.ImportCheckService;
import io.plumbline.imports.ImportDetails;
import io.plumbline.imports.ImportId;
import io.plumbline.imports.ImportRunService;
import io.plumbline.imports.ImportService;
import io.plumbline.imports.ImportStatus;
import io.plumbline.shared.Dates;
import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** One import of patients, step by step: how the file is read, what the check found, the run, and taking it back. */
@Route(Routes.PATIENT_IMPORTS + "/:" + Routes.ID)
@PageTitle("Import patients · Plumbline")
@RolesAllowed(Permission.PATIENT_IMPORT)
class PatientImportView extends Main implements BeforeEnterObserver {
    private final ImportService imports;
    private final ImportCheckService checks;
    private final ImportRunService runs;
    private final ImportRuns running;
    private final ClinicService clinics;
    private final Div messages = new Div();
    private final Div work = Ui.div("stack-4");
    private final Div beside = new Div();
    private final AtomicBoolean isLeft = new AtomicBoolean();
    private @Nullable ImportId id;
    private @Nullable Registration watch;
    private @Nullable ImportProgress watched;

    PatientImportView(
            ImportService imports,
            ImportCheckService checks,
            ImportRunService runs,
            ImportRuns running,
            ClinicService clinics) {
        this.imports = imports;
        this.checks = checks;
        this.runs = runs;
        this.running = running;
        this.clinics = clinics;
        messages.getElement().setAttribute("aria-live", "polite");
        Ui.page(
                this,
                "Import patients",
                Ui.span("muted", new Anchor(Routes.PATIENT_IMPORTS, "All imports")),
                messages,
                beside,
                work);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = Ids.inAddress(event.getRouteParameters().get(Routes.ID).orElse(null), ImportId::parse)
                .orElseThrow(NotAvailable::new);
        draw();
    }

    private void draw() {
        var one = imports.open(Objects.requireNonNull(id));
        work.removeAll();
        work.add(Ui.card(one.fileName(), facts(one)));
        switch (one.status()) {
            case NEW -> work.add(new ImportMapping(imports, one, this::draw), checkButton(one, "Check the file"));
            case CHECKED -> {
                work.add(new ImportFindings(checks, one));
                work.add(runButton(one, "Import the rows"), checkButton(one, "Check again"));
                work.add(new H2("Read the file in another way"), new ImportMapping(imports, one, this::draw));
            }
            case RUNNING -> work.add(progress(one), resume(one));
            case STOPPED -> work.add(runButton(one, "Resume"), revertButton(one), new ImportFindings(checks, one));
            case DONE, REVERTING -> work.add(revertButton(one), new ImportFindings(checks, one));
            case REVERTED -> work.add(new Anchor(Routes.PATIENT_IMPORTS, "Import another file"));
        }
    }

    private Component facts(ImportDetails one) {
        var begun = Dates.dayAndTime(one.begunAt(), clinics.zoneOf(one.clinic())) + " by " + one.begunBy();
        return Ui.facts(ImportWords.facts(one, clinics.label(one.clinic()).name(), begun));
    }

    private Component checkButton(ImportDetails one, String words) {
        var check = Ui.once(words, () -> check(one));
        if (one.status() == ImportStatus.NEW) {
            check.addThemeVariants(ButtonVariant.PRIMARY);
        }
        return Ui.div("cluster", check);
    }

    /** The check ends when the person leaves the screen; it has changed nothing. */
    private void check(ImportDetails one) {
        messages.removeAll();
        var isCanceled = new AtomicBoolean();
        var progress = new ImportProgress("Checking", "rows", 0, "Cancel", () -> isCanceled.set(true));
        begin(
                progress,
                () -> checks.check(
                        one.id(), done -> inUi(() -> progress.show(done)), () -> isCanceled.get() || isLeft.get()));
    }

    private Component runButton(ImportDetails one, String words) {
        var run = Ui.once(words, () -> run(one));
        run.addThemeVariants(ButtonVariant.PRIMARY);
        return Ui.div("cluster", run, Ui.text("muted", "You can leave this page; the import continues."));
    }

    private void run(ImportDetails one) {
        messages.removeAll();
        Attempt.showing(messages).run(() -> {
            runs.requireRunnable(one.id());
            showInstead(progress(one));
            running.start(one.id());
        });
    }

    private Component progress(ImportDetails one) {
        var progress = new ImportProgress("Importing", "rows", one.counts().rows(), "Stop", () -> stop(one.id()));
        progress.show(one.counts().done());
        watched = progress;
        if (isAttached()) {
            watch(one.id(), progress);
        }
        return progress;
    }

    private void watch(ImportId shown, ImportProgress progress) {
        endWatch();
        watch = running.watch(
                shown,
                new ImportRuns.Watcher(
                        done -> inUi(() -> progress.show(done)), problem -> inUi(() -> finished(problem))));
    }

    private Component resume(ImportDetails one) {
        return Ui.div(
                "cluster",
                new Button("Resume", e -> run(one)),
                Ui.text("muted", "If the count does not change, the portal was restarted: resume the import."));
    }

    private void stop(ImportId stopped) {
        Attempt.showing(messages).run(() -> runs.stop(stopped));
    }

    private Component revertButton(ImportDetails one) {
        var revert = new Button("Undo import…", e -> new RevertDialog(() -> revert(one)).open());
        revert.setVisible(one.counts().added() + one.counts().matched() > 0);
        return Ui.div("cluster", revert);
    }

    private void revert(ImportDetails one) {
        messages.removeAll();
        var isCanceled = new AtomicBoolean();
        var all = one.counts().added() + one.counts().matched();
        var progress = new ImportProgress("Undoing the import", "patients", all, "Cancel", () -> isCanceled.set(true));
        begin(progress, () -> {
            var kept = runs.revert(
                    one.id(), done -> inUi(() -> progress.show(done)), () -> isCanceled.get() || isLeft.get());
            if (kept > 0) {
                inUi(() -> messages.add(Ui.alert(ImportWords.count(kept, "patient stays", "patients stay")
                        + ", because they were edited, booked or treated since.")));
            }
        });
    }

    private void begin(ImportProgress progress, Runnable action) {
        showInstead(progress);
        BesideScreen.run("patient-import", action, problem -> inUi(() -> finished(problem)));
    }

    private void showInstead(Component progress) {
        work.setVisible(false);
        beside.removeAll();
        beside.add(progress);
    }

    /** What was on the screen before stays if the work ended early, so that it can be tried again. */
    private void finished(String problem) {
        watched = null;
        beside.removeAll();
        work.setVisible(true);
        if (problem.isEmpty()) {
            draw();
        } else {
            messages.removeAll();
            messages.add(Ui.alert(problem));
        }
    }

    private void inUi(Command command) {
        // a screen that is gone is told nothing
        getUI().ifPresent(ui -> {
            try {
                ui.access(command);
            } catch (UIDetachedException closed) {
                isLeft.set(true);
            }
        });
    }

    @Override
    protected void onAttach(AttachEvent event) {
        isLeft.set(false);
        if (watched != null && id != null) {
            watch(id, watched);
            // it may have ended since it was read
            if (!running.isRunning(id) && imports.open(id).status() != ImportStatus.RUNNING) {
                draw();
            }
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        isLeft.set(true);
        endWatch();
    }

    private void endWatch() {
        if (watch != null) {
            watch.remove();
            watch = null;
        }
    }
}

package io.plumbline.imports.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import io.plumbline.clinics.ClinicService;
import io.plumbline.imports.ImportCheckService;
import io.plumbline.imports.ImportDetails;
import io.plumbline.imports.ImportFindingService;
import io.plumbline.imports.ImportId;
import io.plumbline.imports.ImportRunService;
import io.plumbline.imports.ImportService;
import io.plumbline.imports.ImportStatus;
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

/** One import from a file, step by step: how the file is read, what the check found, the run, and taking it back. */
@Route(Routes.PATIENT_IMPORTS + "/:" + Routes.ID)
@RolesAllowed(Permission.PATIENT_IMPORT)
class PatientImportView extends Main implements BeforeEnterObserver, HasDynamicTitle {
    private final ImportService imports;
    private final ImportCheckService checks;
    private final ImportFindingService found;
    private final ImportRunService runs;
    private final ImportRuns running;
    private final ClinicService clinics;
    private final Div messages = new Div();
    private final Div work = Ui.div("stack-4");
    private final Div beside = new Div();
    private final AtomicBoolean isLeft = new AtomicBoolean();
    private String heading = "";
    private @Nullable ImportId id;
    private @Nullable Registration watch;
    private @Nullable ImportProgress watched;

    PatientImportView(
            ImportService imports,
            ImportCheckService checks,
            ImportFindingService found,
            ImportRunService runs,
            ImportRuns running,
            ClinicService clinics) {
        this.imports = imports;
        this.checks = checks;
        this.found = found;
        this.runs = runs;
        this.running = running;
        this.clinics = clinics;
        messages.getElement().setAttribute("aria-live", "polite");
    }

    @Override
    public String getPageTitle() {
        return heading + " · Plumbline";
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = Ids.inAddress(event.getRouteParameters().get(Routes.ID).orElse(null), ImportId::new)
                .orElseThrow(NotAvailable::new);
        heading = imports.open(id).kind().heading();
        removeAll();
        var others = Ui.span("muted", new Anchor(Routes.PATIENT_IMPORTS, "All imports"));
        Ui.page(this, heading, others, messages, beside, work);
        draw();
    }

    private void draw() {
        var one = imports.open(Objects.requireNonNull(id));
        work.removeAll();
        work.add(Ui.card(one.fileName(), ImportWords.facts(one, clinics)));
        if (one.isFileDeleted()) {
            work.add(Ui.text("", ImportWords.DELETED), new Anchor(Routes.PATIENT_IMPORTS, "Import another file"));
            return;
        }
        switch (one.status()) {
            case NEW -> work.add(mapping(one), checkButton(one, "Check the file"));
            case CHECKED -> {
                work.add(
                        new ImportFindings(found, one),
                        found.countImportable(one.id()) == 0
                                ? ImportFindings.nothingToImport()
                                : runButton(one, "Import the rows"),
                        checkButton(one, "Check again"),
                        new H2("Read the file in another way"),
                        mapping(one));
            }
            case RUNNING -> work.add(progress(one), ImportProgress.resume(() -> run(one)));
            case STOPPED -> work.add(runButton(one, "Resume"), revertButton(one), new ImportFindings(found, one));
            case DONE, REVERTING -> work.add(revertButton(one), new ImportFindings(found, one));
            case REVERTED -> work.add(new Anchor(Routes.PATIENT_IMPORTS, "Import another file"));
        }
    }

    private Component mapping(ImportDetails one) {
        return new ImportMapping(
                imports,
                one,
                chosen -> begin(ImportProgress.reading(), () -> imports.describe(one.id(), one.version(), chosen)));
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
        var isCanceled = new AtomicBoolean();
        var progress = new ImportProgress("Checking", "rows", 0, "Cancel", () -> isCanceled.set(true));
        begin(
                progress,
                () -> checks.check(
                        one.id(),
                        done -> BesideScreen.tell(this, () -> progress.show(done)),
                        () -> isCanceled.get() || isLeft.get()));
    }

    private Component runButton(ImportDetails one, String words) {
        var run = Ui.primary(Ui.once(words, () -> run(one)));
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
                        done -> BesideScreen.tell(this, () -> progress.show(done)),
                        problem -> BesideScreen.tell(this, () -> finished(problem))));
    }

    private void stop(ImportId stopped) {
        Attempt.showing(messages).run(() -> runs.stop(stopped));
    }

    private Component revertButton(ImportDetails one) {
        var revert = new Button("Undo import…", e -> new RevertDialog(one.kind(), () -> revert(one)).open());
        revert.setVisible(one.counts().added() + one.counts().matched() > 0);
        return Ui.div("cluster", revert);
    }

    private void revert(ImportDetails one) {
        var isCanceled = new AtomicBoolean();
        var all = one.counts().added() + one.counts().matched();
        var progress =
                new ImportProgress("Undoing the import", one.kind().unit(2), all, "Cancel", () -> isCanceled.set(true));
        begin(progress, () -> {
            var kept = runs.revert(
                    one.id(),
                    done -> BesideScreen.tell(this, () -> progress.show(done)),
                    () -> isCanceled.get() || isLeft.get());
            if (kept > 0) {
                BesideScreen.tell(this, () -> messages.add(Ui.alert(ImportWords.kept(one.kind(), kept))));
            }
        });
    }

    private void begin(Component progress, Runnable action) {
        messages.removeAll();
        showInstead(progress);
        BesideScreen.run("patient-import", action, problem -> BesideScreen.tell(this, () -> finished(problem)));
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

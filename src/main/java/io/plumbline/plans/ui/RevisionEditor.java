package io.plumbline.plans.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.plans.PlanDetails;
import io.plumbline.plans.PlanDraft;
import io.plumbline.plans.PlanRevisionService;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Autosave;
import io.plumbline.shared.ui.Ui;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Editor of a revision: autosaves every change, compares it with the plan, and applies it. */
class RevisionEditor extends Composite<Div> implements Autosave.Store<PlanDraft> {
    private final PlanRevisionService revisions;
    private final PlanDetails plan;
    private final RevisionWords words;
    private final PlanForm form;
    private final Div messages = new Div();
    private final Autosave<PlanDraft> autosave;
    private final Supplier<LocalDate> today;
    private PlanDraft current;

    /** What was typed before the plan changed in the meantime. */
    private String reason = "";

    /** @param fields makes the fields; its argument is to be called after each change by the user */
    RevisionEditor(
            PlanRevisionService revisions,
            PlanDetails plan,
            Function<Runnable, PlanForm> fields,
            RevisionWords words,
            Clock clock,
            ClinicLabel clinic) {
        this.revisions = revisions;
        this.plan = plan;
        this.words = words;
        this.today = () -> clinic.today(clock);
        var draft = revisions.open(plan.id());
        current = draft.current();
        form = fields.apply(this::changed);
        form.forRevision();
        form.show(draft.content());
        autosave = new Autosave<>(
                this,
                new Autosave.Kept<>(draft.version(), draft.content(), "A colleague"),
                form::read,
                form::show,
                clock,
                clinic.zone());
        var compare = Ui.primary(new Button("Compare and apply…", e -> compare()));
        var head = Ui.head(
                "Revise the plan",
                plan.title() + " · the plan stays as it is until you apply the revision",
                Ui.div("cluster", autosave, new Button("Discard…", e -> askToDiscard()), compare));
        getContent().addClassNames("page", "wide");
        getContent().add(Ui.div("stays", head, autosave.messages(), messages), form);
    }

    private void changed() {
        autosave.save();
    }

    private void compare() {
        messages.removeAll();
        if (!autosave.save()) {
            form.focusWrong();
            return;
        }
        if (form.isIncomplete(messages)) {
            return;
        }
        var typed = form.read();
        var version = autosave.version();
        Attempt.showing(messages).run(() -> new RevisionDialog(
                        revisions.growth(current, typed),
                        plan.patientName(),
                        today.get(),
                        words.compare("Now", current, "Revised", typed),
                        reason,
                        this::keepReason)
                .open(order -> revisions.apply(plan.id(), version, order), this::leave));
    }

    private void keepReason(String typed) {
        reason = typed;
        autosave.refresh();
    }

    private void askToDiscard() {
        var ask = new ConfirmDialog();
        ask.setHeader("Discard the revision?");
        ask.setText("What you typed is removed. The plan stays as it is.");
        ask.setCancelable(true);
        ask.setConfirmText("Discard");
        ask.setConfirmButtonTheme("error primary");
        ask.addConfirmListener(
                e -> Attempt.showing(messages).ifChanged(autosave::refresh).run(() -> {
                    revisions.discard(plan.id(), autosave.version());
                    leave();
                }));
        ask.open();
    }

    private void leave() {
        Ui.navigate(Routes.plan(plan.id()));
    }

    @Override
    public long save(long version, PlanDraft draft) {
        return revisions.saveDraft(plan.id(), version, draft);
    }

    @Override
    public Autosave.Kept<PlanDraft> latest() {
        var now = revisions.open(plan.id());
        current = now.current();
        return new Autosave.Kept<>(now.version(), now.content(), "A colleague");
    }

    @Override
    public @Nullable String wrong() {
        return form.wrong();
    }

    @Override
    public String words(String field, PlanDraft draft) {
        return form.words(field, draft);
    }
}

package io.plumbline.plans.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.NotFoundException;
import io.plumbline.clinics.ClinicLabel;
import io.plumbline.intake.IntakeVocabulary;
import io.plumbline.phases.PhaseDefaults;
import io.plumbline.plans.PlanDetails;
import io.plumbline.plans.PlanDraft;
import io.plumbline.plans.PlanService;
import io.plumbline.plans.templates.TemplateRow;
import io.plumbline.practitioners.PractitionerLabel;
import io.plumbline.shared.ui.Autosave;
import io.plumbline.shared.ui.Ui;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Editor of a treatment plan for the chiropractor: previews the visits, autosaves every change, and activates the plan.
 */
class PlanEditor extends Composite<Div> implements Autosave.Store<PlanDraft> {
    private final PlanService plans;
    private final PlanDetails plan;
    private final PlanForm form;
    private final Div messages = new Div();
    private final Autosave<PlanDraft> autosave;
    private final GoalScores scores;
    private final ClinicLabel clinic;
    private final Clock clock;

    PlanEditor(
            PlanService plans,
            PlanDetails plan,
            PlanDraft draft,
            List<PractitionerLabel> practitioners,
            GoalScores scores,
            PhaseDefaults defaults,
            List<TemplateRow> templates,
            IntakeVocabulary vocabulary,
            Div head,
            Clock clock,
            ClinicLabel clinic) {
        this.plans = plans;
        this.plan = plan;
        this.scores = scores;
        this.clinic = clinic;
        this.clock = clock;
        form = new PlanForm(
                practitioners,
                scores,
                defaults,
                vocabulary,
                plans.diagnoses(),
                clinic.combinedCare(),
                typed -> plans.preview(plan.clinic(), typed),
                this::changed);
        form.offer(templates);
        form.show(draft);
        autosave = new Autosave<>(
                this,
                new Autosave.Kept<>(plan.version(), draft, "A colleague"),
                form::read,
                form::show,
                clock,
                clinic.zone());
        var activate = Ui.primary(new Button("Activate…", e -> activate()));
        head.add(Ui.div(
                "cluster",
                autosave,
                activate,
                new MoveButtons(plans, plan.id(), plan.status(), autosave::version, this::showChanged)));
        getContent().addClassNames("page", "wide");
        getContent().add(Ui.div("stays", head, autosave.messages(), messages), form);
    }

    /** Offers the diagnoses of a pregnancy first. */
    void forPregnancy() {
        form.forPregnancy();
    }

    private void changed() {
        autosave.save();
    }

    private void activate() {
        messages.removeAll();
        if (!autosave.save()) {
            form.focusWrong();
            return;
        }
        if (form.isIncomplete(messages)) {
            return;
        }
        var draft = form.read();
        var version = autosave.version();
        var visits = new VisitPreview(clinic.combinedCare());
        visits.show(() -> {
            var care = plans.preview(plan.clinic(), draft);
            visits.warn(plans.findWarnings(care));
            return care;
        });
        new ActivateDialog(
                        plan.patientName(),
                        visits,
                        Stream.concat(DraftWords.services(draft).stream(), DraftWords.goals(draft, scores).stream())
                                .toList(),
                        clinic.today(clock),
                        () -> plans.findQuestion(plan.id()),
                        this::showColleague)
                .open((agreement, replies) -> {
                    plans.activate(plan.id(), version, agreement, replies);
                    showChanged();
                });
    }

    private void showColleague() {
        autosave.refresh();
        messages.add(Ui.alert("A colleague changed this plan just now. Review it before you activate it."));
    }

    private void showChanged() {
        UI.getCurrentOrThrow().refreshCurrentRoute(false);
    }

    @Override
    public long save(long version, PlanDraft draft) {
        return plans.saveDraft(plan.id(), version, draft);
    }

    @Override
    public Autosave.Kept<PlanDraft> latest() {
        var now = plans.open(plan.id()).orElseThrow(NotFoundException::new);
        var clinical = Objects.requireNonNull(now.clinical());
        return new Autosave.Kept<>(now.version(), clinical.draft(), "A colleague");
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

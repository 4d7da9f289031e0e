package io.plumbline.forms.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.plumbline.clinics.ClinicService;
import io.plumbline.forms.FormContent;
import io.plumbline.forms.FormDetails;
import io.plumbline.forms.FormId;
import io.plumbline.forms.FormQuestion;
import io.plumbline.forms.FormService;
import io.plumbline.forms.QuestionAudience;
import io.plumbline.shared.Dates;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Ui;
import jakarta.annotation.security.RolesAllowed;
import java.util.Optional;
import java.util.stream.Stream;

/** One form with its versions. */
@Route(Routes.INTAKE_FORMS + "/:" + Routes.ID)
@PageTitle("Intake form · Plumbline")
@RolesAllowed(Permission.INTAKE_FORM_WRITE)
class FormView extends Main implements BeforeEnterObserver {
    private final FormService forms;
    private final ClinicService clinics;
    private final Div messages = new Div();

    FormView(FormService forms, ClinicService clinics) {
        this.forms = forms;
        this.clinics = clinics;
        Ui.main(this);
    }

    static String notes(FormContent content) {
        return content.visit().label() + ", "
                + (content.discipline() == null
                        ? "all disciplines"
                        : content.discipline().label());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(Ids.inAddress(event.getRouteParameters().get(Routes.ID).orElse(null), FormId::parse)
                .flatMap(forms::open)
                .orElseThrow(NotFoundException::new));
    }

    private void show(FormDetails form) {
        removeAll();
        var isPublished = !form.versions().isEmpty();
        var newest = isPublished
                ? form.versions().getFirst().content()
                : Optional.ofNullable(form.draft()).orElseThrow(NotFoundException::new);
        var page = Ui.div("page wide", head(form), messages);
        if (form.isRetired()) {
            page.add(Ui.alert("Retired: new notes do not have it. Notes that were begun with it keep it."));
        }
        page.add(Ui.text("", "For: " + notes(newest)), content(newest));
        form.versions().stream().skip(1).forEach(version -> page.add(earlier(version)));
        add(page);
    }

    private Component earlier(FormDetails.Version version) {
        return new Details(
                "Version " + version.number() + ", published " + Dates.dayAndTime(version.at(), clinics.ownZone()),
                content(version.content()));
    }

    private static Component content(FormContent content) {
        var shown = Ui.div("stack-4");
        content.sections()
                .forEach(section -> shown.add(Ui.card(
                        section.title().isEmpty() ? "Untitled section" : section.title(),
                        Ui.facts(section.questions().stream()
                                .flatMap(question -> Stream.of(
                                        question.label().isEmpty() ? "No label yet" : question.label(),
                                        about(question)))
                                .toArray(String[]::new)))));
        return shown;
    }

    private static String about(FormQuestion question) {
        var about = new StringBuilder(question.kind().label());
        if (question.kind().hasRange() && (question.least() != null || question.most() != null)) {
            about.append(question.least() == null ? "" : ", from " + question.least())
                    .append(question.most() == null ? "" : ", to " + question.most());
        }
        if (!question.choices().isEmpty()) {
            about.append(": ").append(String.join(", ", question.choices()));
        }
        if (question.required()) {
            about.append(" · required to sign");
        }
        if (question.audience() == QuestionAudience.CHIROPRACTORS) {
            about.append(" · chiropractors only");
        }
        return about.toString();
    }

    private Component head(FormDetails form) {
        var title = Ui.div(
                "cluster",
                Ui.title(form.name()),
                form.isRetired()
                        ? StatusBadge.neutral("Retired")
                        : form.versions().isEmpty()
                                ? StatusBadge.neutral("Draft")
                                : StatusBadge.ok(
                                        "Version " + form.versions().getFirst().number()));
        var actions = Ui.div("cluster");
        if (form.isRetired()) {
            actions.add(Ui.once("Offer again", () -> change(form, () -> forms.offerAgain(form.id(), form.revision()))));
        } else {
            if (!form.versions().isEmpty()) {
                actions.add(Ui.once("Retire", () -> change(form, () -> forms.retire(form.id(), form.revision()))));
            }
            actions.add(edit(form));
        }
        return Ui.div("page-head", title, actions);
    }

    private Button edit(FormDetails form) {
        var edit = Ui.once(
                form.draft() == null ? "Edit" : "Continue the draft",
                () -> attempt(form, () -> {
                    if (form.draft() == null) {
                        forms.edit(form.id(), form.revision());
                    }
                    UI.getCurrentOrThrow()
                            .navigate(Routes.intakeFormDraft(form.id().value()));
                }));
        edit.addThemeVariants(ButtonVariant.PRIMARY);
        return edit;
    }

    private void change(FormDetails form, Runnable change) {
        attempt(form, () -> {
            change.run();
            showNow(form);
        });
    }

    private void attempt(FormDetails form, Runnable action) {
        messages.removeAll();
        Attempt.showing(messages)
                .ifChanged(() -> {
                    showNow(form);
                    messages.add(Ui.alert("A colleague changed this form in the meantime. This is what it says now."));
                })
                .run(action);
    }

    private void showNow(FormDetails form) {
        show(forms.open(form.id()).orElseThrow(NotFoundException::new));
    }
}

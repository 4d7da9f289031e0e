package io.plumbline.forms.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
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
import io.plumbline.shared.ui.StatusBadge;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.VersionedPage;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One form with its versions. */
@Route(Routes.INTAKE_FORMS + "/:" + Routes.ID)
@PageTitle("Intake form · Plumbline")
@RolesAllowed(Permission.INTAKE_FORM_WRITE)
class FormView extends Main implements BeforeEnterObserver {
    private final FormService forms;
    private final ClinicService clinics;
    private final VersionedPage<FormDetails> page;

    FormView(FormService forms, ClinicService clinics) {
        this.forms = forms;
        this.clinics = clinics;
        page = new VersionedPage<>("form", form -> open(form.id()), this::show);
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
        show(Ids.inAddress(event.getRouteParameters().get(Routes.ID).orElse(null), FormId::new)
                .map(this::open)
                .orElseThrow(NotFoundException::new));
    }

    private FormDetails open(FormId id) {
        return forms.open(id).orElseThrow(NotFoundException::new);
    }

    private void show(FormDetails form) {
        removeAll();
        var newest = form.isPublished()
                ? form.versions().getFirst().content()
                : Optional.ofNullable(form.draft()).orElseThrow(NotFoundException::new);
        var box = page.box("wide", form.name(), state(form), actions(form));
        if (form.isRetired()) {
            box.add(Ui.alert("Retired: new notes do not have it. Notes that were begun with it keep it."));
        }
        box.add(Ui.text("", "For: " + notes(newest)), content(newest));
        form.versions().stream().skip(1).forEach(version -> box.add(earlier(version)));
        add(box);
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

    private static StatusBadge state(FormDetails form) {
        return form.isRetired() ? StatusBadge.neutral("Retired") : VersionedPage.state(form, "Draft");
    }

    private List<Component> actions(FormDetails form) {
        if (form.isRetired()) {
            return List.of(page.change(form, "Offer again", () -> forms.offerAgain(form.id(), form.revision())));
        }
        var edit = page.edit(
                form,
                "Edit",
                () -> forms.edit(form.id(), form.revision()),
                Routes.intakeFormDraft(form.id().value()));
        return form.isPublished()
                ? List.of(page.change(form, "Retire", () -> forms.retire(form.id(), form.revision())), edit)
                : List.of(edit);
    }
}

package io.plumbline.patients.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientDraft;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.signing.RecordVersions;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Leaving;
import io.plumbline.shared.ui.Ui;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Edits a patient's demographics and contact details. After a concurrent edit it takes over the fields that only the
 * colleague changed, lists them, and keeps the typed values.
 */
class PatientEditor extends Composite<Div> {
    private final PatientService patients;
    private final PatientForm form;
    private final Div messages = Ui.div("stack-2");
    private final Runnable done;
    private PatientDetails seen;
    private boolean isDone;

    PatientEditor(PatientService patients, PatientDetails patient, String region, Runnable done) {
        this.patients = patients;
        this.seen = patient;
        this.done = done;
        form = new PatientForm(patient::today, region, () -> {});
        form.show(patient.draft());
        var save = Ui.primary(new Button("Save", e -> form.read().ifPresent(this::save)));
        save.addClickShortcut(Key.ENTER, KeyModifier.CONTROL).resetFocusOnActiveElement();
        messages.getElement().setAttribute("tabindex", "-1");
        getContent().addClassName("stack-5");
        getContent().add(messages, form, Ui.div("cluster", save, new Button("Cancel", e -> done.run())));
        Leaving.guardPage(this, () -> !isDone && form.hasChanges());
    }

    void focus() {
        form.focus();
    }

    private void save(PatientDraft typed) {
        Attempt.showing(messages)
                .ifChanged(() -> {
                    patients.details(seen.id()).ifPresent(now -> bringTogether(now, typed));
                })
                .ifNotAvailable("You no longer have access to this patient")
                .run(() -> {
                    patients.correct(seen.id(), seen.version(), typed);
                    isDone = true;
                    done.run();
                });
    }

    private void bringTogether(PatientDetails now, PatientDraft typed) {
        var base = seen.draft();
        var changes = RecordVersions.changedFields(base, now.draft()).stream()
                .map(field -> PatientWords.name(field) + " is now " + PatientWords.of(field, now.draft()))
                .collect(Collectors.joining("; "));
        form.show(now.draft());
        form.type(RecordVersions.merged(base, now.draft(), typed));
        seen = now;
        messages.add(
                Ui.alert(Objects.toString(now.changedBy(), "A colleague") + " changed this patient in the meantime: "
                        + changes + ". What you typed is still here; save again to keep your changes."));
        messages.getElement().callJsFunction("focus");
    }
}

package io.plumbline.practitioners.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import io.plumbline.practitioners.PractitionerDetails;
import io.plumbline.practitioners.PractitionerDraft;
import io.plumbline.practitioners.PractitionerService;
import io.plumbline.shared.signing.RecordVersions;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Ui;
import java.util.Map;
import java.util.stream.Collectors;

/** Edits a practitioner. After a concurrent edit it shows the colleague's changes and keeps the typed values. */
class PractitionerEditor extends Composite<Div> {
    private static final Map<String, String> WORDS = Map.of(
            "givenName", "given name",
            "familyName", "family name",
            "hours", "working hours");

    private final PractitionerService practitioners;
    private final PractitionerForm form;
    private final Runnable done;
    private final Div messages = Ui.div("stack-2");
    private PractitionerDetails seen;

    PractitionerEditor(
            PractitionerService practitioners, PractitionerForm form, PractitionerDetails seen, Runnable done) {
        this.practitioners = practitioners;
        this.form = form;
        this.seen = seen;
        this.done = done;
        form.show(seen.draft());
        var save = Ui.primary(new Button("Save", e -> form.read().ifPresent(this::save)));
        var cancel = new Button("Cancel", e -> done.run());
        getContent().addClassName("stack-4");
        getContent()
                .add(Ui.div("stays", Ui.head(seen.name(), "Edit", Ui.div("cluster", cancel, save)), messages), form);
    }

    boolean hasChanges() {
        return form.hasChanges();
    }

    void focus() {
        form.focus();
    }

    private void save(PractitionerDraft typed) {
        Attempt.showing(messages)
                .ifChanged(() -> {
                    bringTogether(typed);
                })
                .run(() -> {
                    practitioners.change(seen.id(), seen.version(), typed);
                    done.run();
                });
    }

    private void bringTogether(PractitionerDraft typed) {
        var base = seen.draft();
        seen = practitioners.find(seen.id()).orElse(seen);
        var fields = RecordVersions.changedFields(base, seen.draft()).stream()
                .map(field -> WORDS.getOrDefault(field, field))
                .collect(Collectors.joining(", "));
        form.show(RecordVersions.merged(base, seen.draft(), typed));
        form.keepAsTyped();
        messages.add(Ui.alert(seen.changedBy() + " changed this practitioner in the meantime: "
                + (fields.isEmpty() ? "whether they work here" : fields)
                + ". What you typed is still here. Check it, then save again to keep it."));
    }
}

package io.plumbline.notes.ui.privacy;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.plumbline.notes.NotePrivacy;
import io.plumbline.notes.privacy.NotePrivacyService;
import io.plumbline.notes.privacy.NoteReaders;
import io.plumbline.notes.privacy.NoteReaders.Colleague;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.Ui;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Asks the author of a session note who may read it. The answer is kept at once, apart from the text of the note. */
final class NoteReadersDialog extends Composite<Dialog> {
    private final NotePrivacyService service;
    private final NoteId note;
    private final Consumer<NotePrivacy> changed;
    private final Select<NotePrivacy> privacy = new Select<>();
    private final MultiSelectComboBox<Colleague> named = new MultiSelectComboBox<>("Named people");
    private final Div messages = new Div();
    private NoteReaders before;

    NoteReadersDialog(NotePrivacyService service, NoteId note, Consumer<NotePrivacy> changed) {
        this.service = service;
        this.note = note;
        this.changed = changed;
        before = service.find(note);
        privacy.setLabel("Readers");
        privacy.setItems(NotePrivacy.values());
        privacy.setItemLabelGenerator(NotePrivacy::label);
        privacy.setValue(before.privacy());
        privacy.addValueChangeListener(e -> named.setVisible(isNamed()));
        privacy.setWidthFull();
        named.setItems(before.colleagues());
        named.setItemLabelGenerator(Colleague::name);
        named.setValue(before.named());
        named.setHelperText("Clinicians of your clinics, at most " + NotePrivacyService.MOST_NAMED
                + ". Nobody named: only you. A named person reads it while they treat the patient.");
        named.setWidthFull();
        named.setVisible(isNamed());
        Dialogs.ask(
                getContent(),
                Dialogs.Width.MEDIUM,
                "Who may read this note",
                this::isChanged,
                Ui.once("Save", this::save),
                messages,
                privacy,
                named,
                Ui.text(
                        "muted",
                        "Everyone who treats the patient always sees that the visit took place, its red flags, alerts,"
                                + " contraindications, adverse reactions and scores, and why the patient was treated"
                                + " during a hold. In an emergency they can open the note with a reason; it is"
                                + " recorded and reviewed."));
    }

    void open() {
        getContent().open();
    }

    private boolean isNamed() {
        return privacy.getValue() == NotePrivacy.NAMED;
    }

    private Set<Colleague> chosen() {
        return isNamed() ? named.getValue() : Set.of();
    }

    private boolean isChanged() {
        return privacy.getValue() != before.privacy() || !chosen().equals(before.named());
    }

    private void save() {
        Attempt.showing(messages)
                .ifChanged(this::changedInAnotherWindow)
                .ifNotAvailable("You no longer have access to this record")
                .run(() -> {
                    service.change(
                            note,
                            before.version(),
                            privacy.getValue(),
                            chosen().stream().map(Colleague::id).collect(Collectors.toSet()));
                    getContent().close();
                    changed.accept(privacy.getValue());
                    Toast.done("Readers of the note saved.");
                });
    }

    /** Keeps what was chosen here, and says what was chosen there, which the next save replaces. */
    private void changedInAnotherWindow() {
        before = service.find(note);
        var who = before.named().stream().map(Colleague::name).sorted().collect(Collectors.joining(", "));
        messages.add(Ui.alert("In another window, this was just changed to “"
                + before.privacy().label() + (who.isEmpty() ? "" : ": " + who)
                + "”. Save again to replace it with your choice here."));
    }
}

package io.plumbline.notes.ui.privacy;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.select.Select;
import io.plumbline.notes.NotePrivacy;
import io.plumbline.notes.privacy.NotePrivacyService;
import io.plumbline.notes.privacy.NoteReaders;
import io.plumbline.notes.privacy.NoteReaders.Colleague;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormDialog;
import io.plumbline.shared.ui.Toast;
import io.plumbline.shared.ui.UiFields;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Asks the author of a session note who may read it. The answer is kept at once, apart from the text of the note. */
final class NoteReadersDialog {
    private final NotePrivacyService service;
    private final NoteId note;
    private final FormDialog form = Dialogs.form("Who may read this note").about("note");
    private final Select<NotePrivacy> privacy =
            form.optional(UiFields.choice("Readers", NotePrivacy.values(), NotePrivacy::label));
    private final MultiSelectComboBox<Colleague> named =
            form.optional(new MultiSelectComboBox<Colleague>("Named people"));
    private NoteReaders before;

    NoteReadersDialog(NotePrivacyService service, NoteId note) {
        this.service = service;
        this.note = note;
        before = service.find(note);
        privacy.setValue(before.privacy());
        privacy.addValueChangeListener(e -> named.setVisible(isNamed()));
        named.setItems(before.colleagues());
        named.setItemLabelGenerator(Colleague::name);
        named.setValue(before.named());
        named.setHelperText("Clinicians of your clinics, at most " + NotePrivacyService.MOST_NAMED
                + ". Nobody named: only you. A named person reads it while they treat the patient.");
        named.setVisible(isNamed());
        form.ifChanged(this::changedInAnotherWindow)
                .say("Everyone who treats the patient always sees that the visit took place, its red flags, alerts,"
                        + " contraindications, adverse reactions and scores, and why the patient was treated"
                        + " during a hold. In an emergency they can open the note with a reason; it is"
                        + " recorded and reviewed.");
    }

    /** @param changed receives who may read the note */
    void open(Consumer<NotePrivacy> changed) {
        form.open("Save", this::save, () -> {
            changed.accept(privacy.getValue());
            Toast.done("Readers of the note saved.");
        });
    }

    private boolean isNamed() {
        return privacy.getValue() == NotePrivacy.NAMED;
    }

    private void save() {
        var chosen = isNamed() ? named.getValue() : Set.<Colleague>of();
        service.change(
                note,
                before.version(),
                privacy.getValue(),
                chosen.stream().map(Colleague::id).collect(Collectors.toSet()));
    }

    /** Keeps what was chosen here, and says what was chosen there, which the next save replaces. */
    private void changedInAnotherWindow() {
        before = service.find(note);
        var who = before.named().stream().map(Colleague::name).sorted().collect(Collectors.joining(", "));
        form.warn("In another window, this was just changed to “"
                + before.privacy().label() + (who.isEmpty() ? "" : ": " + who)
                + "”. Save again to replace it with your choice here.");
    }
}

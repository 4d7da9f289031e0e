package io.plumbline.referrals.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.referrals.ContactDetails;
import io.plumbline.referrals.ContactDraft;
import io.plumbline.referrals.ContactField;
import io.plumbline.referrals.ContactKind;
import io.plumbline.referrals.ContactService;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ids.ContactId;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Ui;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Adds or edits a contact; what was typed stays if that is refused. */
class ContactDialog extends Composite<Dialog> {
    private final ContactService contacts;
    private final String region;
    private final @Nullable ContactDetails edited;
    private final Consumer<ContactId> saved;
    private final OperationId operation = OperationId.next();
    private final Select<ContactKind> kind = new Select<>();
    private final TextField name = text("Name", 120);
    private final TextField organization = text("Organization", 120);
    private final TextField phone = text("Phone", PhoneNumber.LONGEST_TYPED);
    private final TextField fax = text("Fax", PhoneNumber.LONGEST_TYPED);
    private final TextField email = text("E-mail", 254);
    private final TextArea address = area("Address", 300);
    private final TextArea note = area("Note", 400);
    private final Div messages = Ui.div("stack-2");
    private final List<String> atFirst;
    private long version;

    /**
     * @param region the country of phone numbers without a country code
     * @param edited null to add a contact
     * @param saved gets the contact that was added or edited
     */
    ContactDialog(ContactService contacts, String region, @Nullable ContactDetails edited, Consumer<ContactId> saved) {
        this.contacts = contacts;
        this.region = region;
        this.edited = edited;
        this.saved = saved;
        kind.setLabel("Kind");
        kind.setItems(ContactKind.values());
        kind.setItemLabelGenerator(ContactKind::label);
        name.setHelperText("Of the person; leave empty for an organization");
        note.setHelperText("No patient data: everybody who refers reads it");
        if (edited != null) {
            show(edited.draft());
            version = edited.version();
        }
        atFirst = typed();
        Dialogs.ask(
                getContent(),
                Dialogs.Width.MEDIUM,
                edited == null ? "New contact" : "Edit contact",
                () -> !typed().equals(atFirst),
                Ui.once(edited == null ? "Add contact" : "Save contact", this::save),
                messages,
                kind,
                name,
                organization,
                phone,
                fax,
                email,
                address,
                note);
    }

    void open() {
        getContent().open();
    }

    private void show(ContactDraft draft) {
        kind.setValue(draft.kind());
        name.setValue(draft.name());
        organization.setValue(draft.organization());
        phone.setValue(draft.phone() == null ? "" : draft.phone().shown());
        fax.setValue(draft.fax() == null ? "" : draft.fax().shown());
        email.setValue(draft.email() == null ? "" : draft.email().address());
        address.setValue(draft.address());
        note.setValue(draft.note());
    }

    private List<String> typed() {
        return Stream.of(name, organization, phone, fax, email, address, note)
                .map(field -> field.getValue())
                .toList();
    }

    private void save() {
        var errors = new FormErrors();
        errors.refuseEmpty(kind, "Choose a kind");
        errors.refuse(
                name,
                name.getValue().isBlank() && organization.getValue().isBlank(),
                "Enter a name or an organization");
        var before = edited == null ? null : edited.draft();
        var calls =
                errors.read(phone, typed -> PhoneNumber.typed(typed, region, before == null ? null : before.phone()));
        var faxes = errors.read(fax, typed -> PhoneNumber.typed(typed, region, before == null ? null : before.fax()));
        var mails = errors.read(email, EmailAddress::typed);
        if (!errors.areNone()) {
            return;
        }
        Attempt.showing(messages)
                .at(ContactField.NAME, name)
                .ifChanged(this::sayWhatChanged)
                .run(() -> {
                    var draft = new ContactDraft(
                            kind.getValue(),
                            name.getValue(),
                            organization.getValue(),
                            calls,
                            faxes,
                            mails,
                            address.getValue(),
                            note.getValue());
                    var id = write(draft);
                    getContent().close();
                    saved.accept(id);
                });
    }

    private ContactId write(ContactDraft draft) {
        if (edited == null) {
            return contacts.add(draft, operation);
        }
        contacts.correct(edited.id(), version, draft);
        return edited.id();
    }

    private void sayWhatChanged() {
        if (edited == null) {
            return;
        }
        contacts.find(edited.id()).ifPresent(now -> {
            version = now.version();
            var draft = now.draft();
            messages.add(Ui.alert("A colleague changed this contact in the meantime. It now has: "
                    + String.join(
                            " · ",
                            Stream.of(
                                            draft.kind().label(),
                                            draft.called(),
                                            draft.phone() == null
                                                    ? ""
                                                    : draft.phone().shown(),
                                            draft.fax() == null
                                                    ? ""
                                                    : draft.fax().shown(),
                                            draft.email() == null
                                                    ? ""
                                                    : draft.email().address(),
                                            draft.address(),
                                            draft.note())
                                    .filter(part -> !part.isEmpty())
                                    .toList())
                    + ". What you typed is still here; save again if it still applies."));
        });
    }

    private static TextField text(String label, int most) {
        return set(new TextField(label), field -> field.setMaxLength(most));
    }

    private static TextArea area(String label, int most) {
        return set(new TextArea(label), field -> field.setMaxLength(most));
    }

    private static <F extends com.vaadin.flow.component.HasSize & HasValueChangeMode> F set(
            F field, Consumer<F> length) {
        length.accept(field);
        field.setWidthFull();
        // Escape must see the last keystroke
        field.setValueChangeMode(ValueChangeMode.EAGER);
        return field;
    }
}

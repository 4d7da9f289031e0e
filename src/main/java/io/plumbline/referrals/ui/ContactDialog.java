package io.plumbline.referrals.ui;

import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.referrals.ContactDetails;
import io.plumbline.referrals.ContactDraft;
import io.plumbline.referrals.ContactField;
import io.plumbline.referrals.ContactKind;
import io.plumbline.referrals.ContactService;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ids.ContactId;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FormDialog;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.UiFields;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Adds or edits a contact; what was typed stays if that is refused. */
final class ContactDialog {
    private final @Nullable ContactDetails edited;
    private final FormDialog form;
    private final Select<ContactKind> kind;
    private final TextField name = UiFields.line("Name", 120);
    private final TextField organization = UiFields.line("Organization", 120);
    private final Typed<PhoneNumber> phone;
    private final Typed<PhoneNumber> fax;
    private final Typed<EmailAddress> email = new Typed<>(UiFields.line("E-mail", 254), EmailAddress::typed);
    private final TextArea address = UiFields.area("Address", 300);
    private final TextArea note = UiFields.area("Note", 400);

    /** A text that may be empty, and how it is read. */
    private record Typed<T>(TextField field, Function<String, T> reader) {
        void check(FormErrors wrong) {
            wrong.read(field, reader);
        }

        @Nullable
        T read() {
            return field.getValue().isBlank() ? null : reader.apply(field.getValue());
        }
    }

    /**
     * @param region the country of phone numbers without a country code
     * @param edited null to add a contact
     */
    private ContactDialog(String region, @Nullable ContactDetails edited) {
        this.edited = edited;
        var before = edited == null ? null : edited.draft();
        phone = number("Phone", region, before == null ? null : before.phone());
        fax = number("Fax", region, before == null ? null : before.fax());
        name.setHelperText("Of the person; leave empty for an organization");
        note.setHelperText("No patient data: everybody who refers reads it");
        form = Dialogs.form(edited == null ? "New contact" : "Edit contact").at(ContactField.NAME, name);
        kind = form.required(UiFields.choice("Kind", ContactKind.values(), ContactKind::label), "Choose a kind");
        form.add(name, organization, phone.field, fax.field, email.field, address, note)
                .check(wrong -> wrong.refuse(
                        name,
                        name.getValue().isBlank() && organization.getValue().isBlank(),
                        "Enter a name or an organization"))
                .check(phone::check)
                .check(fax::check)
                .check(email::check);
        if (before != null) {
            show(before);
        }
    }

    /**
     * Opens the dialog.
     *
     * @param region the country of phone numbers without a country code
     * @param edited null to add a contact
     * @param saved gets the contact that was added or edited
     */
    static void open(
            ContactService contacts, String region, @Nullable ContactDetails edited, Consumer<ContactId> saved) {
        new ContactDialog(region, edited).open(contacts, saved);
    }

    private void open(ContactService contacts, Consumer<ContactId> saved) {
        if (edited == null) {
            var operation = OperationId.next();
            form.open("Add contact", () -> contacts.add(draft(), operation), saved);
            return;
        }
        var seen = form.latest(edited, () -> contacts.find(edited.id()), (before, now) -> whatChanged(now.draft()));
        form.open(
                "Save contact",
                () -> contacts.correct(edited.id(), seen.get().version(), draft()),
                () -> saved.accept(edited.id()));
    }

    private static Typed<PhoneNumber> number(String label, String region, @Nullable PhoneNumber before) {
        return new Typed<>(
                UiFields.line(label, PhoneNumber.LONGEST_TYPED), typed -> PhoneNumber.typed(typed, region, before));
    }

    private void show(ContactDraft draft) {
        kind.setValue(draft.kind());
        name.setValue(draft.name());
        organization.setValue(draft.organization());
        phone.field.setValue(shown(draft.phone()));
        fax.field.setValue(shown(draft.fax()));
        email.field.setValue(shown(draft.email()));
        address.setValue(draft.address());
        note.setValue(draft.note());
    }

    private static String shown(@Nullable PhoneNumber number) {
        return number == null ? "" : number.shown();
    }

    private static String shown(@Nullable EmailAddress email) {
        return email == null ? "" : email.address();
    }

    private ContactDraft draft() {
        return new ContactDraft(
                kind.getValue(),
                name.getValue(),
                organization.getValue(),
                phone.read(),
                fax.read(),
                email.read(),
                address.getValue(),
                note.getValue());
    }

    private static String whatChanged(ContactDraft now) {
        return "A colleague changed this contact in the meantime. It now has: "
                + Stream.of(
                                now.kind().label(),
                                now.called(),
                                shown(now.phone()),
                                shown(now.fax()),
                                shown(now.email()),
                                now.address(),
                                now.note())
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" · "));
    }
}

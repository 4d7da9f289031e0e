package io.plumbline.referrals;

import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Refused;
import io.plumbline.shared.ids.ContactId;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.OperationId;
import io.plumbline.shared.search.SearchWords;
import io.plumbline.shared.signing.RecordVersions;
import io.plumbline.shared.store.Aggregate;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A person or an organization that patients are referred to. Never deleted: old referrals name it. */
@Entity
@Table(name = "referral_contact")
class Contact extends Aggregate<Contact> {
    private static final int LONGEST_WORDS = 300;

    private UUID operationId;

    @Enumerated(EnumType.STRING)
    private ContactKind kind;

    private String name;
    private String organization;
    private @Nullable PhoneNumber phone;
    private @Nullable PhoneNumber fax;
    private @Nullable EmailAddress email;
    private String address;
    private String note;
    private boolean active;
    private String searchWords;

    static Contact added(ContactDraft draft, OperationId operation) {
        var contact = new Contact();
        contact.id = Ids.next();
        contact.operationId = operation.value();
        contact.active = true;
        contact.describe(draft);
        contact.registerEvent(new ContactEvent.Added(contact.id()));
        return contact;
    }

    void correct(ContactDraft draft) {
        var fields = RecordVersions.changedFields(draft(), draft);
        if (!fields.isEmpty()) {
            describe(draft);
            registerEvent(new ContactEvent.Corrected(id(), String.join(", ", fields)));
        }
    }

    void deactivate() {
        if (!active) {
            throw new Refused("This contact is deactivated already");
        }
        active = false;
        registerEvent(new ContactEvent.Deactivated(id()));
    }

    void reactivate() {
        if (active) {
            throw new Refused("This contact is active already");
        }
        active = true;
        registerEvent(new ContactEvent.Reactivated(id()));
    }

    private void describe(ContactDraft draft) {
        kind = draft.kind();
        name = draft.name();
        organization = draft.organization();
        phone = draft.phone();
        fax = draft.fax();
        email = draft.email();
        address = draft.address();
        note = draft.note();
        searchWords = SearchWords.beginning(
                SearchWords.words(draft.name() + " " + draft.organization()).stream()
                        .map(word -> " " + word)
                        .collect(Collectors.joining()),
                LONGEST_WORDS);
    }

    private ContactDraft draft() {
        return new ContactDraft(kind, name, organization, phone, fax, email, address, note);
    }

    ContactDetails details() {
        return new ContactDetails(id(), version(), draft(), active);
    }

    ContactId id() {
        return new ContactId(id);
    }

    boolean isActive() {
        return active;
    }

    @SuppressWarnings("NullAway.Init") // required by JPA
    protected Contact() {}
}

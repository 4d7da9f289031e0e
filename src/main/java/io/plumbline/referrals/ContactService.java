package io.plumbline.referrals;

import io.plumbline.shared.NotAvailable;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Refused;
import io.plumbline.shared.Requires;
import io.plumbline.shared.StaleVersion;
import io.plumbline.shared.ids.ContactId;
import io.plumbline.shared.ids.OperationId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The contacts book of the group: whom its clinics refer patients to. It has no patient data, so reading it is not
 * recorded; each change is.
 */
@Service
@Transactional(readOnly = true)
@Requires(Permission.CONTACT_WRITE)
public class ContactService {
    private final Contacts contacts;
    private final ContactQuery query;

    ContactService(Contacts contacts, ContactQuery query) {
        this.contacts = contacts;
        this.query = query;
    }

    /**
     * Returns a page of the contacts that match a filter, by name.
     *
     * @param after the last contact of the previous page; null for the first page
     */
    public List<ContactRow> list(ContactFilter filter, @Nullable ContactRow after, int limit) {
        return query.list(filter, after, limit);
    }

    /** Returns how many contacts are active. */
    public long countActive() {
        return query.countActive();
    }

    /** Returns a contact, also a deactivated one. */
    public Optional<ContactDetails> find(ContactId id) {
        return contacts.findById(id.value()).map(Contact::details);
    }

    /**
     * Adds a contact.
     *
     * @param operation idempotency key: submitting the same form twice adds one contact
     */
    @Transactional
    public ContactId add(ContactDraft draft, OperationId operation) {
        return contacts.findByOperation(operation.value()).map(ContactId::new).orElseGet(() -> contacts.saveAndFlush(
                        Contact.added(draft, operation))
                .id());
    }

    /**
     * Edits a contact. Referrals keep the name by which they were addressed.
     *
     * @param version the version that the current user saw
     * @throws NotAvailable if the contact does not exist
     * @throws StaleVersion if a colleague changed it in the meantime
     */
    @Transactional
    public void correct(ContactId id, long version, ContactDraft draft) {
        change(id, version, contact -> contact.correct(draft));
    }

    /**
     * Deactivates a contact: new referrals cannot name it, old ones still do.
     *
     * @param version the version that the current user saw
     * @throws NotAvailable if the contact does not exist
     * @throws StaleVersion if a colleague changed it in the meantime
     * @throws Refused if it is deactivated already
     */
    @Transactional
    public void deactivate(ContactId id, long version) {
        change(id, version, Contact::deactivate);
    }

    /**
     * Makes a contact available to new referrals again.
     *
     * @param version the version that the current user saw
     * @throws NotAvailable if the contact does not exist
     * @throws StaleVersion if a colleague changed it in the meantime
     * @throws Refused if it is active already
     */
    @Transactional
    public void reactivate(ContactId id, long version) {
        change(id, version, Contact::reactivate);
    }

    private void change(ContactId id, long version, Consumer<Contact> how) {
        var contact = contacts.findById(id.value()).orElseThrow(NotAvailable::new);
        StaleVersion.throwUnless(contact.version() == version, Contact.class, id);
        how.accept(contact);
        contacts.saveAndFlush(contact);
    }
}

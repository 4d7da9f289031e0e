package io.plumbline.referrals;

import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import org.jspecify.annotations.Nullable;

/**
 * A person or an organization that patients are referred to, as typed.
 *
 * @param name of the person; may be empty for an organization
 * @param organization may be empty for a person
 * @param address postal, in lines
 */
public record ContactDraft(
        ContactKind kind,
        String name,
        String organization,
        @Nullable PhoneNumber phone,
        @Nullable PhoneNumber fax,
        @Nullable EmailAddress email,
        String address,
        String note) {
    private static final int NAME = 120;
    private static final int ADDRESS = 300;
    private static final int NOTE = 400;

    /** @throws Refused if both names are missing, or a text is too long; the message is for the user */
    public ContactDraft {
        name = TextLimit.optional("The name", name, NAME);
        organization = TextLimit.optional("The organization", organization, NAME);
        address = TextLimit.optional("The address", address, ADDRESS);
        note = TextLimit.optional("The note", note, NOTE);
        if (TextLimit.isBlank(name) && TextLimit.isBlank(organization)) {
            throw new Refused(ContactField.NAME, "Enter a name or an organization");
        }
    }

    /** Returns name and organization in one line. */
    public String called() {
        return name.isEmpty() ? organization : organization.isEmpty() ? name : name + ", " + organization;
    }
}

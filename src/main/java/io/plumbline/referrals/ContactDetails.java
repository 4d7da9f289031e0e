package io.plumbline.referrals;

import io.plumbline.shared.ids.ContactId;

/**
 * A contact in the contacts book.
 *
 * @param version the version to pass with a change
 * @param active whether new referrals may name it
 */
public record ContactDetails(ContactId id, long version, ContactDraft draft, boolean active) {}

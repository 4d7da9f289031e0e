package io.plumbline.referrals;

import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.ids.ContactId;
import org.jspecify.annotations.Nullable;

/**
 * A line of the contacts book.
 *
 * @param searchWords the words by which the book is ordered
 */
public record ContactRow(
        ContactId id,
        ContactKind kind,
        String name,
        String organization,
        @Nullable PhoneNumber phone,
        boolean active,
        String searchWords) {
    /** Returns name and organization in one line. */
    public String called() {
        return name.isEmpty() ? organization : organization.isEmpty() ? name : name + ", " + organization;
    }
}

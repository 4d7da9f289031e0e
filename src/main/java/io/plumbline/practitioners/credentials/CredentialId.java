package io.plumbline.practitioners.credentials;

import io.plumbline.shared.ids.Id;
import io.plumbline.shared.ids.Ids;
import java.util.UUID;

/** The id of a credential. */
public record CredentialId(UUID value) implements Id {
    /** Creates an id, greater than all ids created before it. */
    public static CredentialId next() {
        return new CredentialId(Ids.next());
    }

    /**
     * Parses an id from a URL.
     *
     * @throws IllegalArgumentException if the text is not an id
     */
    public static CredentialId parse(String text) {
        return new CredentialId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

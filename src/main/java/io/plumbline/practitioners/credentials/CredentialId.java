package io.plumbline.practitioners.credentials;

import io.plumbline.shared.ids.Id;
import java.util.UUID;

/** The id of a credential. */
public record CredentialId(UUID value) implements Id {
    @Override
    public String toString() {
        return value.toString();
    }
}

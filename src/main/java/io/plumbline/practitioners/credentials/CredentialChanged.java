package io.plumbline.practitioners.credentials;

import io.plumbline.shared.Recorded;
import java.util.Locale;
import java.util.UUID;

/** A credential was recorded or changed. */
record CredentialChanged(CredentialId credential, Verb verb, String detail) implements Recorded {
    /** The kind of a change. */
    enum Verb {
        RECORDED,
        CORRECTED,
        VERIFIED,
        REVOKED
    }

    @Override
    public String kind() {
        return "credential." + verb.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public UUID subject() {
        return credential.value();
    }
}

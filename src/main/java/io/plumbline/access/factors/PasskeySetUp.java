package io.plumbline.access.factors;

import java.time.Instant;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;

/** What a browser is asked to make a passkey from. The answer is accepted for five minutes. */
public final class PasskeySetUp {
    private final PublicKeyCredentialCreationOptions options;
    private final String json;
    private final String label;
    private final Instant until;

    PasskeySetUp(PublicKeyCredentialCreationOptions options, String json, String label, Instant until) {
        this.options = options;
        this.json = json;
        this.label = label;
        this.until = until;
    }

    /** Returns the options as the JSON that the browser gets. */
    public String json() {
        return json;
    }

    PublicKeyCredentialCreationOptions options() {
        return options;
    }

    String label() {
        return label;
    }

    Instant until() {
        return until;
    }
}

package io.plumbline.shared.ui;

import com.vaadin.flow.component.Component;
import io.plumbline.shared.signing.ContentMac;
import java.util.Optional;

/** Shows who signed a record, when, and its content hash, and whether the stored record still matches. */
public final class SignatureCard {
    private static final String BROKEN =
            "Do not rely on this note. It is not what was signed: somebody changed it outside"
                    + " the portal, or removed its signature from the audit trail. Tell your manager now.";

    private SignatureCard() {}

    /**
     * @param at when and where, as text
     * @param contentHash the hash of the signed content, computed by {@link ContentMac}
     * @param intact whether the record is still as signed
     */
    public static Component of(String by, String at, String contentHash, boolean intact) {
        return Ui.card(
                "Signature",
                Ui.facts(
                        "Signed by",
                        by,
                        "At",
                        at,
                        "Code",
                        ContentMac.named(contentHash),
                        "Content",
                        intact ? "As it was signed" : "Changed after signing"));
    }

    /** Returns the warning above a record that is not as signed; empty if it is. */
    public static Optional<Component> warning(boolean intact) {
        return intact ? Optional.empty() : Optional.of(Ui.alert(BROKEN));
    }
}

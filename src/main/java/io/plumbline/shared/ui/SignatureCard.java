package io.plumbline.shared.ui;

import com.vaadin.flow.component.Component;
import io.plumbline.shared.ContentSeal;
import java.util.Optional;

/** Who signed a record, when and what, and whether the store still has it. */
public final class SignatureCard {
    private static final String BROKEN =
            "Do not rely on this note. It is not what was signed: somebody changed it outside"
                    + " the portal, or removed its signature from the audit trail. Tell your manager now.";

    private SignatureCard() {}

    /**
     * @param at when and where, in words
     * @param contentHash the code of what was signed, as {@link ContentSeal} makes it
     * @param intact whether the record still says what was signed
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
                        ContentSeal.named(contentHash),
                        "Content",
                        intact ? "As it was signed" : "Not what was signed"));
    }

    /** What stands above a record that is not what was signed; empty where it is. */
    public static Optional<Component> warning(boolean intact) {
        return intact ? Optional.empty() : Optional.of(Ui.alert(BROKEN));
    }
}

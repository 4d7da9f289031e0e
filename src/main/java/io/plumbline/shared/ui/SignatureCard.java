package io.plumbline.shared.ui;

import com.vaadin.flow.component.Component;

/** Who signed a record, when and what, and whether the store still has it. */
public final class SignatureCard {
    private SignatureCard() {}

    /**
     * @param at when and where, in words
     * @param contentHash SHA-256 in hexadecimal digits
     * @param intact whether the record still says what was signed
     */
    public static Component of(String by, String at, String contentHash, boolean intact) {
        return Ui.card(
                "Signature",
                Ui.facts(
                        "Signed by", by,
                        "At", at,
                        "SHA-256", contentHash,
                        "Content", intact ? "As it was signed" : "Not what was signed"));
    }
}

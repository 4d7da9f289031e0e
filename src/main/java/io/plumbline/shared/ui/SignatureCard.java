package io.plumbline.shared.ui;

import com.vaadin.flow.component.Component;
import io.plumbline.shared.signing.ContentMac;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/** Shows who signed a record, when, and its content hash, and whether the stored record still matches. */
public final class SignatureCard {
    private static final String BROKEN =
            "Do not rely on this note. It is not what was signed: somebody changed it outside"
                    + " the portal, or removed its signature from the audit trail. Tell your manager now.";

    /** The heading. */
    public static final String TITLE = "Signature";

    /** The term beside which the license or certification of a signer stands on documents. */
    public static final String CREDENTIAL = "License or certification";

    private SignatureCard() {}

    /**
     * @param at when and where, as text
     * @param contentHash the hash of the signed content, computed by {@link ContentMac}
     * @param intact whether the record is still as signed
     */
    public static Component of(String by, String at, String contentHash, boolean intact) {
        return Ui.card(TITLE, Ui.facts(facts(by, at, contentHash, intact)));
    }

    /** Returns the terms and facts in turn, as {@link #of} shows them. */
    public static String[] facts(String by, String at, String contentHash, boolean intact) {
        return new String[] {
            "Signed by",
            by,
            "At",
            at,
            "Code",
            ContentMac.named(contentHash),
            "Content",
            intact ? "As it was signed" : "Changed after signing"
        };
    }

    /**
     * Returns the terms and facts of {@link #facts} for a document, with what entitled the signer.
     *
     * @param credential the license or certification of the signer, in words
     */
    public static String[] printed(String by, String credential, String at, String contentHash, boolean intact) {
        var shown = facts(by, at, contentHash, intact);
        return Stream.concat(
                        Stream.of(shown[0], shown[1], CREDENTIAL, credential), Arrays.stream(shown, 2, shown.length))
                .toArray(String[]::new);
    }

    /** Returns the warning above a record that is not as signed; empty if it is. */
    public static Optional<Component> warning(boolean intact) {
        return broken(intact).map(Ui::alert);
    }

    /** Returns the sentence of the warning; empty if the record is as signed. */
    public static Optional<String> broken(boolean intact) {
        return intact ? Optional.empty() : Optional.of(BROKEN);
    }
}

package io.plumbline.onlineintake;

import io.plumbline.patients.ConsentAgreement;
import io.plumbline.patients.ConsentKind;
import io.plumbline.patients.ConsentLanguage;
import io.plumbline.patients.consents.OnlineConsent;
import io.plumbline.shared.ids.ConsentTextId;
import io.plumbline.shared.signing.SignedText;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was submitted by an online intake, and the form of its text, which is hashed and stored; never changed. A changed
 * form has a new number, and what was submitted in an earlier one can still be read.
 *
 * @param format the number of the form
 * @param patient null if a lead submitted it, who was no patient yet
 * @param lead null if a patient submitted it
 * @param answers what the patient entered, as typed, by the name of the field
 * @param rulesVersion the version of the screening rules whose questions were asked
 * @param consents what was agreed to; null if nothing, and before format 2
 */
record SubmittedContent(
        int format,
        UUID intake,
        @Nullable UUID patient,
        @Nullable UUID lead,
        UUID clinic,
        String language,
        SortedMap<String, List<String>> answers,
        String rulesVersion,
        Instant submittedAt,
        @Nullable Consents consents) {
    /** The number of the form in which it is stored. */
    static final int FORM = 3;

    /** Returns the text in the form in which it is stored. */
    SignedText text() {
        return new SignedText()
                .put("answers", answers)
                .put("clinic", clinic)
                .putIfFilled("consents", SignedText.part(consents, SubmittedContent::consents))
                .put("format", FORM)
                .put("intake", intake)
                .put("language", language)
                .putIfFilled("lead", lead)
                .putIfFilled("patient", patient)
                .put("rulesVersion", rulesVersion)
                .put("submittedAt", submittedAt);
    }

    private static SignedText consents(Consents consents) {
        return new SignedText()
                .put("address", consents.address())
                .put("by", consents.by())
                .put("name", consents.name())
                .put("texts", SignedText.rows(consents.texts(), shown -> new SignedText()
                        .put("id", shown.id())
                        .put("kind", shown.kind())
                        .put("language", shown.language())
                        .put("number", shown.number())));
    }

    /**
     * What was agreed to.
     *
     * @param name as typed
     * @param address the network address of the request
     */
    record Consents(ConsentAgreement.By by, String name, String address, List<Text> texts) {
        /** A text as it was shown. */
        record Text(ConsentKind kind, ConsentLanguage language, int number, UUID id) {}

        /** Returns what was agreed to, for a patient who was a lead then. */
        OnlineConsent.Earlier given(UUID intake) {
            return new OnlineConsent.Earlier(
                    texts.stream().map(text -> new ConsentTextId(text.id())).toList(),
                    new ConsentAgreement(by, name, ConsentAgreement.Way.ONLINE),
                    address,
                    intake);
        }

        static @Nullable Consents of(@Nullable OnlineConsent given) {
            return given == null
                    ? null
                    : new Consents(
                            given.agreement().by(),
                            given.agreement().name(),
                            given.address(),
                            given.texts().stream()
                                    .map(text -> new Text(
                                            text.key().kind(),
                                            text.key().language(),
                                            text.number(),
                                            text.id().value()))
                                    .toList());
        }
    }
}

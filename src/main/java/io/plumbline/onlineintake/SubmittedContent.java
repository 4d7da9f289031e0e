package io.plumbline.onlineintake;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.plumbline.patients.ConsentAgreement;
import io.plumbline.patients.ConsentKind;
import io.plumbline.patients.ConsentLanguage;
import io.plumbline.patients.consents.OnlineConsent;
import io.plumbline.shared.ids.ConsentTextId;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was submitted by an online intake, as it is hashed; never changed.
 *
 * @param format the version of this form of the content
 * @param patient null if a lead submitted it, who was no patient yet
 * @param lead null if a patient submitted it
 * @param answers what the patient entered, as typed, by the name of the field
 * @param rulesVersion the version of the screening rules whose questions were asked
 * @param consents what was agreed to; null if nothing, and before format 2
 */
record SubmittedContent(
        int format,
        UUID intake,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID patient,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable UUID lead,
        UUID clinic,
        String language,
        SortedMap<String, List<String>> answers,
        String rulesVersion,
        Instant submittedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Consents consents) {
    static final int FORMAT = 3;

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
        OnlineConsent.Earlier given() {
            return new OnlineConsent.Earlier(
                    texts.stream().map(text -> new ConsentTextId(text.id())).toList(),
                    new ConsentAgreement(by, name, ConsentAgreement.Way.ONLINE),
                    address);
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

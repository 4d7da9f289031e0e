package io.plumbline.patients.consents;

import io.plumbline.patients.ConsentAgreement;
import io.plumbline.shared.ids.ConsentTextId;
import java.util.List;
import java.util.UUID;

/**
 * What a patient agreed to online, in one act.
 *
 * @param texts the texts as they were shown, at most one of a kind
 * @param agreement who agreed, with the name as typed
 * @param address the network address that it came from, at most 45 characters
 * @param intake the online intake by which it was given
 */
public record OnlineConsent(List<PublishedConsentText> texts, ConsentAgreement agreement, String address, UUID intake) {
    public OnlineConsent {
        texts = List.copyOf(texts);
    }

    /**
     * What somebody agreed to online before they were a patient.
     *
     * @param texts the texts as they were shown, at most one of a kind
     * @param agreement who agreed, with the name as typed
     * @param address the network address that it came from, at most 45 characters
     * @param intake the online intake by which it was given
     */
    public record Earlier(List<ConsentTextId> texts, ConsentAgreement agreement, String address, UUID intake) {
        public Earlier {
            texts = List.copyOf(texts);
        }
    }
}

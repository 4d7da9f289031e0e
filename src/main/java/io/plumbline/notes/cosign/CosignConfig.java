package io.plumbline.notes.cosign;

import io.plumbline.shared.signing.ContentMac;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The audit trail is compared by kind of event, so each decision has its own. */
@Configuration(proxyBeanMethods = false)
class CosignConfig {
    @Bean
    static SignedCosignatures cosignedNotes(Cosignatures cosignatures, ContentMac seal) {
        return new SignedCosignatures(CosignDecision.COSIGNED, cosignatures, seal);
    }

    @Bean
    static SignedCosignatures returnedNotes(Cosignatures cosignatures, ContentMac seal) {
        return new SignedCosignatures(CosignDecision.RETURNED, cosignatures, seal);
    }
}

package io.plumbline.shared.signing;

import io.plumbline.shared.signing.SignedRecords.Signed;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Compares a signed record that is being viewed with what was signed. */
@Component
public class SignatureCheck {
    private static final Logger LOG = LoggerFactory.getLogger(SignatureCheck.class);

    private final OnRecord trail;
    private final ApplicationEventPublisher events;

    SignatureCheck(OnRecord trail, ApplicationEventPublisher events) {
        this.trail = trail;
        this.events = events;
    }

    /**
     * Returns whether a record still has its signed content and a status that is on record, and the audit trail its
     * signature. A mismatch is recorded in the audit trail and logged.
     *
     * @param name what such a record is called, see {@link SignedRecords#name()}
     * @param module the module of the audit event, see {@link NotAsSigned#module()}
     */
    public boolean isAsSigned(String name, String module, Signed viewed) {
        var isAsSigned = viewed.isAsSigned()
                && viewed.isStatusOnRecord()
                && trail.holds(viewed.signature(), viewed.mustBeMissing());
        if (!isAsSigned) {
            LOG.error("The {} {} is not what was signed; run ./portal audit verify", name, viewed.id());
            var patient = Objects.requireNonNull(viewed.signature().patient(), "every signed record is of a patient");
            events.publishEvent(new NotAsSigned(module, viewed.id(), patient));
        }
        return isAsSigned;
    }
}

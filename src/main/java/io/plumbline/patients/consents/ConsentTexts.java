package io.plumbline.patients.consents;

import io.plumbline.patients.ConsentKind;
import io.plumbline.patients.ConsentLanguage;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ConsentTexts extends Repository<ConsentText, UUID> {
    /** Flushes at once, so that whoever saves learns of a text that a colleague began at the same time. */
    ConsentText saveAndFlush(ConsentText text);

    Optional<ConsentText> findByKindAndLanguage(ConsentKind kind, ConsentLanguage language);
}

package io.plumbline.answers;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * A term that an answer mentions.
 *
 * @param code code of an exercise, modality, area or caution; for a dose, its words
 */
@Embeddable
record Mention(@Enumerated(EnumType.STRING) MentionKind kind, String code) {}

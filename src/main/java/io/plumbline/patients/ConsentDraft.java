package io.plumbline.patients;

import java.time.LocalDate;

/**
 * A consent that somebody takes.
 *
 * @param wording the version of the wording that the patient agreed to, at most 20 characters
 */
public record ConsentDraft(ConsentKind kind, String wording, LocalDate givenOn) {}

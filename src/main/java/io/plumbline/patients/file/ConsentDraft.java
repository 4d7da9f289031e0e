package io.plumbline.patients.file;

import io.plumbline.patients.ConsentKind;
import java.time.LocalDate;

/**
 * A consent to record.
 *
 * @param wording the version of the wording that the patient agreed to, at most 20 characters
 */
public record ConsentDraft(ConsentKind kind, String wording, LocalDate givenOn) {}

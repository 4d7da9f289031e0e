package io.plumbline.patients.related;

import io.plumbline.shared.ids.ContactId;

/**
 * An entry of the contacts book that may have referred a patient.
 *
 * @param name person and organization in one line
 */
public record ReferringContact(ContactId id, String name) {}

package io.plumbline.patients.related;

import io.plumbline.shared.PhoneNumber;
import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.ids.PatientId;
import org.jspecify.annotations.Nullable;

/**
 * A person around a patient, as entered.
 *
 * @param patient the person, if a patient too; otherwise null
 * @param name at most 120 characters; empty for a patient
 * @param phone null if unknown, and for a patient
 */
public record RelatedDraft(
        RelatedKind kind,
        @Nullable PatientId patient,
        String name,
        @Nullable PhoneNumber phone) {
    /** The most characters of a name. */
    public static final int LONGEST_NAME = 120;

    /** @throws Refused if there is neither a patient nor a name, or the name is too long; the message is for the user */
    public RelatedDraft {
        name = TextLimit.optional("The name", name, LONGEST_NAME);
        if (patient == null && TextLimit.isBlank(name)) {
            throw new Refused("Choose a patient or enter a name");
        }
        if (patient != null) {
            name = "";
            phone = null;
        }
    }
}

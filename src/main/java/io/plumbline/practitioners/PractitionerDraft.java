package io.plumbline.practitioners;

import java.util.List;
import java.util.Set;

/**
 * The content of a practitioner's profile, as the manager enters it.
 *
 * @param title such as <em>Dr.</em>; may be empty
 * @param languages in plain words, such as <em>English</em>
 * @param modalities codes of the modalities that they offer, from {@link PractitionerModalities}
 * @param biography text for patients; may be empty
 */
public record PractitionerDraft(
        String title,
        String givenName,
        String familyName,
        Set<Discipline> disciplines,
        Set<String> languages,
        List<WorkingHours> hours,
        Set<String> modalities,
        String biography) {
    /** Creates a draft without modalities and biography, which may be added later. */
    public PractitionerDraft(
            String title,
            String givenName,
            String familyName,
            Set<Discipline> disciplines,
            Set<String> languages,
            List<WorkingHours> hours) {
        this(title, givenName, familyName, disciplines, languages, hours, Set.of(), "");
    }
}

package io.plumbline.practitioners;

import java.util.List;
import java.util.Set;

/**
 * What the manager says about a practitioner.
 *
 * @param title such as <em>Dr.</em>; may be empty
 * @param languages as people say them, such as <em>English</em>
 * @param modalities codes of what they do, of {@link PractitionerModalities}
 * @param biography what patients may read of them; may be empty
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
    /** Without modalities and biography, which may be added later. */
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

package io.plumbline.practitioners;

import java.util.List;
import java.util.Set;

/**
 * What the manager says about a practitioner.
 *
 * @param title such as <em>Dr.</em>; may be empty
 * @param languages as people say them, such as <em>English</em>
 */
public record PractitionerDraft(
        String title,
        String givenName,
        String familyName,
        Set<Discipline> disciplines,
        Set<String> languages,
        List<WorkingHours> hours) {}

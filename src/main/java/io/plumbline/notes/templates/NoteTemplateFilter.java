package io.plumbline.notes.templates;

import io.plumbline.schedule.AppointmentType;
import io.plumbline.shared.PreparedTextScope;
import org.jspecify.annotations.Nullable;

/**
 * Which note templates a list shows.
 *
 * @param text words of the name or the texts; empty for all
 * @param scope null for those of the current user and of the clinics
 * @param service null for those of all treatments
 * @param isRetired whether the retired ones are shown instead of those that are offered
 */
public record NoteTemplateFilter(
        String text,
        @Nullable PreparedTextScope scope,
        @Nullable AppointmentType service,
        boolean isRetired) {
    /** All templates that are offered. */
    public static final NoteTemplateFilter ALL = new NoteTemplateFilter("", null, null, false);

    boolean takes(NoteTemplateDetails template) {
        return (scope == null || scope == template.scope())
                && (service == null || service == template.draft().service())
                && template.has(text);
    }
}

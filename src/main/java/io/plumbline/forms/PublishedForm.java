package io.plumbline.forms;

import java.util.UUID;

/**
 * A published version of a form, which never changes.
 *
 * @param version the id of the version, which its answers name
 * @param number from 1
 */
public record PublishedForm(UUID version, FormId form, int number, FormContent content) {
    /** Returns the form without the questions whose answers somebody does not see. */
    public PublishedForm visible(boolean toChiropractor) {
        return new PublishedForm(version, form, number, content.visible(toChiropractor));
    }
}

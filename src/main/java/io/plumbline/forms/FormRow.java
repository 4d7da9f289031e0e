package io.plumbline.forms;

/**
 * A form in a list.
 *
 * @param published the number of the newest version; 0 before the first
 * @param hasDraft whether somebody is writing the next version
 * @param content of the newest version; of the draft before the first
 */
public record FormRow(
        FormId id, String name, int published, boolean hasDraft, boolean isRetired, FormContent content) {}

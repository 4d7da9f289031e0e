package io.plumbline.forms;

import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import java.util.List;

/**
 * A section of a form.
 *
 * @param title at most 80 characters
 */
public record FormSection(String title, List<FormQuestion> questions) {
    /** The length of the longest title. */
    public static final int LONGEST_TITLE = 80;

    /** @throws Refused if the title is too long; the message is for the user */
    public FormSection {
        title = TextLimit.optional("The title of a section", title, LONGEST_TITLE);
        questions = List.copyOf(questions);
    }

    /** Returns a section with one empty question. */
    public static FormSection empty() {
        return new FormSection("", List.of(FormQuestion.empty()));
    }
}

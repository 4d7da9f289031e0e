package io.plumbline.forms;

import io.plumbline.practitioners.Discipline;
import io.plumbline.shared.Refused;
import io.plumbline.shared.TextLimit;
import io.plumbline.shared.store.JsonColumn;
import jakarta.persistence.Converter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a version of a form asks.
 *
 * @param name at most 120 characters; managers read it, notes do not show it
 * @param discipline of the clinicians whose notes have the form; null for all
 * @param visit for which notes of a patient it is meant
 * @param sections at most 12, with 60 questions in all
 */
public record FormContent(String name, @Nullable Discipline discipline, VisitKind visit, List<FormSection> sections) {
    /** The length of the longest name. */
    public static final int LONGEST_NAME = 120;

    /** The most sections. */
    public static final int MOST_SECTIONS = 12;

    /** The most questions of all sections. */
    public static final int MOST_QUESTIONS = 60;

    /** @throws Refused if a text is too long, or there are too many questions; the message is for the user */
    public FormContent {
        name = TextLimit.optional("The name of the form", name, LONGEST_NAME);
        sections = List.copyOf(sections);
        if (sections.size() > MOST_SECTIONS) {
            throw new Refused("A form has at most 12 sections");
        }
        var questions = sections.stream()
                .mapToInt(section -> section.questions().size())
                .sum();
        if (questions > MOST_QUESTIONS) {
            throw new Refused(
                    "A form has at most 60 questions, and these are " + questions + ". Make a second form of the rest");
        }
    }

    /** Returns an empty form. */
    public static FormContent empty() {
        return new FormContent("", null, VisitKind.FIRST, List.of(FormSection.empty()));
    }

    /** Returns all questions in order. */
    public Stream<FormQuestion> questions() {
        return sections.stream().flatMap(section -> section.questions().stream());
    }

    /**
     * Refuses what cannot be published.
     *
     * @throws Refused with a message for the user
     */
    void requireComplete() {
        TextLimit.required("The name of the form", name, LONGEST_NAME);
        if (sections.isEmpty()) {
            throw new Refused("Add a section first");
        }
        var titles = new HashSet<String>();
        var labels = new HashSet<String>();
        for (var section : sections) {
            if (TextLimit.isBlank(section.title())) {
                throw new Refused("A section has no title");
            }
            if (!titles.add(section.title().toLowerCase(Locale.ROOT))) {
                throw new Refused("Two sections are called “" + section.title() + "”");
            }
            if (section.questions().isEmpty()) {
                throw new Refused("The section “" + section.title() + "” has no questions");
            }
            for (var question : section.questions()) {
                question.requireComplete(section.title());
                if (!labels.add(question.label().toLowerCase(Locale.ROOT))) {
                    throw new Refused("The question “" + question.label() + "” is there twice");
                }
            }
        }
    }

    /** Returns the form without the questions whose answers somebody does not see. */
    FormContent visible(boolean toChiropractor) {
        return new FormContent(
                name,
                discipline,
                visit,
                sections.stream()
                        .map(section -> new FormSection(
                                section.title(),
                                section.questions().stream()
                                        .filter(question -> question.isVisible(toChiropractor))
                                        .toList()))
                        .filter(section -> !section.questions().isEmpty())
                        .toList());
    }

    /** Stores what a form asks as JSON, since a version is read as a whole and never changes. */
    @Converter
    static final class Column extends JsonColumn<FormContent> {
        Column() {
            super(FormContent.class);
        }
    }
}

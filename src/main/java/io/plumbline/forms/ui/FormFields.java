package io.plumbline.forms.ui;

import com.vaadin.flow.component.Component;
import io.plumbline.forms.FormAnswers;
import io.plumbline.forms.FormContent;
import io.plumbline.forms.PublishedForm;
import io.plumbline.shared.ui.Ui;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The fields that answer one version of a form, section by section. */
public final class FormFields {
    private final UUID version;
    private final List<Section> sections;

    /** A section with its fields. */
    public static final class Section {
        private final String title;
        private final List<QuestionField> fields;

        private Section(String title, List<QuestionField> fields) {
            this.title = title;
            this.fields = fields;
        }

        /** Returns the title. */
        public String title() {
            return title;
        }

        /** Returns the fields in order. */
        public Component[] components() {
            return fields.stream().map(QuestionField::component).toArray(Component[]::new);
        }

        /** Returns how many questions are answered. */
        public int answered() {
            return (int)
                    fields.stream().filter(field -> !field.read().isEmpty()).count();
        }

        /** Returns how many questions there are. */
        public int all() {
            return fields.size();
        }
    }

    /** @param changed told about every change */
    public FormFields(PublishedForm form, Runnable changed) {
        this(form.version(), form.content(), changed);
    }

    private FormFields(UUID version, FormContent content, Runnable changed) {
        this.version = version;
        sections = content.sections().stream()
                .map(section -> new Section(
                        section.title(),
                        section.questions().stream()
                                .map(question -> QuestionField.of(question, changed))
                                .toList()))
                .toList();
    }

    /** Shows what a form looks like in a note; what is typed there goes nowhere. */
    static Component preview(FormContent content) {
        var shown = Ui.div("stack-4");
        new FormFields(new UUID(0, 0), content, () -> {})
                .sections()
                .forEach(section -> shown.add(Ui.card(
                        section.title().isEmpty() ? "Untitled section" : section.title(), section.components())));
        return shown;
    }

    /** Returns the sections in order. */
    public List<Section> sections() {
        return sections;
    }

    /** Shows the answers of a note to this form; nothing if it has none. */
    public void show(List<FormAnswers> answers) {
        var mine = answers.stream()
                .filter(one -> one.version().equals(version))
                .findFirst()
                .orElseGet(() -> FormAnswers.none(version));
        fields().forEach(field -> field.show(Objects.requireNonNullElse(mine.to(field.question()), "")));
    }

    /** Returns what is answered. */
    public FormAnswers read() {
        var answers = new TreeMap<String, String>();
        fields().forEach(field -> answers.put(field.question().id(), field.read()));
        return new FormAnswers(version, answers);
    }

    /** Returns which field has invalid input, as text; null if there is none. */
    public @Nullable String wrong() {
        return fields().flatMap(field -> Stream.ofNullable(field.wrong()))
                .findFirst()
                .orElse(null);
    }

    private Stream<QuestionField> fields() {
        return sections.stream().flatMap(section -> section.fields.stream());
    }
}

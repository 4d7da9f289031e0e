package io.plumbline.notes.ui.templates;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import io.plumbline.notes.Modalities;
import io.plumbline.notes.templates.NoteTemplateDraft;
import io.plumbline.phrases.PhraseStops;
import io.plumbline.sessions.ExerciseRow;
import io.plumbline.shared.ui.Ui;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a note template fills in, field by field, with its stops marked. */
class NoteTemplatePreview extends Composite<Div> {
    private final Modalities vocabulary;
    private final Div fields = Ui.div("stack-3");
    private final Div about = Ui.div("stack-1");

    NoteTemplatePreview(Modalities vocabulary) {
        this.vocabulary = vocabulary;
        about.getElement().setAttribute("role", "status");
        getContent().addClassName("stack-3");
        getContent().add(fields, about);
    }

    void show(NoteTemplateDraft template) {
        fields.removeAll();
        add("In the patient's words", template.subjective());
        add("Findings", template.observations());
        add("Modalities", template.modalities().stream().map(vocabulary::nameOf).collect(Collectors.joining("; ")));
        add("Minutes", template.minutes() == null ? "" : template.minutes().toString());
        add(
                "Exercises",
                template.exercises().stream().map(ExerciseRow::plannedWords).collect(Collectors.joining("\n")));
        add("Movement cue taught", template.cue());
        add("Home care", template.homeCare());
        add("Next step", template.nextStep());
        say(Ui.text("muted", stops(template)));
    }

    /** Says why the template cannot be kept as it is; what it filled in before stays in view. */
    void refuse(String why) {
        say(Ui.text("strong", why + "."));
    }

    private void say(Component sentence) {
        about.removeAll();
        about.add(sentence);
    }

    private void add(String name, String text) {
        if (!text.isEmpty()) {
            var words = Ui.div("phrase-text");
            // the first letter decides in which direction it is read
            words.getElement().setAttribute("dir", "auto");
            PhraseStops.parts(text)
                    .forEach(part -> words.add(Ui.text(part.isStop() ? "phrase-stop" : "", part.text())));
            fields.add(Ui.div("stack-0", Ui.text("muted small", name), words));
        }
    }

    private static String stops(NoteTemplateDraft template) {
        var count = Stream.of(
                        template.subjective(),
                        template.observations(),
                        template.cue(),
                        template.homeCare(),
                        template.nextStep())
                .mapToInt(text -> PhraseStops.unfilled(text).size())
                .sum();
        return count == 0
                ? "No stops."
                : (count == 1 ? "1 stop has" : count + " stops have") + " to be filled in before a note is signed.";
    }
}

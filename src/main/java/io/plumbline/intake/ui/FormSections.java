package io.plumbline.intake.ui;

import io.plumbline.forms.FormAnswers;
import io.plumbline.forms.PublishedForm;
import io.plumbline.forms.ui.FormFields;
import io.plumbline.intake.progress.IntakeProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sections of the clinics' own questions, after those that every intake note has. */
class FormSections {
    private final List<FormFields> forms;
    private final List<FormFields.Section> parts = new ArrayList<>();
    private final List<IntakeSection> sections = new ArrayList<>();

    FormSections(List<PublishedForm> forms, Runnable changed) {
        this.forms = forms.stream().map(form -> new FormFields(form, changed)).toList();
        for (var form : this.forms) {
            for (var part : form.sections()) {
                parts.add(part);
                sections.add(new IntakeSection(part.title(), part.components()));
            }
        }
    }

    List<IntakeSection> sections() {
        return sections;
    }

    void show(List<FormAnswers> answers) {
        forms.forEach(form -> form.show(answers));
    }

    List<FormAnswers> read() {
        return forms.stream().map(FormFields::read).toList();
    }

    @Nullable
    String wrong() {
        return forms.stream()
                .flatMap(form -> Stream.ofNullable(form.wrong()))
                .findFirst()
                .orElse(null);
    }

    void showProgress(IntakeContents contents) {
        for (int i = 0; i < parts.size(); i++) {
            var progress =
                    new IntakeProgress(parts.get(i).answered(), parts.get(i).all());
            sections.get(i).show(progress);
            contents.show(sections.get(i), progress);
        }
    }
}

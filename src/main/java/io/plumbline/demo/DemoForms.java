package io.plumbline.demo;

import io.plumbline.forms.FormContent;
import io.plumbline.forms.FormQuestion;
import io.plumbline.forms.FormSection;
import io.plumbline.forms.FormService;
import io.plumbline.forms.QuestionAudience;
import io.plumbline.forms.QuestionKind;
import io.plumbline.forms.VisitKind;
import java.util.List;
import org.springframework.stereotype.Component;

/** Publishes a form with three questions of the demo clinics' own. */
@Component
class DemoForms {
    private final FormService forms;

    DemoForms(FormService forms) {
        this.forms = forms;
    }

    /** To be called as a manager. */
    void publish() {
        var form = forms.begin();
        var revision = forms.saveDraft(
                form,
                forms.open(form).orElseThrow().revision(),
                new FormContent(
                        "Before the first visit",
                        null,
                        VisitKind.FIRST,
                        List.of(new FormSection(
                                "Around the visit",
                                List.of(
                                        question(
                                                "travel",
                                                QuestionKind.CHOICE,
                                                "How do you come to the clinic?",
                                                List.of("On foot", "By bicycle", "By car", "By bus or train")),
                                        question(
                                                "sitting-hours",
                                                QuestionKind.NUMBER,
                                                "Hours of sitting on a usual day",
                                                List.of()),
                                        question(
                                                "exercises-on-paper",
                                                QuestionKind.YES_NO,
                                                "Would you like your home exercises on paper?",
                                                List.of()))))));
        forms.publish(form, revision);
    }

    private static FormQuestion question(String id, QuestionKind kind, String label, List<String> choices) {
        var isNumber = kind == QuestionKind.NUMBER;
        return new FormQuestion(
                id,
                kind,
                label,
                "",
                choices,
                isNumber ? 0 : null,
                isNumber ? 24 : null,
                false,
                QuestionAudience.CLINICIANS);
    }
}

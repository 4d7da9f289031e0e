package io.plumbline.intake.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.safety.contraindications.HistoryFact;
import io.plumbline.safety.contraindications.PatientHistory;
import io.plumbline.safety.contraindications.PatientHistory.Answer;
import io.plumbline.safety.contraindications.PatientHistory.Surgery;
import io.plumbline.shared.Labeled;
import io.plumbline.shared.ui.Autosave;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.WholeNumber;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The patient's history: what was, and what must be known before anybody is treated. */
class HistoryFields extends Composite<Div> {
    private final RowFields<Surgery> surgeries;
    private final TextArea medication = IntakeForm.text("Medication", PatientHistory.MOST);
    private final TextArea allergies = IntakeForm.text("Allergies", PatientHistory.MOST);
    private final TextArea imaging = IntakeForm.text("Imaging", PatientHistory.MOST);
    private final TextArea priorCare = IntakeForm.text("Prior care", PatientHistory.MOST);
    private final WholeNumber week = new WholeNumber(
            "Week of pregnancy", 1, PatientHistory.LAST_WEEK, 1, true, "1 to " + PatientHistory.LAST_WEEK);
    private final Map<HistoryFact, Asked> asked = new EnumMap<>(HistoryFact.class);

    HistoryFields(LocalDate today, Runnable changed) {
        surgeries = new RowFields<>(
                "Another surgery", PatientHistory.MOST_SURGERIES, number -> new SurgeryRow(number, today, changed));
        week.field().addValueChangeListener(e -> changed.run());
        getContent().addClassName("stack-3");
        getContent().add(surgeries);
        for (var fact : HistoryFact.asked()) {
            var question = new Asked(fact, changed);
            asked.put(fact, question);
            getContent().add(question);
        }
        List.of(medication, allergies, imaging, priorCare).forEach(field -> {
            field.addValueChangeListener(e -> changed.run());
            getContent().add(field);
        });
    }

    void show(PatientHistory history) {
        surgeries.show(history.surgeries());
        asked.forEach((fact, question) -> question.show(history.historyAnswers().get(fact)));
        week.show(history.pregnancyWeek());
        Autosave.show(medication, history.medication());
        Autosave.show(allergies, history.allergies());
        Autosave.show(imaging, history.imaging());
        Autosave.show(priorCare, history.priorCare());
    }

    PatientHistory read() {
        var answers = new TreeMap<HistoryFact, Answer>();
        asked.forEach((fact, question) -> question.read().ifPresent(answer -> answers.put(fact, answer)));
        return new PatientHistory(
                surgeries.read(),
                medication.getValue(),
                allergies.getValue(),
                answers,
                week.value(),
                imaging.getValue(),
                priorCare.getValue());
    }

    /** Returns which field has invalid input, as text; null if there is none. */
    @Nullable
    String wrong() {
        return week.field().isAttached() && week.isWrong() ? week.words() : surgeries.wrong();
    }

    static TextField line(String label, int most, Runnable changed) {
        var field = new TextField(label);
        field.setMaxLength(most);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.addValueChangeListener(e -> changed.run());
        return field;
    }

    private final class Asked extends Composite<Div> {
        private final RadioButtonGroup<Told> answer = new RadioButtonGroup<>();
        private final TextField words;
        private final Div more;

        Asked(HistoryFact fact, Runnable changed) {
            words = line("More about: " + fact.label(), Answer.MOST, changed);
            words.setWidthFull();
            more = Ui.div("stack-2", words);
            if (fact == HistoryFact.PREGNANCY) {
                more.addComponentAsFirst(week.field());
            }
            answer.addClassName("choices");
            answer.setItems(Told.values());
            answer.setItemLabelGenerator(Told::label);
            answer.setValue(Told.NOT_ASKED);
            answer.setAriaLabel(fact.label());
            answer.addValueChangeListener(e -> {
                more.setVisible(isYes());
                changed.run();
            });
            more.setVisible(false);
            getContent().addClassName("asked");
            getContent().add(Ui.div("question", Ui.text("", fact.label()), answer), more);
        }

        void show(@Nullable Answer given) {
            answer.setValue(given == null ? Told.NOT_ASKED : given.yes() ? Told.YES : Told.NO);
            Autosave.show(words, given == null ? "" : given.words());
            more.setVisible(isYes());
        }

        Optional<Answer> read() {
            return answer.getValue() == Told.NOT_ASKED
                    ? Optional.empty()
                    : Optional.of(new Answer(isYes(), isYes() ? words.getValue() : ""));
        }

        private boolean isYes() {
            return answer.getValue() == Told.YES;
        }
    }

    private enum Told implements Labeled {
        YES,
        NO,
        NOT_ASKED
    }
}

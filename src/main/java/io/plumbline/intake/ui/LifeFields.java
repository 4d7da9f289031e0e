package io.plumbline.intake.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import io.plumbline.intake.FactorDetail;
import io.plumbline.intake.IntakeMore;
import io.plumbline.shared.ui.Autosave;
import java.util.List;
import java.util.SortedMap;

/** What the patient's days are like and what they want to reach, in their words. */
class LifeFields extends Composite<Div> {
    private final TextArea dailyActivities = IntakeForm.text("Daily activities", IntakeMore.MOST);
    private final TextArea work = IntakeForm.text("Work", IntakeMore.MOST);
    private final TextArea training = IntakeForm.text("Current training", IntakeMore.MOST);
    private final TextArea sleep = IntakeForm.text("Sleep", IntakeMore.MOST);
    private final TextArea mood = IntakeForm.text("Mood", IntakeMore.MOST);
    private final TextArea goals = IntakeForm.text("Goals, in the patient's words", IntakeMore.MOST);

    LifeFields(Runnable changed) {
        getContent().addClassName("stack-3");
        List.of(dailyActivities, work, training, sleep, mood, goals).forEach(field -> {
            field.addValueChangeListener(e -> changed.run());
            getContent().add(field);
        });
    }

    void show(IntakeMore more) {
        Autosave.show(dailyActivities, more.dailyActivities());
        Autosave.show(work, more.work());
        Autosave.show(training, more.training());
        Autosave.show(sleep, more.sleep());
        Autosave.show(mood, more.mood());
        Autosave.show(goals, more.goals());
    }

    /** Returns what is typed here, with what is typed elsewhere. */
    IntakeMore read(String mechanism, SortedMap<String, FactorDetail> factorDetails) {
        return new IntakeMore(
                mechanism,
                factorDetails,
                dailyActivities.getValue(),
                work.getValue(),
                training.getValue(),
                sleep.getValue(),
                mood.getValue(),
                goals.getValue());
    }
}

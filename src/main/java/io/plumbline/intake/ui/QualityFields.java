package io.plumbline.intake.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.intake.MarkedArea;
import io.plumbline.intake.PainQuality;
import java.util.Set;

/** The quality of a pain: one tap for each common word, and a field for others. */
class QualityFields extends Composite<Div> {
    private final CheckboxGroup<PainQuality> chosen = new CheckboxGroup<>("Quality of pain");
    private final TextField ownWords = new TextField("In other words");
    private final Runnable changed;
    /** The text as it was shown or last changed; one that is too long never is. */
    private String text;

    QualityFields(String quality, Runnable changed) {
        this.text = quality;
        this.changed = changed;
        chosen.addClassName("quality-picks");
        chosen.setItems(PainQuality.values());
        chosen.setItemLabelGenerator(PainQuality::word);
        chosen.setValue(PainQuality.in(quality));
        ownWords.setValue(PainQuality.ownWordsIn(quality));
        ownWords.setMaxLength(MarkedArea.LONGEST_QUALITY);
        ownWords.setValueChangeMode(ValueChangeMode.LAZY);
        chosen.addValueChangeListener(e -> {
            var over = over(e.getValue());
            if (over > 0) {
                chosen.setValue(e.getOldValue());
                complain(over);
            } else {
                take();
            }
        });
        ownWords.addValueChangeListener(e -> {
            var over = over(chosen.getValue());
            if (over > 0) {
                complain(over);
            } else {
                take();
            }
        });
        getContent().addClassName("stack-1");
        getContent().add(chosen, ownWords);
    }

    String read() {
        return text;
    }

    private void take() {
        ownWords.setInvalid(false);
        text = PainQuality.text(chosen.getValue(), ownWords.getValue());
        changed.run();
    }

    private int over(Set<PainQuality> words) {
        return PainQuality.text(words, ownWords.getValue()).length() - MarkedArea.LONGEST_QUALITY;
    }

    private void complain(int over) {
        ownWords.setErrorMessage(
                "With the chosen words at most " + MarkedArea.LONGEST_QUALITY + " characters: shorten by " + over);
        ownWords.setInvalid(true);
    }
}

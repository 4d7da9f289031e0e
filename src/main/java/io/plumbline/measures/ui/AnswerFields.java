package io.plumbline.measures.ui;

import com.vaadin.flow.component.Component;
import io.plumbline.measures.MeasureAnswers;
import io.plumbline.shared.ui.FormErrors;
import java.util.Optional;

/** The fields for the answers to one outcome measure. */
interface AnswerFields {
    Component content();

    /** Returns whether anything was entered. */
    boolean isTyped();

    /** Reads the answers, and marks the field of an impossible one; empty if nothing was entered or it is invalid. */
    Optional<MeasureAnswers> read(FormErrors errors);

    void show(MeasureAnswers answers);
}

package io.plumbline.practitioners.ui;

import com.vaadin.flow.component.html.Span;
import io.plumbline.practitioners.Discipline;
import io.plumbline.shared.ui.Ui;
import java.util.Collection;

/** Disciplines as letter, color and word. */
final class DisciplineChips {
    private DisciplineChips() {}

    static Span of(Collection<Discipline> disciplines) {
        var chips = Ui.span("cluster");
        disciplines.stream().sorted().map(DisciplineChips::chip).forEach(chips::add);
        return chips;
    }

    private static Span chip(Discipline discipline) {
        var letter = Ui.text("discipline-letter", discipline.label().substring(0, 1));
        letter.getElement().setAttribute("aria-hidden", "true");
        return Ui.span("discipline " + hue(discipline), letter, Ui.text("", discipline.label()));
    }

    private static String hue(Discipline discipline) {
        return switch (discipline) {
            case CHIROPRACTIC -> "chiro";
            case MASSAGE_THERAPY -> "massage";
            case EXERCISE_THERAPY -> "exercise";
        };
    }
}

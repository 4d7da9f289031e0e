package io.plumbline.measures.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.measures.AskedAbout;
import io.plumbline.measures.MeasureAnswers;
import io.plumbline.measures.MeasureHistory;
import io.plumbline.measures.OutcomeMeasure;
import io.plumbline.measures.OutcomeMeasures;
import io.plumbline.measures.ScoreDraft;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Ui;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The fields of every outcome measure that is asked here, and of one form that was filled in elsewhere. */
final class MeasureForm extends Composite<Div> {
    private static final int LONGEST_DOCUMENT = 200;

    private final Map<OutcomeMeasure, AnswerFields> asked = new LinkedHashMap<>();
    private final List<MeasureHistory> before;
    private final Select<OutcomeMeasure> paper = new Select<>();
    private final TextField document = new TextField("Form or report");
    private final Div paperScore = Ui.div("stack-2");
    private @Nullable AnswerFields paperFields;

    /**
     * Creates the fields.
     *
     * @param what what the questions call that which hurts
     * @param hasPlan whether questions that compare with the start of a plan can be asked
     * @param before the scores until now; a follow-up asks for the same activities
     */
    MeasureForm(OutcomeMeasures measures, AskedAbout what, boolean hasPlan, List<MeasureHistory> before) {
        this.before = List.copyOf(before);
        getContent().addClassName("stack-4");
        var ratings = Ui.card("Pain and change");
        getContent().add(ratings);
        for (var measure : measures.measures()) {
            if (!measure.isAsked() || measure.isFollowUpOnly() && !hasPlan) {
                continue;
            }
            var fields = fieldsFor(measure, what, before);
            asked.put(measure, fields);
            switch (measure.form()) {
                case RATING -> ratings.add(fields.content());
                case ACTIVITIES -> getContent().add(Ui.card(measure.title(), fields.content()));
                case STATEMENTS -> {
                    var statements = new Details(measure.title(), fields.content());
                    statements.addClassName("card");
                    getContent().add(statements);
                }
                case TOTAL, SECTIONS, ENTRIES, TOTAL_AND_SUBSCORE -> {}
            }
        }
        getContent().add(Ui.card("Score of a form filled in elsewhere", paper(measures)));
    }

    /** Returns the fields of a measure. */
    static AnswerFields fieldsFor(OutcomeMeasure measure, AskedAbout what, List<MeasureHistory> before) {
        return switch (measure.form()) {
            case RATING -> new RatingFields(measure, what);
            case STATEMENTS -> new StatementFields(measure);
            case ACTIVITIES -> new ActivityFields(measure, what, activities(measure, before));
            case ENTRIES -> new EntryFields(measure);
            case TOTAL, SECTIONS, TOTAL_AND_SUBSCORE -> new PaperFields(measure);
        };
    }

    private static List<String> activities(OutcomeMeasure measure, List<MeasureHistory> before) {
        return before.stream()
                .filter(history -> history.measure().equals(measure))
                .findFirst()
                .map(history -> history.latest().result().answers().activityNames())
                .orElse(List.of());
    }

    private Div paper(OutcomeMeasures measures) {
        paper.setLabel("Outcome measure");
        paper.setEmptySelectionAllowed(true);
        paper.setEmptySelectionCaption("None");
        paper.setItemLabelGenerator(measure -> measure == null ? "None" : measure.title());
        paper.setItems(measures.measures().stream()
                .filter(measure -> !measure.isAsked())
                .toList());
        paper.addValueChangeListener(e -> {
            paperScore.removeAll();
            paperFields = e.getValue() == null ? null : fieldsFor(e.getValue(), AskedAbout.UNNAMED, List.of());
            if (paperFields != null) {
                paperScore.add(paperFields.content(), document);
            }
        });
        document.setMaxLength(LONGEST_DOCUMENT);
        return Ui.div("stack-2", paper, paperScore);
    }

    /** Closes the activities that were rated on a day; everything else of the day stays open. */
    void chooseDay(@Nullable LocalDate day) {
        asked.forEach((measure, fields) -> {
            if (fields instanceof ActivityFields activities) {
                activities.closeRated(before.stream()
                        .filter(history -> history.measure().equals(measure))
                        .flatMap(history -> history.scores().stream())
                        .filter(score -> score.measuredOn().equals(day))
                        .flatMap(score -> score.result().answers().activityNames().stream())
                        .toList());
            }
        });
    }

    /** Returns whether anything was entered. */
    boolean isTyped() {
        return paperFields != null && paperFields.isTyped()
                || asked.values().stream().anyMatch(AnswerFields::isTyped);
    }

    /** Reads what was answered, and marks impossible answers and, if nothing was, the first field. */
    List<ScoreDraft> read(FormErrors errors, LocalDate measuredOn) {
        var drafts = new ArrayList<ScoreDraft>();
        asked.forEach((measure, fields) -> fields.read(errors)
                .ifPresent(answers -> drafts.add(new ScoreDraft(measure.code(), answers, measuredOn))));
        var chosen = paper.getValue();
        if (chosen != null && paperFields != null) {
            errors.refuse(paper, !paperFields.isTyped(), "Enter the score, or choose None");
            paperFields.read(errors).ifPresent(answers -> drafts.add(paperDraft(chosen, answers, measuredOn)));
        }
        return drafts;
    }

    private ScoreDraft paperDraft(OutcomeMeasure measure, MeasureAnswers answers, LocalDate measuredOn) {
        return new ScoreDraft(measure.code(), answers, measuredOn, document.getValue());
    }
}

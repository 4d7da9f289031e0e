package io.plumbline.notes.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import io.plumbline.notes.Modalities;
import io.plumbline.notes.NoteDraft;
import io.plumbline.sessions.SessionDetails;
import io.plumbline.sessions.SessionPhase;
import io.plumbline.sessions.TreatmentRow;
import io.plumbline.shared.BodyRegion;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Scale;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.WholeNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows of single treatments, one for each chosen modality at each marked area; only once the author asks for them. */
class TreatmentRows extends Composite<Div> implements HasStyle {
    private final Modalities vocabulary;
    private final Supplier<List<BodyRegion>> areas;
    private final Supplier<Set<String>> modalities;
    private final Runnable changed;
    private final List<Row> rows = new ArrayList<>();
    private final Div list = new Div();
    private final Button add = new Button("Record by area");

    TreatmentRows(
            Modalities vocabulary,
            Supplier<List<BodyRegion>> areas,
            Supplier<Set<String>> modalities,
            Runnable changed) {
        this.vocabulary = vocabulary;
        this.areas = areas;
        this.modalities = modalities;
        this.changed = changed;
        list.addClassName("stack-2");
        add.addThemeName("tertiary");
        add.addThemeName("small");
        add.addClickListener(e -> add());
        getContent().addClassName("stack-2");
        getContent().add(list, add);
        showWhatCanBeAdded();
    }

    void show(List<TreatmentRow> recorded) {
        if (recorded.equals(read())) {
            return;
        }
        rows.clear();
        list.removeAll();
        recorded.forEach(this::draw);
        showWhatCanBeAdded();
    }

    List<TreatmentRow> read() {
        return rows.stream().map(Row::read).toList();
    }

    /** Offers rows for the combinations of area and modality that have none yet. */
    void showWhatCanBeAdded() {
        var isMore = rows.size() < SessionDetails.MOST_TREATMENTS
                && missing().findAny().isPresent();
        add.setVisible(isMore);
        add.setText(rows.isEmpty() ? "Record by area" : "Add the missing rows");
    }

    private Stream<TreatmentRow> missing() {
        return areas.get().stream()
                .flatMap(area -> modalities.get().stream().sorted().map(code -> TreatmentRow.of(area, code)))
                .filter(wanted -> rows.stream().noneMatch(row -> row.isFor(wanted)));
    }

    private void add() {
        var added =
                missing().limit(SessionDetails.MOST_TREATMENTS - rows.size()).toList();
        added.forEach(this::draw);
        showWhatCanBeAdded();
        rows.get(rows.size() - added.size()).focus();
        changed.run();
    }

    private void draw(TreatmentRow recorded) {
        var row = new Row(recorded);
        rows.add(row);
        list.add(row);
    }

    private void remove(Row row) {
        rows.remove(row);
        list.remove(row);
        showWhatCanBeAdded();
        add.focus();
        changed.run();
    }

    @Nullable
    String wrong() {
        return rows.stream()
                .filter(row -> row.minutes.isWrong())
                .findFirst()
                .map(row -> row.name + ", " + row.minutes.words())
                .orElse(null);
    }

    void focusWrong() {
        rows.stream().filter(row -> row.minutes.isWrong()).findFirst().ifPresent(row -> row.minutes
                .field()
                .focus());
    }

    private final class Row extends Composite<Div> {
        private final BodyRegion area;
        private final String modality;
        private final String name;
        private final Select<Modalities.Tissue> tissue = new Select<>();
        private final Select<SessionPhase> phase = new Select<>();
        private final Scale pressure = new Scale("Pressure", 1, NoteDraft.STRONGEST);
        private final WholeNumber minutes =
                new WholeNumber("Minutes", 1, NoteDraft.LONGEST, 1, true, "1 to " + NoteDraft.LONGEST + " minutes");

        Row(TreatmentRow recorded) {
            area = recorded.area();
            modality = recorded.modality();
            name = area.label() + ", " + vocabulary.nameOf(modality);
            tissue.setLabel("Tissue");
            tissue.setEmptySelectionAllowed(true);
            tissue.setItems(vocabulary.tissues());
            tissue.setItemLabelGenerator(one -> one == null ? "" : one.name());
            tissue.setValue(vocabulary.tissue(recorded.tissue()).orElse(null));
            phase.setLabel("Part of the session");
            phase.setEmptySelectionAllowed(true);
            phase.setItems(SessionPhase.values());
            phase.setItemLabelGenerator(one -> one == null ? "" : one.label());
            phase.setValue(recorded.phase());
            pressure.setValue(recorded.pressure());
            minutes.show(recorded.minutes());
            var remove = Ui.iconButton("Remove " + name, Icon.CROSS);
            remove.addClickListener(e -> remove(this));
            Stream.<HasValue<? extends AbstractField.ComponentValueChangeEvent<?, ?>, ?>>of(
                            tissue, phase, pressure, minutes.field())
                    .forEach(field -> field.addValueChangeListener(e -> changed.run()));
            getContent().addClassName("note-row");
            getContent().getElement().setAttribute("role", "group").setAttribute("aria-label", name);
            getContent()
                    .add(
                            Ui.div("line", Ui.text("strong grow", name), remove),
                            Ui.div("scales", tissue, phase, pressure, minutes.field()));
        }

        boolean isFor(TreatmentRow other) {
            return area.equals(other.area()) && modality.equals(other.modality());
        }

        void focus() {
            tissue.focus();
        }

        TreatmentRow read() {
            var chosen = tissue.getValue();
            return new TreatmentRow(
                    area,
                    modality,
                    chosen == null ? null : chosen.code(),
                    phase.getValue(),
                    pressure.getValue(),
                    minutes.value());
        }
    }
}

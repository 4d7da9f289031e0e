package io.plumbline.notes.ui;

import com.vaadin.flow.component.AbstractField;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.HasValue;
import io.plumbline.notes.NoteDraft;
import io.plumbline.shared.ui.RequiredFields;
import io.plumbline.shared.ui.Scale;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.WholeNumber;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The soft-tissue work of a session: areas, modalities, one pressure, minutes; rows of single treatments if opened. */
class SoftTissueFields implements DisciplineFields {
    private final TreatedAreas areas;
    private final ModalityPicks modalities;
    private final Scale pressure = new Scale("Pressure", 1, NoteDraft.STRONGEST);
    private final Scale stopAt = new Scale("Pressure limit", 1, NoteDraft.STRONGEST);
    private final WholeNumber minutes = minutes("Hands-on minutes");
    private final TreatmentRows rows;

    SoftTissueFields(NoteOffer offer, Runnable changed) {
        areas = new TreatedAreas(changed);
        modalities = new ModalityPicks("Modalities", offer, changed);
        rows = new TreatmentRows(offer.vocabulary(), areas::marked, modalities::chosen, changed);
        Stream.<HasStyle>of(pressure, stopAt, minutes.field()).forEach(field -> field.addClassName("label-beside"));
        List.<HasValue<? extends AbstractField.ComponentValueChangeEvent<?, ?>, ?>>of(pressure, stopAt, minutes.field())
                .forEach(field -> field.addValueChangeListener(e -> changed.run()));
    }

    // the buttons step by five; typed values may be any number in the range
    static WholeNumber minutes(String label) {
        return new WholeNumber(
                label, 1, NoteDraft.LONGEST, 5, true, "1 to " + NoteDraft.LONGEST + " minutes, a whole number");
    }

    @Override
    public List<Component> objective(Component findings) {
        return List.of(Ui.div("chart-beside", areas.chart(), areas.list(), findings));
    }

    /** Returns the fields for the areas alone. */
    Component areas() {
        return Ui.div("chart-beside", areas.chart(), areas.list());
    }

    @Override
    public List<Component> treatment() {
        return List.of(
                modalities.group(), modalities.reasons(), Ui.div("scales", pressure, stopAt, minutes.field()), rows);
    }

    @Override
    public void show(NoteDraft draft) {
        areas.show(draft.areas());
        modalities.show(draft.modalities());
        pressure.setValue(draft.pressure());
        stopAt.setValue(draft.stopAt());
        minutes.show(draft.minutes());
        rows.show(draft.details().treatments());
    }

    @Override
    public NoteDraft into(NoteDraft draft) {
        return draft.withTreatment(
                        areas.marked(), modalities.chosen(), pressure.getValue(), stopAt.getValue(), minutes.value())
                .withDetails(draft.details().withTreatments(rows.read()));
    }

    /** Returns whether nothing is recorded here. */
    boolean isEmpty() {
        return areas.isEmpty()
                && modalities.isEmpty()
                && pressure.isEmpty()
                && stopAt.isEmpty()
                && minutes.field().isEmpty()
                && rows.read().isEmpty();
    }

    @Override
    public void showWhatIsAsked() {
        var isTooStrong =
                pressure.getValue() != null && stopAt.getValue() != null && pressure.getValue() > stopAt.getValue();
        stopAt.setHelperText(isTooStrong ? "The pressure was above this limit" : "");
        rows.showWhatCanBeAdded();
    }

    @Override
    public void showCarried(Collection<String> fields) {
        areas.showCarried(fields.contains("areas"));
        modalities.group().setClassName("carried", fields.contains("modalities"));
        pressure.setClassName("carried", fields.contains("pressure"));
        minutes.field().setClassName("carried", fields.contains("minutes"));
        rows.setClassName("carried", fields.contains("treatments"));
    }

    @Override
    public void markWith(RequiredFields marks) {
        marks.of("an area", areas.chart().byName(), areas::isEmpty);
        marks.of("a modality", modalities.group());
    }

    @Override
    public @Nullable String wrong() {
        return minutes.isWrong() ? minutes.words() : rows.wrong();
    }

    @Override
    public void focusWrong() {
        if (minutes.isWrong()) {
            minutes.field().focus();
        } else {
            rows.focusWrong();
        }
    }
}

package io.plumbline.notes.ui;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import io.plumbline.notes.Modalities;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The modalities of a session: those that the author records, and recorded ones, which stay visible. */
class ModalityPicks {
    private final CheckboxGroup<Modalities.Modality> group = new CheckboxGroup<>();
    private final Modalities vocabulary;
    private final Set<String> offered;

    ModalityPicks(String label, List<Modalities.Modality> offered, Modalities vocabulary, Runnable changed) {
        this.vocabulary = vocabulary;
        this.offered = offered.stream().map(Modalities.Modality::code).collect(Collectors.toSet());
        group.addClassName("picks");
        group.setAriaLabel(label);
        group.setItemLabelGenerator(Modalities.Modality::name);
        group.addValueChangeListener(e -> changed.run());
    }

    CheckboxGroup<Modalities.Modality> group() {
        return group;
    }

    void show(Set<String> recorded) {
        var shown = vocabulary.modalities().stream()
                .filter(modality -> offered.contains(modality.code()) || recorded.contains(modality.code()))
                .toList();
        group.setItems(shown);
        group.setValue(shown.stream()
                .filter(modality -> recorded.contains(modality.code()))
                .collect(Collectors.toSet()));
    }

    Set<String> chosen() {
        return group.getValue().stream()
                .filter(Objects::nonNull)
                .map(Modalities.Modality::code)
                .collect(Collectors.toSet());
    }

    boolean isEmpty() {
        return group.isEmpty();
    }
}

package io.plumbline.notes.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import io.plumbline.notes.Modalities;
import io.plumbline.notes.Modalities.Modality;
import io.plumbline.shared.ui.Ui;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The modalities of a session as chips: those that the author records, those of the last note first, and recorded ones,
 * which stay visible. Contraindicated ones are struck through, with the reason below.
 */
class ModalityPicks {
    private final CheckboxGroup<Modality> group = new CheckboxGroup<>();
    private final Div reasons = Ui.div("stack-1 small");
    private final Modalities vocabulary;
    private final Set<String> offered;
    private final Set<String> recent;
    private final Map<String, String> against;

    ModalityPicks(String label, NoteOffer offer, Runnable changed) {
        vocabulary = offer.vocabulary();
        offered = offer.modalities().stream().map(Modality::code).collect(Collectors.toSet());
        var last = offer.carry();
        recent = last == null ? Set.of() : last.content().modalities();
        against = offer.against();
        group.addClassName("picks");
        group.setAriaLabel(label);
        group.setItemLabelGenerator(Modality::name);
        group.addValueChangeListener(e -> changed.run());
    }

    CheckboxGroup<Modality> group() {
        return group;
    }

    /** Returns why some of them are struck through; not shown if none is. */
    Component reasons() {
        return reasons;
    }

    void show(Set<String> recorded) {
        var shown = vocabulary.modalities().stream()
                .filter(modality -> offered.contains(modality.code()) || recorded.contains(modality.code()))
                .sorted(Comparator.comparing(modality -> !recent.contains(modality.code())))
                .toList();
        group.setItems(shown);
        group.setValue(shown.stream()
                .filter(modality -> recorded.contains(modality.code()))
                .collect(Collectors.toSet()));
        strike(shown);
    }

    private void strike(List<Modality> shown) {
        // the group has one box for each item, in their order
        var boxes = group.getChildren().filter(Checkbox.class::isInstance).toList();
        var names = new TreeMap<String, String>();
        for (var i = 0; i < Math.min(boxes.size(), shown.size()); i++) {
            var reason = against.get(shown.get(i).code());
            ((Checkbox) boxes.get(i)).setClassName("struck", reason != null);
            if (reason != null) {
                names.merge(reason, shown.get(i).name(), (some, more) -> some + ", " + more);
            }
        }
        reasons.removeAll();
        names.forEach((reason, some) -> reasons.add(Ui.text("muted", some + ": " + reason)));
        reasons.setVisible(!names.isEmpty());
    }

    Set<String> chosen() {
        return group.getValue().stream()
                .filter(Objects::nonNull)
                .map(Modality::code)
                .collect(Collectors.toSet());
    }

    boolean isEmpty() {
        return group.isEmpty();
    }
}

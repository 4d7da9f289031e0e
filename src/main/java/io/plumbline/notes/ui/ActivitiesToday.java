package io.plumbline.notes.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import io.plumbline.intake.Limitation;
import io.plumbline.shared.ui.Scale;
import io.plumbline.shared.ui.Ui;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The activities that the patient named as hard because of the back, rated again today. */
class ActivitiesToday extends Composite<Div> {
    private final Map<String, Scale> scales = new LinkedHashMap<>();
    private final Div list = Ui.div("scales");
    private final Runnable changed;

    /** @param named the activities of the last rating */
    ActivitiesToday(List<String> named, Runnable changed) {
        this.changed = changed;
        getContent().addClassName("stack-1");
        getContent().add(Ui.text("small muted", "Activities today: 0 cannot do it, 10 can do it as before"), list);
        named.forEach(this::scaleOf);
        setVisible(!scales.isEmpty());
    }

    private Scale scaleOf(String activity) {
        return scales.computeIfAbsent(activity, this::add);
    }

    private Scale add(String activity) {
        var scale = new Scale(activity, 0, 10);
        scale.addValueChangeListener(e -> changed.run());
        list.add(scale);
        return scale;
    }

    void show(List<Limitation> rated) {
        scales.values().forEach(Scale::clear);
        rated.forEach(one -> scaleOf(one.activity()).setValue(one.ability()));
        setVisible(!scales.isEmpty());
    }

    /** Returns all activities once one of them is rated today, so that it shows which were not. */
    List<Limitation> read() {
        return scales.values().stream().allMatch(Scale::isEmpty)
                ? List.of()
                : scales.entrySet().stream()
                        .map(one -> new Limitation(one.getKey(), one.getValue().getValue()))
                        .toList();
    }
}

package io.plumbline.shared.ui;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.stream.IntStream;

/** A short scale in one row, one key or one tap: really a radio group, so arrows and screen readers work. */
public final class Scale extends RadioButtonGroup<Integer> {
    public Scale(String label, int from, int to) {
        super(label);
        addClassName("seg");
        setItems(IntStream.rangeClosed(from, to).boxed().toList());
    }
}

package io.plumbline.shared.ui;

import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.stream.IntStream;

/**
 * A short scale in one row, one key or one tap per value. It is a radio group, so that screen readers announce the
 * chosen value. The portal's script adds digit keys, with 1 and 0 in a row for 10, and stops the arrow keys at the
 * ends.
 */
public final class Scale extends RadioButtonGroup<Integer> {
    public Scale(String label, int from, int to) {
        super(label);
        addClassName("seg");
        setItems(IntStream.rangeClosed(from, to).boxed().toList());
    }
}

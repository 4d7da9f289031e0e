package io.plumbline.notes.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import io.plumbline.shared.ui.Ui;

/** The button that signs a note. It says how much is missing, and then leads to the first of it. */
class SignButton extends Composite<Button> {
    private final Runnable sign;
    private final Span missing = new Span();

    SignButton(Runnable sign) {
        this.sign = sign;
    }

    @Override
    protected Button initContent() {
        var button = Ui.signButton(sign);
        button.setSuffixComponent(missing);
        return button;
    }

    /** @param count the number of parts that are missing */
    void show(int count) {
        missing.setText("· " + count + " missing");
        missing.setVisible(count > 0);
    }
}

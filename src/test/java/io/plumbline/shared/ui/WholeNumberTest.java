package io.plumbline.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.BlurNotifier.BlurEvent;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.textfield.TextField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a number field keeps while somebody types: never the beginning of a number as if it were one. */
class WholeNumberTest {
    private final WholeNumber visits = new WholeNumber("Visits", 1, 60, 1, false, "1 to 60");

    @BeforeEach
    void showTwelve() {
        visits.show(12);
    }

    @Test
    void aRefusedNumberKeepsTheLastSavedOneNotItsFirstDigits() {
        type("2");
        assertThat(visits.value()).isEqualTo(2);
        type("2.5");
        assertThat(visits.isWrong()).isTrue();
        assertThat(visits.value()).isEqualTo(12);
        type("50");
        type("500");
        assertThat(visits.value()).isEqualTo(12);
    }

    @Test
    void aNumberIsKeptWhenItsFieldLosesFocus() {
        type("24");
        leave();
        type("2,4");
        leave();
        assertThat(visits.value()).isEqualTo(24);
    }

    @Test
    void aSaveDoesNotReplaceTheTypedText() {
        type("2.5");
        visits.show(12);
        assertThat(visits.field().getValue()).isEqualTo("2.5");
    }

    private void type(String text) {
        visits.field().setValue(text);
    }

    private void leave() {
        ComponentUtil.fireEvent(visits.field(), new BlurEvent<TextField>(visits.field(), true));
    }
}

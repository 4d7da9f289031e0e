package io.plumbline.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Span;
import org.junit.jupiter.api.Test;

class UiTest {
    @Test
    void aComponentWithoutAClassIsCreated() {
        assertThat(Ui.div("", new Span("None left")).getClassNames()).isEmpty();
        assertThat(Ui.span("", new Span("None left")).getClassNames()).isEmpty();
        assertThat(Ui.text("", "None left").getClassNames()).isEmpty();
        assertThat(Ui.text("strong small", "Signed.").getClassNames()).containsExactly("strong", "small");
    }
}

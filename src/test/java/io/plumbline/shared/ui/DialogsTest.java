package io.plumbline.shared.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.shared.ui.Dialogs.Width;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What all dialogs have in common. */
class DialogsTest {
    private final Dialog dialog = new Dialog();
    private final Button action = new Button("Save");

    @Test
    void theActionIsLastAndFilled() {
        Dialogs.ask(dialog, Width.MEDIUM, "Edit", () -> false, action, new TextField("Name"));
        assertThat(footer()).extracting(Button::getText).containsExactly("Cancel", "Save");
        assertThat(action.getThemeNames()).contains(ButtonVariant.PRIMARY.getVariantName());
        assertThat(dialog.getHeaderTitle()).isEqualTo("Edit");
        assertThat(dialog.isCloseOnOutsideClick()).isFalse();
    }

    @Test
    void anActionThatTakesSomethingAwayIsNotFilled() {
        action.addThemeVariants(ButtonVariant.PRIMARY);
        Dialogs.ask(
                dialog,
                Width.SMALL,
                "Cancel the visit",
                () -> false,
                "Keep it",
                Dialogs.destructive(action),
                new Button());
        assertThat(footer()).extracting(Button::getText).containsExactly("Keep it", "Save");
        assertThat(action.getThemeNames()).doesNotContain(ButtonVariant.PRIMARY.getVariantName());
        assertThat(action.hasClassName("destructive")).isTrue();
    }

    @Test
    void aDialogIsNeverWiderThanItsWindow() {
        Dialogs.show(dialog, Width.LARGE, "History", new Button());
        assertThat(dialog.getWidth()).isEqualTo("min(720px, 96vw)");
        assertThat(footer()).extracting(Button::getText).containsExactly("Close");
    }

    private List<Button> footer() {
        return dialog.getFooter()
                .getElement()
                .getChildren()
                .flatMap(element -> element.getComponent().stream())
                .map((Component part) -> (Button) part)
                .toList();
    }
}

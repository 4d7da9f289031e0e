package io.plumbline.forms.ui;

import static io.plumbline.support.Screen.labelled;
import static io.plumbline.support.Screen.open;
import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.forms.FormQuestion;
import io.plumbline.forms.FormService;
import io.plumbline.shared.Routes;
import io.plumbline.support.DemoTest;
import io.plumbline.support.WithStaff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A manager writes a form, puts its questions in order and publishes it. */
@DemoTest
class FormViewTest extends SpringBrowserlessTest {
    @Autowired
    FormService forms;

    @Test
    @WithStaff("manager")
    void aFormIsWrittenPutInOrderAndPublished() {
        open(Routes.INTAKE_FORMS);
        test(button("New form")).click();
        find(TextField.class).withLabel("Name of the form").single().setValue("Around work");
        test(button("Publish version 1")).click();
        assertThat(screen()).contains("A section has no title");
        find(TextField.class).withLabel("Title of the section").single().setValue("Work");
        questions().setValue("First typed");
        test(button("Add a question")).click();
        find(TextField.class).withLabel("Question").all().getLast().setValue("Second typed");
        test(named("Move up: question 2")).click();
        test(button("Publish version 1")).click();
        assertThat(screen()).contains("Around work", "Version 1", "Second typed", "First visit, all disciplines");
        var row = forms.findAll().stream()
                .filter(form -> form.name().equals("Around work"))
                .findFirst()
                .orElseThrow();
        assertThat(row.content().questions())
                .extracting(FormQuestion::label)
                .containsExactly("Second typed", "First typed");
        test(button("Retire")).click();
        assertThat(screen()).contains("Retired");
    }

    private TextField questions() {
        return find(TextField.class).withLabel("Question").all().getFirst();
    }

    private Button named(String name) {
        return labelled(find(Button.class).all(), name);
    }

    private Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    private String screen() {
        return textOf(find(Main.class).single());
    }
}

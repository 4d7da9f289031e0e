package io.plumbline.shared.ui;

import static io.plumbline.support.Screen.textOf;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.shared.EmailAddress;
import io.plumbline.shared.PhoneNumber;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FormErrorsTest {
    private final TextField name = new TextField("Name");
    private final TextField phone = new TextField("Phone");
    private final DatePicker day = new DatePicker("Day");

    @BeforeEach
    void aScreen() {
        UI.setCurrent(new UI());
    }

    @AfterEach
    void noScreen() {
        UI.setCurrent(null);
    }

    @Test
    void everyInvalidFieldShowsItsMessageAtOnce() {
        var wrong = new FormErrors();
        name.setValue("  ");
        wrong.refuseEmpty(name, "Enter the name");
        wrong.refuseEmpty(day, "Choose the day");
        assertThat(wrong.areNone()).isFalse();
        assertThat(name.getErrorMessage()).isEqualTo("Enter the name");
        assertThat(day.getErrorMessage()).isEqualTo("Choose the day");
        assertThat(name.isInvalid()).isTrue();
        assertThat(day.isInvalid()).isTrue();
    }

    @Test
    void aReasonThatSaysNothingIsRefusedAtItsFieldAndKept() {
        var reason = new TextField("Reason");
        assertThat(new FormErrors().refuseNoReason(reason, "Enter a reason")).isTrue();
        assertThat(reason.getErrorMessage()).isEqualTo("Enter a reason");
        assertThat(new FormErrors().refuseNoReasonIfTyped(reason)).isFalse();
        reason.setValue("x");
        for (var wrong : List.of(
                new FormErrors().refuseNoReason(reason, "Enter a reason"),
                new FormErrors().refuseNoReasonIfTyped(reason),
                new FormErrors().refuseNoReason(reason, List.of("Is ill"), "Enter a reason"))) {
            assertThat(wrong).isTrue();
        }
        assertThat(reason.getErrorMessage()).startsWith("The reason needs at least 15 letters");
        assertThat(reason.getValue()).isEqualTo("x");
        reason.setValue("Is ill");
        assertThat(new FormErrors().refuseNoReason(reason, List.of("Is ill"), "Enter a reason"))
                .as("a choice")
                .isFalse();
        reason.setValue("Fell at home yesterday");
        assertThat(new FormErrors().refuseNoReason(reason, "Enter a reason")).isFalse();
        assertThat(reason.isInvalid()).isFalse();
    }

    @Test
    void severalErrorsOfALongFormAreListedByFieldAboveIt() {
        var above = new Div();
        var wrong = new FormErrors(above);
        wrong.refuseEmpty(name, "Enter the name");
        wrong.refuseEmpty(day, "Choose the day");
        assertThat(wrong.areNone()).isFalse();
        assertThat(textOf(above)).contains("2 fields need a correction");
        assertThat(items(above)).containsExactly("Name: Enter the name", "Day: Choose the day");
    }

    @Test
    void oneErrorIsShownAtItsFieldAloneAndTheListGoesWithTheNextAttempt() {
        var above = new Div();
        var before = new FormErrors(above);
        before.refuseEmpty(name, "Enter the name");
        before.refuseEmpty(day, "Choose the day");
        assertThat(before.areNone()).isFalse();
        name.setValue("Ana");
        var wrong = new FormErrors(above);
        wrong.refuseEmpty(name, "Enter the name");
        wrong.refuseEmpty(day, "Choose the day");
        assertThat(wrong.areNone()).isFalse();
        assertThat(items(above)).isEmpty();
    }

    @Test
    void whatIsCorrectedLeavesTheListAboveTheForm() {
        var above = new Div();
        var wrong = new FormErrors(above);
        wrong.refuseEmpty(name, "Enter the name");
        wrong.refuseEmpty(phone, "Enter the phone");
        wrong.refuseEmpty(day, "Choose the day");
        assertThat(wrong.areNone()).isFalse();
        phone.setValue("602 555 0100");
        assertThat(textOf(above)).contains("2 fields need a correction");
        name.setValue("Ana");
        assertThat(textOf(above)).contains("1 field needs a correction");
        day.setValue(LocalDate.of(2026, 11, 27));
        assertThat(above.getChildren()).noneMatch(Component::isVisible);
    }

    private static List<String> items(Component part) {
        return Stream.concat(
                        part instanceof Button item ? Stream.of(item.getText()) : Stream.empty(),
                        part.getChildren().flatMap(child -> items(child).stream()))
                .toList();
    }

    @Test
    void aMessageIsClearedOnChangeAndShownForTheNextInvalidValue() {
        new FormErrors().refuseEmpty(name, "Enter the name");
        name.setValue("Ada");
        assertThat(name.isInvalid()).isFalse();
        name.setValue("");
        new FormErrors().refuseEmpty(name, "Enter the name");
        assertThat(name.isInvalid()).isTrue();
    }

    @Test
    void aFieldCheckedOnEveryChangeKeepsTheMessageOfItsNewValue() {
        phone.addValueChangeListener(e -> new FormErrors().read(phone, typed -> PhoneNumber.typed(typed, "US")));
        phone.setValue("12");
        assertThat(phone.isInvalid()).isTrue();
        phone.setValue("13");
        assertThat(phone.isInvalid()).isTrue();
        phone.setValue("602-555-0163");
        assertThat(phone.isInvalid()).isFalse();
    }

    @Test
    void readingReturnsTheValueOrShowsAMessage() {
        var wrong = new FormErrors();
        assertThat(wrong.read(name, EmailAddress::new)).isNull();
        assertThat(wrong.areNone()).as("an empty field is not wrong").isTrue();
        name.setValue("kay@example.org");
        assertThat(wrong.read(name, EmailAddress::new)).isEqualTo(new EmailAddress("kay@example.org"));
        name.setValue("kay");
        assertThat(wrong.read(name, EmailAddress::new)).isNull();
        assertThat(name.getErrorMessage()).isNotEmpty();
        assertThat(wrong.areNone()).isFalse();
    }

    @Test
    void aFieldsOwnMessageTakesPrecedenceOverTheForms() {
        day.setMax(LocalDate.of(2026, 11, 22));
        day.setI18n(new DatePicker.DatePickerI18n().setMaxErrorMessage("Today at the latest"));
        day.setValue(LocalDate.of(2026, 11, 23));
        new FormErrors().refuse(day, true, "Choose another day");
        assertThat(day.getErrorMessage()).isEqualTo("Today at the latest");
    }
}

package io.plumbline.clinics.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.clinics.OfferedService;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Ui;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a clinic offers: name, minutes, time kept free after it, room. The code is set once. */
class ServiceFields extends Composite<Div> {
    private static final int STEP = 5;
    private static final int LONGEST = 480;
    private static final int LONGEST_BUFFER = 120;
    private static final int USUAL_MINUTES = 30;

    private final List<Row> rows = new ArrayList<>();
    private final Div list = Ui.div("stack-3");
    private final Button add = new Button("Add a service", Icon.PLUS.create(), e -> addAsLast());
    private final Runnable changed;

    ServiceFields(Runnable changed) {
        this.changed = changed;
        getContent().addClassName("stack-3");
        getContent().add(list, Ui.div("cluster", add));
    }

    void show(List<OfferedService> services) {
        rows.clear();
        list.removeAll();
        services.forEach(service -> add(new Row(service)));
    }

    /** The services, or empty with the message at the first wrong field. */
    Optional<List<OfferedService>> read() {
        var services = new ArrayList<OfferedService>();
        var codes = new HashSet<String>();
        for (var row : rows) {
            var service = row.read();
            if (service.isEmpty()) {
                return Optional.empty();
            }
            if (!codes.add(service.get().code())) {
                row.refuse(row.code, "Another service has this code");
                return Optional.empty();
            }
            services.add(service.get());
        }
        return Optional.of(services);
    }

    private void addAsLast() {
        var row = new Row(null);
        add(row);
        row.name.focus();
        changed.run();
    }

    private void add(Row row) {
        rows.add(row);
        list.add(row);
    }

    private final class Row extends Composite<Div> {
        private final TextField name = new TextField("Service");
        private final TextField code = new TextField("Code");
        private final IntegerField minutes = minutes("Minutes", STEP, LONGEST);
        private final IntegerField buffer = minutes("Free after it", 0, LONGEST_BUFFER);
        private final Checkbox needsRoom = new Checkbox("Needs a room");
        private final Checkbox active = new Checkbox("Offered");

        Row(@Nullable OfferedService service) {
            name.setMaxLength(60);
            code.setMaxLength(24);
            code.setReadOnly(service != null);
            minutes.setValue(service == null ? USUAL_MINUTES : service.minutes());
            buffer.setValue(service == null ? 0 : service.bufferMinutes());
            active.setValue(service == null || service.active());
            if (service != null) {
                name.setValue(service.name());
                code.setValue(service.code());
                needsRoom.setValue(service.needsRoom());
            }
            List.of(name, code).forEach(field -> field.addValueChangeListener(e -> changed.run()));
            List.of(minutes, buffer).forEach(field -> field.addValueChangeListener(e -> changed.run()));
            List.of(needsRoom, active).forEach(field -> field.addValueChangeListener(e -> changed.run()));
            getContent().addClassName("offer-row");
            getContent().add(name, code, minutes, buffer, Ui.div("cluster gap-l", needsRoom, active));
        }

        Optional<OfferedService> read() {
            List.of(name, code).forEach(field -> field.setInvalid(false));
            if (name.getValue().isBlank()) {
                return refuse(name, "Give the service a name");
            }
            if (!code.getValue().matches("[a-z0-9-]{2,24}")) {
                return refuse(code, "2 to 24 small letters, digits or hyphens");
            }
            if (isWrong(minutes, STEP, LONGEST)) {
                return refuse(minutes, "5 to 480, a multiple of 5");
            }
            if (isWrong(buffer, 0, LONGEST_BUFFER)) {
                return refuse(buffer, "0 to 120, a multiple of 5");
            }
            return Optional.of(new OfferedService(
                    code.getValue(),
                    name.getValue(),
                    Objects.requireNonNull(minutes.getValue()),
                    Objects.requireNonNull(buffer.getValue()),
                    needsRoom.getValue(),
                    active.getValue()));
        }

        <F extends HasValidation & Focusable<?>> Optional<OfferedService> refuse(F field, String message) {
            field.setErrorMessage(message);
            field.setInvalid(true);
            field.focus();
            return Optional.empty();
        }

        private static boolean isWrong(IntegerField field, int least, int most) {
            field.setInvalid(false);
            var typed = field.getValue();
            return typed == null || typed < least || typed > most || typed % STEP != 0;
        }

        private static IntegerField minutes(String label, int least, int most) {
            var field = new IntegerField(label);
            field.setMin(least);
            field.setMax(most);
            field.setStep(STEP);
            field.setStepButtonsVisible(true);
            var words = least + " to " + most + ", a multiple of 5";
            field.setI18n(new IntegerField.IntegerFieldI18n()
                    .setMinErrorMessage(words)
                    .setMaxErrorMessage(words)
                    .setStepErrorMessage(words)
                    .setBadInputErrorMessage("Enter a number"));
            return field;
        }
    }
}

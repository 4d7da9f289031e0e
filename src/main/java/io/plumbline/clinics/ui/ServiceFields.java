package io.plumbline.clinics.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.clinics.OfferedService;
import io.plumbline.clinics.ServiceKind;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.WholeNumber;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The services of a clinic, one of each kind: name, minutes, buffer and room. */
class ServiceFields extends Composite<Div> {
    private static final int STEP = 5;
    private static final int LONGEST = 480;
    private static final int LONGEST_BUFFER = 120;
    private static final String MINUTES = STEP + " to " + LONGEST + ", a multiple of " + STEP;
    private static final String BUFFER = "0 to " + LONGEST_BUFFER + ", a multiple of " + STEP;

    private final List<Row> rows = new ArrayList<>();
    private final List<OfferedService> others = new ArrayList<>();
    private final Runnable changed;

    ServiceFields(Runnable changed) {
        this.changed = changed;
        getContent().addClassName("stack-3");
    }

    void show(List<OfferedService> services) {
        rows.clear();
        others.clear();
        for (var service : services) {
            ServiceKind.of(service.code())
                    .ifPresentOrElse(kind -> rows.add(new Row(kind, service)), () -> others.add(ended(service)));
        }
        for (var kind : ServiceKind.values()) {
            if (rows.stream().noneMatch(row -> row.kind == kind)) {
                rows.add(new Row(kind, null));
            }
        }
        getContent().removeAll();
        rows.forEach(getContent()::add);
    }

    /** Keeps a service of an unknown kind, because its row stays in the database, but makes it inactive. */
    private static OfferedService ended(OfferedService other) {
        return new OfferedService(
                other.code(), other.name(), other.minutes(), other.bufferMinutes(), other.needsRoom(), false);
    }

    /** Returns the services of all valid rows, and those of unknown kinds. */
    List<OfferedService> read(FormErrors wrong) {
        return Stream.concat(
                        rows.stream()
                                .filter(row -> !row.isNew || row.active.getValue())
                                .flatMap(row -> row.read(wrong).stream()),
                        others.stream())
                .toList();
    }

    private final class Row extends Composite<Div> {
        private final ServiceKind kind;
        private final boolean isNew;
        private final TextField name = new TextField("Service name");
        private final WholeNumber minutes = new WholeNumber("Minutes", STEP, LONGEST, STEP, false, MINUTES);
        private final WholeNumber buffer = new WholeNumber("Buffer minutes", 0, LONGEST_BUFFER, STEP, false, BUFFER);
        private final Checkbox needsRoom = new Checkbox("Needs a room");
        private final Checkbox active = new Checkbox("Offered");

        Row(ServiceKind kind, @Nullable OfferedService service) {
            this.kind = kind;
            isNew = service == null;
            name.setMaxLength(60);
            name.setValue(service == null ? kind.label() : service.name());
            minutes.show(service == null ? kind.minutes() : service.minutes());
            buffer.show(service == null ? 0 : service.bufferMinutes());
            needsRoom.setValue(service != null && service.needsRoom());
            active.setValue(service != null && service.active());
            name.addValueChangeListener(e -> changed.run());
            List.of(minutes, buffer).forEach(number -> number.field().addValueChangeListener(e -> changed.run()));
            List.of(needsRoom, active).forEach(field -> field.addValueChangeListener(e -> changed.run()));
            var row = getContent();
            row.addClassName("offer-row");
            row.getElement().setAttribute("role", "group").setAttribute("aria-label", kind.label());
            row.add(
                    Ui.div(
                            "offer-kind stack-0",
                            Ui.text("strong", kind.label()),
                            Ui.text("quiet tiny", "In links: " + kind.code())),
                    name,
                    minutes.field(),
                    buffer.field(),
                    Ui.div("cluster gap-l", needsRoom, active));
        }

        Optional<OfferedService> read(FormErrors wrong) {
            var isWrong = wrong.refuseEmpty(name, "Enter a service name");
            isWrong |= wrong.refuse(minutes.field(), isWrong(minutes), MINUTES);
            isWrong |= wrong.refuse(buffer.field(), isWrong(buffer), BUFFER);
            if (isWrong) {
                return Optional.empty();
            }
            return Optional.of(new OfferedService(
                    kind.code(),
                    name.getValue(),
                    Objects.requireNonNull(minutes.value()),
                    Objects.requireNonNull(buffer.value()),
                    needsRoom.getValue(),
                    active.getValue()));
        }

        private static boolean isWrong(WholeNumber number) {
            var typed = number.value();
            return number.isWrong() || typed == null || typed % STEP != 0;
        }
    }
}

package io.plumbline.clinics.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.plumbline.clinics.ClinicRoom;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Ui;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** The rooms of a clinic. A saved room can be deactivated but not removed, because appointments refer to it. */
class RoomFields extends Composite<Div> {
    private final List<Row> rows = new ArrayList<>();
    private final Div list = Ui.div("stack-2");
    private final Button add = new Button("Add a room", Icon.PLUS.create(), e -> addAsLast());
    private final Runnable changed;

    RoomFields(Runnable changed) {
        this.changed = changed;
        getContent().addClassName("stack-3");
        getContent().add(list, Ui.div("cluster", add));
    }

    void show(List<ClinicRoom> rooms) {
        rows.clear();
        rooms.forEach(room -> rows.add(new Row(room.id(), room.name(), room.active())));
        draw();
    }

    List<ClinicRoom> read(FormErrors wrong) {
        var rooms = new ArrayList<ClinicRoom>();
        var names = new HashSet<String>();
        for (var row : rows) {
            if (wrong.refuseEmpty(row.name, "Give the room a name")) {
                continue;
            }
            var isTwice = !names.add(row.name.getValue().strip().toLowerCase(Locale.ROOT));
            wrong.refuse(row.name, isTwice, "Another room has this name");
            rooms.add(new ClinicRoom(row.id, row.name.getValue(), row.active.getValue()));
        }
        return rooms;
    }

    private void addAsLast() {
        var row = new Row(Ids.next(), "", true);
        rows.add(row);
        draw();
        row.name.focus();
        changed.run();
    }

    private void draw() {
        list.removeAll();
        if (rows.isEmpty()) {
            list.add(Ui.text(
                    "quiet", "No rooms yet. Without rooms, only practitioners are protected from double booking."));
        }
        rows.forEach(list::add);
    }

    private final class Row extends Composite<Div> {
        private final UUID id;
        private final TextField name = new TextField("Room");
        private final Checkbox active = new Checkbox("In use");

        Row(UUID id, String called, boolean isInUse) {
            this.id = id;
            name.setValue(called);
            name.setMaxLength(60);
            active.setValue(isInUse);
            name.addValueChangeListener(e -> changed.run());
            active.addValueChangeListener(e -> changed.run());
            getContent().addClassName("room-row");
            getContent().add(name, active);
        }
    }
}

package io.plumbline.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.DescriptionList;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.Keys;
import io.plumbline.shared.ui.Ui;
import java.util.List;
import java.util.stream.Stream;

/** Lists the keyboard shortcuts of the open screen, with the switch for single-character keys. */
class KeyMap extends Composite<Dialog> {
    private static final List<Keys.Row> EVERYWHERE = List.of(
            new Keys.Row("Tab", "To the next link, button or field"),
            new Keys.Row("Enter", "Open or press the focused item"),
            new Keys.Row("Esc", "Close what is open"));

    private final Checkbox singleKeys = new Checkbox("Single keys work outside fields");

    KeyMap(Component frame) {
        var list = new DescriptionList();
        list.addClassName("keys");
        Stream.concat(Keys.within(frame).stream(), EVERYWHERE.stream()).forEach(row -> {
            var key = Ui.text("kbd", row.key());
            var line = Ui.div("key");
            line.add(new DescriptionList.Term(key), new DescriptionList.Description(row.does()));
            list.getElement().appendChild(line.getElement());
        });
        singleKeys.setHelperText("Remembered by this browser");
        singleKeys.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                singleKeys.getElement().executeJs("window.plumblineKeys.set($0)", e.getValue());
            }
        });
        var dialog = getContent();
        Dialogs.show(dialog, Dialogs.Width.MEDIUM, "Keys of this screen", list, singleKeys);
    }

    void open() {
        getContent().open();
        singleKeys
                .getElement()
                .executeJs("return window.plumblineKeys.areOn()")
                .then(Boolean.class, singleKeys::setValue);
    }
}

package io.plumbline.access.ui.account;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.clipboard.Clipboard;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Ui;
import java.util.List;

/** Shows new recovery codes, once. */
class RecoveryCodeList extends Composite<Div> {
    /** @param kept shows what was before */
    RecoveryCodeList(List<String> codes, Runnable kept) {
        var list = new UnorderedList();
        list.addClassName("recovery-codes");
        codes.forEach(code -> list.add(new ListItem(code)));
        var done = Ui.primary(new Button("I have kept them", e -> kept.run()));
        var copy = new Button("Copy the codes", Icon.COPY.create());
        var said = Ui.text("muted", "");
        said.getElement().setAttribute("role", "status");
        Clipboard.onClick(copy)
                .writeText(
                        String.join("\n", codes),
                        copied -> said.setText("Copied. Keep them where only you can read them"),
                        refused -> said.setText("Copying is not available. Write them down"));
        getContent().addClassName("stack-2");
        getContent()
                .add(
                        Ui.text(
                                "",
                                "With each of these recovery codes you can sign in once if you do not have your phone or"
                                        + " passkey. Copy them or write them down: they are not shown again."),
                        list,
                        Ui.div("cluster", done, copy, said));
    }
}

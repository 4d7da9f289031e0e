package io.plumbline.notes.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.function.SerializableFunction;
import io.plumbline.notes.NoteHistoryService;
import io.plumbline.notes.NoteRow;
import io.plumbline.shared.Count;
import io.plumbline.shared.ui.Ui;
import java.util.List;

/** A patient's notes, newest first; below them how many there are, and a button that shows the next page. */
final class NotePages extends Composite<Div> {
    private final int all;
    private final SerializableFunction<NoteRow, List<NoteRow>> after;
    private final SerializableFunction<NoteRow, ListItem> item;
    private final UnorderedList list = new UnorderedList();
    private final Span said = Ui.text("muted", "");
    private final Button more = new Button("", e -> showMore());
    private final Div foot = Ui.div("cluster", said, more);
    private NoteRow last;

    /**
     * Creates the list.
     *
     * @param first the first page, of one note at least
     * @param all how many there are
     * @param after returns the page after a note
     */
    NotePages(
            List<NoteRow> first,
            int all,
            SerializableFunction<NoteRow, List<NoteRow>> after,
            SerializableFunction<NoteRow, ListItem> item) {
        this.all = all;
        this.after = after;
        this.item = item;
        this.last = first.getLast();
        list.addClassName("stack-2");
        said.getElement().setAttribute("role", "status");
        getContent().addClassName("stack-3");
        getContent().add(list, foot);
        show(first);
    }

    private void showMore() {
        var next = list.getComponentCount();
        var page = after.apply(last);
        show(page);
        if (!page.isEmpty()) {
            // the button may be gone; the first new note takes the focus
            list.getComponentAt(next).getElement().executeJs("this.querySelector('a').focus()");
        }
    }

    private void show(List<NoteRow> page) {
        page.forEach(row -> list.add(item.apply(row)));
        last = page.isEmpty() ? last : page.getLast();
        var shown = list.getComponentCount();
        foot.setVisible(shown < all);
        said.setText("The newest " + Count.number(shown) + " of " + Count.number(all) + " notes");
        more.setText("Show " + Math.min(NoteHistoryService.PAGE, all - shown) + " older");
        more.setVisible(!page.isEmpty());
    }
}

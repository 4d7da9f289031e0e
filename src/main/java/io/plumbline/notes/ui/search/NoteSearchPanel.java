package io.plumbline.notes.ui.search;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import io.plumbline.notes.search.NoteHit;
import io.plumbline.notes.search.NoteSearchService;
import io.plumbline.shared.ui.Attempt;
import io.plumbline.shared.ui.EmptyState;
import io.plumbline.shared.ui.Filters;
import io.plumbline.shared.ui.FormErrors;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.KeptSearch;
import io.plumbline.shared.ui.Keys;
import io.plumbline.shared.ui.Ui;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A search field and the notes that it found, page by page; the URL holds a key to the search text. The search begins
 * with Enter, neither while typing nor on leaving the field, since each one is recorded in the audit trail; an empty
 * field shows the list again.
 */
final class NoteSearchPanel extends Composite<Div> {
    private static final String QUERY = "q";
    private static final int LONGEST = 100;
    private static final int MOST_SHOWN = 200;

    private final boolean namesPatients;
    private final Pages pages;
    private final Component list;
    private final TextField search = new TextField();
    private final Div said = Ui.div("muted small");
    private final Component searchOver = KeptSearch.overLine();
    private final UnorderedList found = new UnorderedList();
    private final Div empty = new Div();
    private final Button more = new Button("Show more", e -> showMore());
    private @Nullable NoteHit last;
    private int shown;

    /** The text of the notes that are shown; the field may have more by now. */
    private String searched = "";

    /** Reads the page of a search after a note, or the first page. */
    @FunctionalInterface
    interface Pages extends Serializable {
        List<? extends NoteHit> after(String typed, @Nullable NoteHit after);
    }

    /**
     * Creates the panel.
     *
     * @param name what the field is for
     * @param namesPatients whether the notes are those of several patients
     * @param list what is not shown while a search is
     */
    NoteSearchPanel(String name, boolean namesPatients, Pages pages, Component list) {
        this.namesPatients = namesPatients;
        this.pages = pages;
        this.list = list;
        search.setPlaceholder(name);
        search.setAriaLabel(name);
        search.setTooltipText("Press Enter to search. All words must be in the note, the last may be the beginning of"
                + " one. Drafts are not searched");
        search.setPrefixComponent(Icon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setMaxLength(LONGEST);
        search.addClassName("patient-search");
        // the text is here before the Enter that follows it
        search.setValueChangeMode(ValueChangeMode.EAGER);
        search.addKeyDownListener(Key.ENTER, e -> {
            if (!e.isComposing()) {
                searchTyped();
            }
        });
        search.addValueChangeListener(e -> {
            if (e.isFromClient() && e.getValue().isEmpty()) {
                searchTyped();
            }
        });
        Keys.on(search, "/", name);
        said.getElement().setAttribute("role", "status");
        found.addClassName("stack-3");
        found.getElement().setAttribute("aria-label", "Notes found");
        more.setVisible(false);
        getContent().addClassName("stack-3");
        getContent().add(Ui.div("patient-search-bar", search, said), searchOver, found, empty, more);
        found.setVisible(false);
        Filters.whenShown(this, this::restore);
    }

    /** Shows the search of the address again, such as after Back from a note. */
    private void restore(QueryParameters address) {
        searchOver.setVisible(KeptSearch.isOver(QUERY, address));
        KeptSearch.in(QUERY, address)
                .map(typed -> typed.substring(0, Math.min(typed.length(), LONGEST)))
                .filter(typed -> !typed.equals(searched))
                .ifPresent(typed -> {
                    search.setValue(typed);
                    searchAgain();
                });
    }

    private void searchTyped() {
        keepInAddress();
        searchAgain();
    }

    private void keepInAddress() {
        var ui = UI.getCurrentOrThrow();
        var here = ui.getInternals().getActiveViewLocation().getPath();
        ui.getPage()
                .getHistory()
                .replaceState(null, new Location(here, KeptSearch.hide(QUERY, Map.of(QUERY, search.getValue()))));
    }

    private void searchAgain() {
        found.removeAll();
        empty.removeAll();
        said.setText("");
        searchOver.setVisible(false);
        more.setVisible(false);
        last = null;
        shown = 0;
        searched = search.getValue();
        var isSearched = !searched.isBlank() && Attempt.telling(this::refuse).run(this::showFirst);
        found.setVisible(shown > 0);
        list.setVisible(!isSearched);
    }

    private void refuse(String sentence) {
        var wrong = new FormErrors();
        wrong.refuse(search, true, sentence);
        wrong.areNone();
    }

    private void showFirst() {
        // a message about what was typed before goes
        new FormErrors().refuse(search, false, "");
        show(pages.after(searched, null));
        if (shown == 0) {
            empty.add(nothingFound());
        }
    }

    private void showMore() {
        var next = shown;
        show(pages.after(searched, last));
        if (shown > next) {
            // the button may be gone; the first new note takes the focus
            found.getComponentAt(next).getElement().executeJs("this.querySelector('a').focus()");
        }
    }

    private void show(List<? extends NoteHit> page) {
        page.forEach(hit -> found.add(FoundNote.of(hit, namesPatients)));
        shown += page.size();
        last = page.isEmpty() ? last : page.getLast();
        var isMore = page.size() == NoteSearchService.PAGE;
        more.setVisible(isMore && shown < MOST_SHOWN);
        said.setText(count(isMore));
    }

    private String count(boolean isMore) {
        if (shown == 0) {
            return "No notes match";
        }
        if (!isMore) {
            return shown == 1 ? "1 note" : shown + " notes, newest first";
        }
        return "The newest " + shown + " notes"
                + (shown < MOST_SHOWN ? "" : ", as many as are shown: add a word to see others");
    }

    private Component nothingFound() {
        var clear = new Button("Clear search", e -> {
            search.clear();
            search.focus();
            searchTyped();
        });
        return new EmptyState(
                new H3("No notes match “" + searched.strip() + "”"),
                Icon.SEARCH,
                "Only signed notes " + (namesPatients ? "of patients you treat " : "and imported old notes ")
                        + "are searched, for whole words:"
                        + " the last one may be the beginning of a word. Try fewer words, or another spelling.",
                clear);
    }
}

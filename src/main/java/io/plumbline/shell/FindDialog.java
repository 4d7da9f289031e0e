package io.plumbline.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import io.plumbline.shared.RecentlyViewed;
import io.plumbline.shared.RecentlyViewed.Viewed;
import io.plumbline.shared.search.SearchWords;
import io.plumbline.shared.ui.Dialogs;
import io.plumbline.shared.ui.FindSource;
import io.plumbline.shared.ui.FindSource.Found;
import io.plumbline.shared.ui.Ui;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds records, screens and actions while the person types: first what they viewed lately, then the results of every
 * source. The arrow keys choose, Enter opens; {@code portal.js} does both without a round trip.
 */
class FindDialog extends Composite<Dialog> {
    private static final int LONGEST = 100;
    private static final int MOST_OF_ONE_SOURCE = 6;
    private static final int MOST_VIEWED = 8;
    private static final int PAUSE_MS = 120;

    private final List<FindSource> sources;
    private final TextField field = new TextField();
    private final Div results = Ui.div("find-results");
    private final Div count = Ui.div("unseen");
    private final List<Found> viewed;

    FindDialog(List<FindSource> all, RecentlyViewed recently) {
        sources = all.stream().filter(FindSource::isForCurrentUser).toList();
        viewed = viewed(sources, recently);
        field.setAriaLabel("Find a patient, lead, plan, screen or action");
        field.setPlaceholder("Name, phone number, screen…");
        field.setMaxLength(LONGEST);
        field.setWidthFull();
        field.setAutocomplete(Autocomplete.OFF);
        field.setValueChangeMode(ValueChangeMode.LAZY);
        field.setValueChangeTimeout(PAUSE_MS);
        field.addValueChangeListener(e -> show(e.getValue()));
        results.setId("find-results");
        results.getElement().setAttribute("aria-label", "Results");
        count.getElement().setAttribute("role", "status");
        var hints = Ui.div("cluster tiny muted find-hints", Ui.text("", "↑ ↓ choose · Enter open · Esc close"));
        hints.getElement().setAttribute("aria-hidden", "true");
        Dialogs.show(getContent(), Dialogs.Width.MEDIUM, "Find", field, count, results, hints);
        show("");
    }

    void open() {
        getContent().open();
        field.focus();
        field.getElement().executeJs("window.plumblineFind(this, $0)", results);
    }

    private static List<Found> viewed(List<FindSource> sources, RecentlyViewed recently) {
        var kinds = sources.stream()
                .map(FindSource::viewedKind)
                .filter(kind -> !kind.isEmpty())
                .toList();
        var latest = kinds.isEmpty() ? List.<Viewed>of() : recently.ofCurrentUser(kinds, MOST_VIEWED);
        var order = latest.stream().map(Viewed::record).toList();
        return sources.stream()
                .flatMap(source -> {
                    var records = latest.stream()
                            .filter(one -> one.kind().equals(source.viewedKind()))
                            .map(Viewed::record)
                            .collect(Collectors.toUnmodifiableSet());
                    return records.isEmpty() ? Stream.of() : source.findViewed(records).stream();
                })
                .sorted(Comparator.comparingInt(found -> order.indexOf(found.record())))
                .toList();
    }

    private void show(String value) {
        var typed = SearchWords.beginning(value.strip(), LONGEST);
        results.removeAll();
        var shown = new ArrayList<Found>();
        if (typed.isEmpty()) {
            add("Recently viewed", viewed, shown);
            add("Screens", ScreenFindSource.screens(), shown);
        } else {
            add(
                    "Recently viewed",
                    viewed.stream()
                            .filter(one -> SearchWords.matches(typed, one.title()))
                            .toList(),
                    shown);
            Set<UUID> above = shown.stream().map(Found::record).collect(Collectors.toCollection(HashSet::new));
            for (var source : sources) {
                add(
                        source.heading(),
                        source.find(typed, MOST_OF_ONE_SOURCE).stream()
                                .filter(one -> one.record() == null || !above.contains(one.record()))
                                .toList(),
                        shown);
            }
            if (shown.isEmpty()) {
                results.add(Ui.text(
                        "muted find-none", "Nothing matches. Type the beginning of a name, or the last three digits."));
            }
        }
        results.getElement().setAttribute("role", shown.isEmpty() ? "group" : "listbox");
        count.setText(shown.size() == 1 ? "1 result" : shown.size() + " results");
        results.getElement().setAttribute("data-for", value);
    }

    private void add(String heading, List<Found> found, List<Found> shown) {
        if (found.isEmpty()) {
            return;
        }
        var group = Ui.div("stack-0");
        group.getElement().setAttribute("role", "group").setAttribute("aria-label", heading);
        var title = Ui.text("strong tiny muted", heading);
        title.getElement().setAttribute("aria-hidden", "true");
        group.add(title);
        for (var one : found) {
            group.add(item(one, shown.size()));
            shown.add(one);
        }
        results.add(group);
    }

    private Component item(Found found, int index) {
        var item = new Anchor(found.address());
        item.addClassName("find-item");
        item.setId("find-" + index);
        item.getElement().setAttribute("role", "option").setAttribute("tabindex", "-1");
        item.add(found.icon().create(), Ui.text("strong", found.title()), Ui.text("muted clip", found.detail()));
        item.getElement().addEventListener("click", e -> getContent().close());
        return item;
    }
}

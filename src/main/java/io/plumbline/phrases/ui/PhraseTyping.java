package io.plumbline.phrases.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.Keys;
import io.plumbline.shared.ui.Ui;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Inserts phrases in the text fields of the page on which it stands, by their code or found by their words, and says
 * what it inserted. The phrases go to the browser once, with the page; {@code phrases.js} needs no request for a key.
 */
@JavaScript("context://assets/phrases.js")
public final class PhraseTyping extends Composite<Div> {
    private final Map<String, String> texts;

    /** @param texts what each code inserts, by code */
    public PhraseTyping(Map<String, String> texts) {
        this.texts = new TreeMap<>(texts);
        var said = new Span();
        said.addClassName("small");
        said.getElement().setAttribute("role", "status");
        getContent().addClassName("phrases");
        Keys.named(getContent(), ". code Space", "In a text: insert the phrase with this code; Tab goes to its stops");
        if (!texts.isEmpty()) {
            getContent().add(Ui.text("", "Type a period, the code and a space; Tab goes to the next stop."), search());
        }
        getContent().add(said, new Anchor(Routes.PHRASES, texts.isEmpty() ? "Add your first phrase" : "All phrases"));
    }

    /** Finds a phrase by its words for whoever does not know its code, and inserts it where the caret was. */
    private ComboBox<String> search() {
        var search = new ComboBox<String>("Find a phrase");
        search.setItems((code, typed) -> isFound(code + " " + texts.get(code), typed), List.copyOf(texts.keySet()));
        search.setItemLabelGenerator(code -> "." + code + " · " + texts.get(code));
        search.setWidthFull();
        search.addFocusShortcut(Key.KEY_P, KeyModifier.ALT);
        search.getElement().setAttribute("aria-keyshortcuts", "Alt+P");
        Keys.named(search, "Alt P", "Find a phrase by its words");
        search.addValueChangeListener(e -> {
            if (e.isFromClient() && e.getValue() != null) {
                getElement().executeJs("window.plumblinePhraseChosen(this, $0)", texts.get(e.getValue()));
                search.clear();
            }
        });
        return search;
    }

    private static boolean isFound(String phrase, String typed) {
        var words = phrase.toLowerCase(Locale.ROOT);
        return Stream.of(typed.toLowerCase(Locale.ROOT).split("\\s+"))
                .allMatch(word -> words.contains(word.startsWith(".") ? word.substring(1) : word));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        var codes = JsonNodeFactory.instance.objectNode();
        texts.forEach(codes::put);
        getElement().executeJs("window.plumblinePhrases?.(this, $0)", codes);
    }
}

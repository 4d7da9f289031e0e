package io.plumbline.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinSession;
import java.io.Serializable;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the search text for people out of URLs, since URLs end up in the browser history and in proxy logs. The URL has
 * a key instead, and the session maps the key to the text: Back and reload work as long as the session lasts.
 */
public final class KeptSearch implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String OVER = "Your search ended with your session, so this list is unfiltered. Search again.";

    private static final String KEY = "search";
    private static final int MOST = 100;
    private static final int LONGEST = 200;
    private static final int LETTERS_AND_DIGITS = 36;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** In order of last use, the most recent last. */
    private final LinkedHashMap<String, String> wordsByKey = new LinkedHashMap<>();

    private KeptSearch() {}

    /**
     * Returns the query parameters with a key instead of the search text.
     *
     * @param name the parameter with the search text, if any
     */
    public static QueryParameters hide(String name, Map<String, String> parameters) {
        var shown = new LinkedHashMap<>(parameters);
        var words = shown.remove(name);
        if (words != null && !words.isBlank()) {
            shown.put(KEY, ofSession().keyOf(words));
        }
        return QueryParameters.simple(shown);
    }

    /**
     * Returns the search text of a URL, including one that a user typed into the URL; empty if it has none or if the
     * session with the text has ended.
     */
    public static Optional<String> in(String name, QueryParameters address) {
        return address.getSingleParameter(KEY)
                .flatMap(key -> ofSession().words(key))
                .or(() -> address.getSingleParameter(name));
    }

    /** Returns whether a URL has the key of a search whose session has ended, and no search text. */
    public static boolean isOver(String name, QueryParameters address) {
        return address.getSingleParameter(KEY).isPresent() && in(name, address).isEmpty();
    }

    /** Creates the line that a list shows above it while {@link #isOver} is true. */
    public static Component overLine() {
        var line = Ui.text("muted small", OVER);
        line.getElement().setAttribute("role", "status");
        line.setVisible(false);
        return line;
    }

    private static KeptSearch ofSession() {
        var session = VaadinSession.getCurrent();
        var kept = session.getAttribute(KeptSearch.class);
        if (kept == null) {
            kept = new KeptSearch();
            session.setAttribute(KeptSearch.class, kept);
        }
        return kept;
    }

    /** Returns the key of a text; the same text has the same key, so that equal searches have equal URLs. */
    private String keyOf(String typed) {
        var words = typed.substring(0, Math.min(typed.length(), LONGEST));
        var key = wordsByKey.entrySet().stream()
                .filter(one -> one.getValue().equals(words))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> Long.toUnsignedString(RANDOM.nextLong(), LETTERS_AND_DIGITS));
        wordsByKey.putLast(key, words);
        if (wordsByKey.size() > MOST) {
            wordsByKey.pollFirstEntry();
        }
        return key;
    }

    private Optional<String> words(String key) {
        var words = Optional.ofNullable(wordsByKey.get(key));
        words.ifPresent(found -> wordsByKey.putLast(key, found));
        return words;
    }
}

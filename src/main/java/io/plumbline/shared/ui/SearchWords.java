package io.plumbline.shared.ui;

import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinSession;
import java.io.Serializable;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The words by which people are searched for stand in no address, since addresses are kept in the browser's history and in
 * the logs of proxies. An address has a key in their place, and the session the words: Back and a reload find them as long
 * as it lasts.
 */
public final class SearchWords implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final String KEY = "search";
    private static final int MOST = 100;
    private static final int LONGEST = 200;
    private static final int LETTERS_AND_DIGITS = 36;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** The one that was asked for last at the end. */
    private final LinkedHashMap<String, String> wordsByKey = new LinkedHashMap<>();

    private SearchWords() {}

    /**
     * The parameters of an address, with a key in place of words.
     *
     * @param name the parameter that has the words, if any
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
     * The words of an address, which somebody may also have written there; empty where it has none, and where the session
     * that kept them is over.
     */
    public static Optional<String> in(String name, QueryParameters address) {
        return address.getSingleParameter(KEY)
                .flatMap(key -> ofSession().words(key))
                .or(() -> address.getSingleParameter(name));
    }

    private static SearchWords ofSession() {
        var session = VaadinSession.getCurrent();
        var kept = session.getAttribute(SearchWords.class);
        if (kept == null) {
            kept = new SearchWords();
            session.setAttribute(SearchWords.class, kept);
        }
        return kept;
    }

    /** The same words have the same key, so that two addresses of one search are the same. */
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

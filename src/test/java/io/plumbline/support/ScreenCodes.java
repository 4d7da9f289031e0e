package io.plumbline.support;

import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.StateNode;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What only a program reads, where a person would read it: codes such as <i>NPRS_NOW</i>, and keys of words. */
public final class ScreenCodes {
    private static final Pattern CODE = Pattern.compile("\\b[A-Z][A-Z0-9]*_[A-Z0-9_]+\\b");
    private static final Pattern KEY = Pattern.compile("\\?\\?[\\w.]+\\?\\?|!\\{[\\w.]+}!");
    private static final List<String> WORDS =
            List.of("label", "title", "placeholder", "helperText", "errorMessage", "aria-label", "alt", "header");

    private ScreenCodes() {}

    /** Returns the codes and keys in the texts of the elements of a screen. */
    public static List<String> shown(List<StateNode> screen) {
        return screen.stream()
                .map(Element::get)
                .flatMap(ScreenCodes::texts)
                .flatMap(text -> Stream.of(CODE, KEY)
                        .flatMap(pattern -> pattern.matcher(text).results().map(MatchResult::group)))
                .distinct()
                .toList();
    }

    private static Stream<String> texts(Element element) {
        return Stream.concat(
                Stream.of(element.getText()),
                WORDS.stream()
                        .flatMap(name -> Stream.of(element.getProperty(name), element.getAttribute(name)))
                        .filter(Objects::nonNull));
    }
}

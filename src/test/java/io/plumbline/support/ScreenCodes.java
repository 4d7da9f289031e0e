package io.plumbline.support;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.data.provider.Query;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.renderer.Renderer;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.StateNode;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What only a program reads, where a person would read it: codes such as <i>NPRS_NOW</i>, and keys of words. */
public final class ScreenCodes {
    /** The name of a setting is for those who set it. */
    private static final Pattern CODE = Pattern.compile("\\b(?!PLUMBLINE_)[A-Z][A-Z0-9]*_[A-Z0-9_]+\\b");

    private static final Pattern KEY = Pattern.compile("\\?\\?[\\w.]+\\?\\?|!\\{[\\w.]+}!");
    private static final List<String> WORDS =
            List.of("label", "title", "placeholder", "helperText", "errorMessage", "aria-label", "alt", "header");

    private static final int ROWS = 50;

    private ScreenCodes() {}

    /** Returns the codes and keys in the texts of the elements of a screen. */
    public static List<String> shown(List<StateNode> screen) {
        return screen.stream()
                .map(Element::get)
                .flatMap(ScreenCodes::texts)
                .flatMap(ScreenCodes::codes)
                .distinct()
                .toList();
    }

    /** Returns the codes and keys in the first rows of a list, which the browser writes. */
    public static List<String> inRows(Grid<?> list) {
        return codesOf(list);
    }

    private static <T> List<String> codesOf(Grid<T> list) {
        var rows = list.getDataProvider()
                .fetch(new Query<>(0, ROWS, List.of(), null, null))
                .toList();
        return list.getColumns().stream()
                .flatMap(column -> rows.stream().flatMap(row -> cells(column.getRenderer(), row)))
                .flatMap(ScreenCodes::codes)
                .distinct()
                .toList();
    }

    private static <T> Stream<String> cells(Renderer<T> renderer, T row) {
        return switch (renderer) {
            case ComponentRenderer<?, T> built ->
                ClientMessages.within(built.createComponent(row).getElement().getNode()).stream()
                        .map(Element::get)
                        .flatMap(ScreenCodes::texts);
            case LitRenderer<T> written ->
                written.getValueProviders().values().stream()
                        .map(value -> value.apply(row))
                        .filter(Objects::nonNull)
                        .map(Object::toString);
            default -> Stream.empty();
        };
    }

    private static Stream<String> codes(String text) {
        return Stream.of(CODE, KEY)
                .flatMap(pattern -> pattern.matcher(text).results().map(MatchResult::group));
    }

    private static Stream<String> texts(Element element) {
        return Stream.concat(
                Stream.of(element.getText()),
                WORDS.stream()
                        .flatMap(name -> Stream.of(element.getProperty(name), element.getAttribute(name)))
                        .filter(Objects::nonNull));
    }
}

package io.plumbline.records.ui;

import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.ValueProvider;
import io.plumbline.shared.Routes;
import java.util.HashMap;
import java.util.Map;

/**
 * How a row of a register reads: the name with a line below, the middle, the last column with a line below, and the
 * button that opens the record. Each text has CSS classes, separated by spaces.
 *
 * @param <R> the row
 */
public final class RegisterRow<R> {
    private static final String ROW = """
            <div class="list-row break-glass-row">
              <span class="two">%s%s</span>
              <span class="line-two">${item.middle}</span>
              <span class="two line-three">%s%s</span>
              <span class="end line-four"><vaadin-button theme="small" aria-label="Open ${item.what}" @click="${open}">Open</vaadin-button></span>
            </div>""";

    private final Map<String, String> markup = new HashMap<>();
    private final Map<String, ValueProvider<R, ?>> texts = new HashMap<>();

    /** Returns the address of what the audit trail has of a patient. */
    public static String trailOf(String patientNumber) {
        return Routes.AUDIT + "?patient=" + patientNumber;
    }

    /** Names the record, with a link to what it is about. */
    public RegisterRow<R> linked(ValueProvider<R, String> name, ValueProvider<R, String> address) {
        texts.put("address", address);
        return part("name", "<a class=\"row-name\" href=\"${item.address}\">${item.name}</a>", name);
    }

    /** Names the record. */
    public RegisterRow<R> named(String classes, ValueProvider<R, String> name) {
        return span("name", classes, name);
    }

    /** Says something below the name. */
    public RegisterRow<R> below(String classes, ValueProvider<R, String> text) {
        return span("below", classes, text);
    }

    /** Says the most important of the record. */
    public RegisterRow<R> middle(ValueProvider<R, String> text) {
        texts.put("middle", text);
        return this;
    }

    /** Says something in the last column. */
    public RegisterRow<R> last(String classes, ValueProvider<R, String> text) {
        return span("last", classes, text);
    }

    /** Says something below the last column. */
    public RegisterRow<R> belowLast(String classes, ValueProvider<R, String> text) {
        return span("belowLast", classes, text);
    }

    /** Says what the button opens, such as <em>the incident of Oct 1, 2026</em>. */
    public RegisterRow<R> opens(ValueProvider<R, String> what) {
        texts.put("what", what);
        return this;
    }

    private RegisterRow<R> span(String part, String classes, ValueProvider<R, String> text) {
        return part(part, "<span class=\"" + classes + "\">${item." + part + "}</span>", text);
    }

    private RegisterRow<R> part(String part, String html, ValueProvider<R, String> text) {
        markup.put(part, html);
        texts.put(part, text);
        return this;
    }

    LitRenderer<R> renderer(SerializableConsumer<R> open) {
        var renderer = LitRenderer.<R>of(
                ROW.formatted(markup.get("name"), markup.get("below"), markup.get("last"), markup.get("belowLast")));
        texts.forEach(renderer::withProperty);
        return renderer.withFunction("open", open);
    }
}

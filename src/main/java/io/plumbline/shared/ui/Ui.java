package io.plumbline.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** The shorthand the views are written in: every box has a named class, every class is in portal.css. */
public final class Ui {
    private Ui() {}

    /** Makes this the page's main part: where the skip link leads, and what the keyboard scrolls. */
    public static void main(Main main) {
        main.setId("main");
        main.getElement().setAttribute("tabindex", "0");
    }

    /** Makes this the page's main part: title, what it shows in a sentence, and the parts below. */
    public static void page(Main main, String title, String sentence, Component... parts) {
        main(main);
        main.addClassName("fill");
        var page = div("page flow", div("page-head", div("stack-0", title(title), text("muted", sentence))));
        page.add(parts);
        main.add(page);
    }

    /** Puts what can be done on the whole page beside its title. */
    public static void pageActions(Main main, Component... actions) {
        main.getChildren()
                .flatMap(Component::getChildren)
                .filter(part -> part.hasClassName("page-head"))
                .findFirst()
                .ifPresent(head -> ((Div) head).add(div("cluster", actions)));
    }

    /** Says at the place what could not be done, and is read out. */
    public static Component alert(String sentence) {
        var banner = div("banner tone-warn", Icon.ALERT.create(), div("stack-0", text("", sentence)));
        banner.getElement().setAttribute("role", "alert");
        return banner;
    }

    /** A box of named classes, separated by blanks. */
    public static Div div(String classes, Component... children) {
        return named(new Div(children), classes);
    }

    /** A text of named classes; none where they are empty. */
    public static Span text(String classes, String text) {
        return named(new Span(text), classes);
    }

    /** A text that is cut where its place is narrow; the whole is its title. */
    public static Span clipped(String classes, String text) {
        var span = text(classes + " clip", text);
        span.setTitle(text);
        return span;
    }

    /** An inline box of named classes. */
    public static Span span(String classes, Component... children) {
        return named(new Span(children), classes);
    }

    private static <T extends HasStyle> T named(T part, String classes) {
        // Vaadin refuses an empty name
        if (!classes.isEmpty()) {
            part.addClassNames(classes.split(" "));
        }
        return part;
    }

    /** The title of the page. */
    public static H1 title(String text) {
        var heading = new H1(text);
        heading.addClassName("title");
        return heading;
    }

    /** A titled sheet; the title is its accessible name. */
    public static Section card(String title, Component... body) {
        var heading = new H2(title);
        heading.addClassName("heading");
        var section = new Section(div("card-head", heading));
        section.addClassName("card");
        section.getElement().setAttribute("aria-label", title);
        section.add(body);
        return section;
    }

    /** Terms and what they are, in two columns; an even number of texts. */
    public static DescriptionList facts(String... termsAndFacts) {
        var list = new DescriptionList();
        list.addClassName("facts");
        for (int i = 0; i < termsAndFacts.length; i += 2) {
            var row = div("fact");
            row.add(new DescriptionList.Term(termsAndFacts[i]), new DescriptionList.Description(termsAndFacts[i + 1]));
            list.getElement().appendChild(row.getElement());
        }
        return list;
    }

    /**
     * A button for what must not happen twice: the browser disables it with the click, and it works again once the action
     * has ended, also where it failed.
     */
    public static Button once(String words, Runnable action) {
        var button = new Button(words);
        button.setDisableOnClick(true);
        button.addClickListener(e -> {
            try {
                action.run();
            } finally {
                button.setEnabled(true);
            }
        });
        return button;
    }

    /** The button that signs a record; Ctrl+Enter does the same. */
    public static Button signButton(Runnable sign) {
        var button = new Button("Sign", e -> sign.run());
        button.addThemeVariants(ButtonVariant.PRIMARY);
        button.addClickShortcut(Key.ENTER, KeyModifier.CONTROL);
        button.getElement().setAttribute("aria-keyshortcuts", "Control+Enter");
        Keys.named(button, "Ctrl Enter", "Sign");
        return button;
    }

    /** A button that shows an icon only; its name is spoken and shown as a tooltip. */
    public static Button iconButton(String name, Icon icon) {
        var button = new Button(icon.create());
        button.getElement().getThemeList().add("tertiary");
        button.addClassName("icon-button");
        button.setAriaLabel(name);
        button.setTooltipText(name);
        return button;
    }

    /** A disc with a person's initials; the name itself stands beside it. */
    public static Span initials(String name) {
        var letters = new StringBuilder();
        for (var part : name.split("\\s+")) {
            if (letters.codePointCount(0, letters.length()) < 2 && !part.isEmpty() && !part.endsWith(".")) {
                letters.appendCodePoint(part.codePointAt(0));
            }
        }
        var disc = text(
                "avatar hue-" + Math.floorMod(name.hashCode(), 5),
                letters.toString().toUpperCase(Locale.ROOT));
        disc.getElement().setAttribute("aria-hidden", "true");
        return disc;
    }
}

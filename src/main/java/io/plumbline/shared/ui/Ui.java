package io.plumbline.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.QueryParameters;
import java.util.Locale;
import java.util.stream.Stream;

/** Factory methods for views: every box has a named CSS class, and every class is in portal.css. */
public final class Ui {
    private Ui() {}

    /** Makes an element the main part of the page: the target of the skip link, and scrollable by keyboard. */
    public static void main(Main main) {
        main.setId("main");
        main.getElement().setAttribute("tabindex", "0");
    }

    /**
     * Makes an element the main part of the page, with a title, a sentence on what the page shows, and the parts below.
     */
    public static void page(Main main, String title, String sentence, Component... parts) {
        page(main, title, text("muted", sentence), parts);
    }

    /** Fills a page whose sentence below the title has parts of its own. */
    public static void page(Main main, String title, Component sentence, Component... parts) {
        main(main);
        main.addClassName("fill");
        var page = div("page flow", head(title, sentence));
        page.add(parts);
        main.add(page);
    }

    /** Creates the head of a page: its title with a sentence below, and beside both the actions for the whole page. */
    public static Div head(String title, String sentence, Component... actions) {
        return head(title, text("muted", sentence), actions);
    }

    /** Creates the head of a page whose sentence has parts of its own. */
    public static Div head(String title, Component sentence, Component... actions) {
        var head = div("page-head", div("stack-0", title(title), sentence));
        head.add(actions);
        return head;
    }

    /** Puts the actions for the whole page beside its title. */
    public static void pageActions(Main main, Component... actions) {
        main.getChildren()
                .flatMap(Component::getChildren)
                .filter(part -> part.hasClassName("page-head"))
                .findFirst()
                .ifPresent(head -> ((Div) head).add(div("cluster", actions)));
    }

    /** Creates a message about a failed action; screen readers announce it. */
    public static Component alert(String sentence) {
        var banner = div("banner tone-warn", Icon.ALERT.create(), div("stack-0", text("", sentence)));
        banner.getElement().setAttribute("role", "alert");
        return banner;
    }

    /** Creates the message that a clinical hold forbids something, in the look of its badge; screen readers announce it. */
    public static Component hold(String sentence) {
        var banner = div("banner tone-clinical", Icon.CLINICAL.create(), div("stack-0", text("", sentence)));
        banner.getElement().setAttribute("role", "alert");
        return banner;
    }

    /** Creates a box with CSS classes, separated by spaces. */
    public static Div div(String classes, Component... children) {
        return named(new Div(children), classes);
    }

    /** Creates a text with CSS classes; none if empty. */
    public static Span text(String classes, String text) {
        var span = new Span();
        if (!text.isEmpty()) {
            // not by setText, which also tells the browser to empty what is new
            span.getElement().appendChild(Element.createText(text));
        }
        return named(span, classes);
    }

    /** Creates a text that is truncated in narrow places, with the full text as its title. */
    public static Span clipped(String classes, String text) {
        var span = text(classes + " clip", text);
        span.setTitle(text);
        return span;
    }

    /** Creates an inline box with CSS classes. */
    public static Span span(String classes, Component... children) {
        return named(new Span(children), classes);
    }

    private static <T extends HasStyle> T named(T part, String classes) {
        // Vaadin rejects an empty class name
        if (!classes.isEmpty()) {
            part.addClassNames(classes.split(" "));
        }
        return part;
    }

    /** Creates the title of a page. */
    public static H1 title(String text) {
        var heading = new H1(text);
        heading.addClassName("title");
        return heading;
    }

    /** Creates a titled card; the title is its accessible name. */
    public static Section card(String title, Component... body) {
        var heading = new H2(title);
        heading.addClassName("heading");
        var section = new Section(div("card-head", heading));
        section.addClassName("card");
        section.getElement().setAttribute("aria-label", title);
        section.add(body);
        return section;
    }

    /** Creates a titled card with something at the end of the line of its title, such as a link to all of it. */
    public static Section cardWith(Component beside, String title, Component... body) {
        var card = card(title, body);
        card.getChildren().findFirst().orElseThrow().getElement().appendChild(beside.getElement());
        return card;
    }

    /** Creates a titled part of a rail, which shows computed facts beside the work. */
    public static Div railPart(String title, Component... body) {
        var heading = new H2(title);
        heading.addClassName("heading");
        var part = div("rail-part", heading);
        part.add(body);
        return part;
    }

    /** Creates a part of a rail that has nothing to show: one line in place of a part. */
    public static Div railLine(String title, String words) {
        var line = railPart(title, text("muted", words));
        line.addClassName("one-line");
        return line;
    }

    /** Creates a list of parts with CSS classes, separated by spaces. */
    public static UnorderedList list(String classes, Stream<? extends Component> parts) {
        return named(new UnorderedList(parts.map(ListItem::new).toArray(ListItem[]::new)), classes);
    }

    /** Creates one line in place of a card that has nothing to show. */
    public static Div cardLine(String title, String words) {
        return div("one-line", text("strong", title), text("muted", words));
    }

    /** Creates a two-column list of terms and descriptions, from an even number of texts. */
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
     * Creates a button for actions that must not run twice: the browser disables it on click, and it is enabled again
     * after the action has succeeded or failed.
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

    /** Goes to a page of the portal. */
    public static void navigate(String address) {
        UI.getCurrentOrThrow().navigate(address);
    }

    /** Goes to a page of the portal, with what stands after the question mark of its address. */
    public static void navigate(String address, QueryParameters query) {
        UI.getCurrentOrThrow().navigate(address, query);
    }

    /** Fills the button of the main action; returns it. */
    public static Button primary(Button button) {
        button.addThemeVariants(ButtonVariant.PRIMARY);
        return button;
    }

    /** Creates the button that signs a record; Ctrl+Enter is its shortcut. */
    public static Button signButton(Runnable sign) {
        var button = primary(new Button("Sign", e -> sign.run()));
        button.addClickShortcut(Key.ENTER, KeyModifier.CONTROL);
        button.getElement().setAttribute("aria-keyshortcuts", "Control+Enter");
        Keys.named(button, "Ctrl Enter", "Sign");
        return button;
    }

    /** Creates an icon-only button; its name is the accessible label and the tooltip. */
    public static Button iconButton(String name, Icon icon) {
        var button = new Button(icon.create());
        button.getElement().getThemeList().add("tertiary");
        button.addClassName("icon-button");
        button.setAriaLabel(name);
        button.setTooltipText(name);
        return button;
    }

    /** Creates a disc with a person's initials, for use beside the name. */
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

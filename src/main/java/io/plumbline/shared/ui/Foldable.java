package io.plumbline.shared.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import java.util.Optional;
import java.util.stream.Stream;

/** Lets cards and parts of a rail be folded to their titles. The browser does it and remembers it, without a request. */
public final class Foldable {
    private Foldable() {}

    /**
     * Adds the button that folds a card or a part of a rail; one without a title, or of one line, stays as it is.
     *
     * @param page the name of its page, so that a title can be folded on one page and open on another
     */
    public static <C extends Component> C on(String page, C part) {
        titleOf(part).ifPresent(title -> on(page, title, part));
        return part;
    }

    /**
     * The same for a card whose title is of one record.
     *
     * @param name by which the browser remembers it, in place of the title
     */
    public static <C extends Component> C on(String page, String name, C part) {
        titleOf(part).filter(title -> !part.hasClassName("one-line")).ifPresent(title -> {
            var fold = new NativeButton();
            fold.addClassName("fold");
            fold.add(Icon.DOWN.create());
            fold.setAriaLabel(title);
            fold.getElement().setAttribute("aria-expanded", "true");
            fold.getElement().setAttribute("data-fold", page + ": " + name);
            part.addClassName("foldable");
            ((HasComponents) part).add(fold);
        });
        return part;
    }

    private static Optional<String> titleOf(Component part) {
        return part instanceof HasComponents
                ? Stream.concat(part.getChildren(), part.getChildren().flatMap(Component::getChildren))
                        .filter(H2.class::isInstance)
                        .map(heading -> ((H2) heading).getText())
                        .findFirst()
                : Optional.empty();
    }
}

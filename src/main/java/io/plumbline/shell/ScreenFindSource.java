package io.plumbline.shell;

import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.RouteConfiguration;
import io.plumbline.shared.search.SearchWords;
import io.plumbline.shared.ui.FindSource;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.NavEntries;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Finds the screens that the current user may open by the words of their names: those of the navigation first, then those that
 * only other screens lead to.
 */
@Component
@Order(6)
class ScreenFindSource implements FindSource {
    private static final String PRODUCT = " · Plumbline";

    @Override
    public String heading() {
        return "Screens";
    }

    @Override
    public boolean isForCurrentUser() {
        return true;
    }

    @Override
    public List<Found> find(String typed, int most) {
        var screens = screens();
        return Stream.concat(screens.stream(), others(screens).stream())
                .filter(screen -> SearchWords.matches(typed, screen.title()))
                .limit(most)
                .toList();
    }

    /** Returns the screens in the order of the navigation. */
    static List<Found> screens() {
        return NavEntries.ofCurrentUser().stream()
                .map(entry -> new Found(null, Icon.valueOf(entry.icon()), entry.title(), "", entry.path()))
                .toList();
    }

    /**
     * Returns the screens beside the navigation that need nothing chosen first, by name; without those that
     * {@link ActionFindSource} finds by what is done there.
     */
    private static List<Found> others(List<Found> screens) {
        var elsewhere = Stream.concat(screens.stream().map(Found::address), ActionFindSource.addresses())
                .collect(Collectors.toSet());
        return RouteConfiguration.forSessionScope().getAvailableRoutes().stream()
                .filter(route -> route.getRouteParameters().isEmpty())
                .filter(route -> !elsewhere.contains(route.getTemplate()))
                .filter(route -> NavEntries.mayOpen(route.getNavigationTarget()))
                .flatMap(route -> title(route.getNavigationTarget())
                        .map(title -> new Found(null, Icon.SCREEN, title, "", route.getTemplate()))
                        .stream())
                .sorted(Comparator.comparing(Found::title))
                .toList();
    }

    /** Returns the name of a screen; empty if it depends on what is shown. */
    private static Optional<String> title(Class<?> screen) {
        return Optional.ofNullable(screen.getAnnotation(PageTitle.class))
                .map(PageTitle::value)
                .filter(title -> title.endsWith(PRODUCT))
                .map(title -> title.substring(0, title.length() - PRODUCT.length()));
    }
}

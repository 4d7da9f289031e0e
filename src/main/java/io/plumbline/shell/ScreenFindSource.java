package io.plumbline.shell;

import com.vaadin.flow.server.menu.MenuConfiguration;
import com.vaadin.flow.server.menu.MenuEntry;
import io.plumbline.shared.search.SearchWords;
import io.plumbline.shared.ui.FindSource;
import io.plumbline.shared.ui.Icon;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Finds the screens of the caller's navigation by the words of their names. */
@Component
@Order(6)
class ScreenFindSource implements FindSource {
    @Override
    public String heading() {
        return "Screens";
    }

    @Override
    public boolean isForCaller() {
        return true;
    }

    @Override
    public List<Found> find(String typed, int most) {
        return screens().stream()
                .filter(screen -> SearchWords.matches(typed, screen.title()))
                .limit(most)
                .toList();
    }

    /** Returns the screens in the order of the navigation. */
    static List<Found> screens() {
        return MenuConfiguration.getMenuEntries().stream()
                .map(entry -> new Found(null, Icon.valueOf(entry.icon()), entry.title(), "", path(entry)))
                .toList();
    }

    private static String path(MenuEntry entry) {
        return entry.path().startsWith("/") ? entry.path().substring(1) : entry.path();
    }
}

package io.plumbline.practitioners.ui;

import io.plumbline.practitioners.Discipline;
import io.plumbline.practitioners.directory.PractitionerDirectoryService;
import io.plumbline.practitioners.directory.PractitionerFilter;
import io.plumbline.practitioners.directory.PractitionerRow;
import io.plumbline.shared.CurrentUser;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ui.FindSource;
import io.plumbline.shared.ui.Icon;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Finds the practitioners who work here, by name. */
@Component
@Order(4)
class PractitionerFindSource implements FindSource {
    private final PractitionerDirectoryService practitioners;

    PractitionerFindSource(PractitionerDirectoryService practitioners) {
        this.practitioners = practitioners;
    }

    @Override
    public String heading() {
        return "Practitioners";
    }

    @Override
    public boolean isForCurrentUser() {
        return CurrentUser.may(Permission.PRACTITIONER_READ);
    }

    @Override
    public List<Found> find(String typed, int most) {
        var byName = new PractitionerFilter(typed, null, null, null, null, false);
        return practitioners.list(byName, null, most).stream()
                .map(PractitionerFindSource::found)
                .toList();
    }

    private static Found found(PractitionerRow row) {
        var disciplines =
                row.disciplines().stream().sorted().map(Discipline::label).collect(Collectors.joining(", "));
        return new Found(row.id().value(), Icon.BADGE, row.name(), disciplines, Routes.practitioner(row.id()));
    }
}

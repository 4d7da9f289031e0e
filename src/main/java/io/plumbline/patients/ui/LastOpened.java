package io.plumbline.patients.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Nav;
import io.plumbline.patients.PatientRow;
import io.plumbline.patients.PatientService;
import io.plumbline.shared.RecentlyViewed;
import io.plumbline.shared.RecentlyViewed.Viewed;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ui.Ui;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The patients whom the current user opened last and may still see, under an empty search field. */
class LastOpened extends Composite<Nav> {
    private static final int MOST = 5;
    private static final String OPENED = "patient.opened";

    private final PatientService patients;
    private final RecentlyViewed viewed;
    private boolean isRead;

    LastOpened(PatientService patients, RecentlyViewed viewed) {
        this.patients = patients;
        this.viewed = viewed;
        getContent().getElement().setAttribute("aria-label", "Patients opened last");
        getContent().addClassNames("cluster", "small");
        getContent().setVisible(false);
    }

    /** Shows them, if there are any; they are read once. */
    void show() {
        if (!isRead) {
            isRead = true;
            var rows = rows();
            if (!rows.isEmpty()) {
                getContent().add(Ui.text("muted", "Opened last"));
                rows.forEach(row -> getContent()
                        .add(new Anchor(Routes.patient(row.id()), row.name() + ", " + row.numberAndStatus())));
            }
        }
        getContent().setVisible(getContent().getComponentCount() > 0);
    }

    void hide() {
        getContent().setVisible(false);
    }

    private List<PatientRow> rows() {
        var last = viewed.ofCurrentUser(List.of(OPENED), MOST).stream()
                .map(Viewed::record)
                .map(PatientId::new)
                .toList();
        return last.isEmpty()
                ? List.of()
                : patients.visibleAmong(Set.copyOf(last), "recently viewed").stream()
                        .sorted(Comparator.comparingInt(row -> last.indexOf(row.id())))
                        .toList();
    }
}

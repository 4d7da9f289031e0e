package io.plumbline.patients.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import io.plumbline.access.AtClinic;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientSection;
import io.plumbline.patients.PatientSection.Place;
import io.plumbline.patients.PatientService;
import io.plumbline.patients.PatientStatus;
import io.plumbline.patients.PatientTab;
import io.plumbline.shared.Permission;
import io.plumbline.shared.Routes;
import io.plumbline.shared.ids.Ids;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ui.Icon;
import io.plumbline.shared.ui.Keys;
import io.plumbline.shared.ui.Ui;
import io.plumbline.shared.ui.patient.PatientHeader;
import io.plumbline.shell.BreakGlassBanners;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** What the parts of a patient's page have in common: the header with its actions, and the links between the parts. */
@org.springframework.stereotype.Component
public class PatientFrame {
    private static final String EDIT = "edit";

    private final PatientService patients;
    private final FileCards file;
    private final List<PatientSection> sections;
    private final BreakGlassBanners breakGlass;
    private final PatientDocument document;

    PatientFrame(
            PatientService patients,
            FileCards file,
            List<PatientSection> sections,
            BreakGlassBanners breakGlass,
            PatientDocument document) {
        this.patients = patients;
        this.file = file;
        this.sections = sections;
        this.breakGlass = breakGlass;
        this.document = document;
    }

    /** Opens the patient of the address and fills the page; what the current user may not open does not exist for them. */
    public void show(
            Main page, BeforeEnterEvent event, PatientTab tab, Function<PatientDetails, List<Component>> body) {
        var asked = Ids.inAddress(event.getRouteParameters().get(Routes.ID).orElse(null), PatientId::new);
        var patient = asked.flatMap(patients::open).filter(tab::isOpenTo).orElseThrow(NotFoundException::new);
        Ui.main(page);
        page.removeAll();
        if (event.getLocation().getQueryParameters().getParameters().containsKey(EDIT) && mayEdit(patient)) {
            edit(page, patient);
            return;
        }
        var header = PatientHeader.ofPage(patient.header(), actions(patient));
        header.add(links(patient, tab));
        var content = Ui.div("page wide patient-page");
        asked.flatMap(id -> MergedRecords.readUnder(id, patient)).ifPresent(content::add);
        content.add(body.apply(patient));
        breakGlass.of(patient.id()).ifPresent(page::add);
        page.add(header, content);
    }

    /** Returns the sections that the modules have for a place, as far as the current user may see them. */
    List<Component> at(Place place, PatientDetails patient) {
        return sections.stream()
                .filter(section -> section.place() == place)
                .flatMap(section -> section.of(patient).stream())
                .toList();
    }

    private static boolean mayEdit(PatientDetails patient) {
        return AtClinic.may(Permission.PATIENT_WRITE, patient.clinics());
    }

    private void edit(Main page, PatientDetails patient) {
        var correction = new PatientEditor(
                patients, patient, file.phoneRegion(), () -> Ui.navigate(PatientTab.PERSON.address(patient.id())));
        page.add(PatientHeader.ofPage(patient.header()), Ui.div("page wide", correction));
        correction.focus();
    }

    private static Nav links(PatientDetails patient, PatientTab open) {
        var links = new Nav();
        links.addClassNames("ways", "patient-tabs");
        links.getElement().setAttribute("aria-label", "Parts of the patient's page");
        Arrays.stream(PatientTab.values()).filter(tab -> tab.isOpenTo(patient)).forEach(tab -> {
            var link = new Anchor(tab.address(patient.id()), tab.label());
            if (tab == open) {
                link.getElement().setAttribute("aria-current", "page");
            }
            links.add(link);
        });
        // a narrow window may have room for some of the links only
        links.addAttachListener(e -> links.getElement()
                .executeJs("this.scrollLeft = this.querySelector('[aria-current]').offsetLeft - this.offsetLeft - 48"));
        return links;
    }

    private Component[] actions(PatientDetails patient) {
        var actions = new ArrayList<Component>();
        if (AtClinic.may(Permission.APPOINTMENT_BOOK, patient.clinics()) && patient.status() == PatientStatus.ACTIVE) {
            var book = new Button("Book", Icon.CALENDAR.create(), e -> Ui.navigate(Routes.booking(patient.id())));
            Keys.on(book, "b", "Book an appointment");
            actions.add(book);
        }
        actions.addAll(at(Place.ACTION, patient));
        if (mayEdit(patient)) {
            actions.add(new Button(
                    "Edit", e -> Ui.navigate(PatientTab.PERSON.address(patient.id()), QueryParameters.of(EDIT, ""))));
        }
        actions.add(document.link(patient.id()));
        return actions.toArray(Component[]::new);
    }

    /** Returns the cards of a part side by side, as far as there is room. */
    static Div beside(Component... cards) {
        return Ui.div("patient-cards", cards);
    }
}

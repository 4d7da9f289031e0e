package io.plumbline.patients.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import io.plumbline.patients.PatientDetails;
import io.plumbline.patients.PatientSection.Place;
import io.plumbline.patients.PatientTab;
import java.util.List;
import java.util.function.Function;

/** A part of a patient's page with its own address, below the header and the links to the other parts. */
public abstract class PatientPart extends Main implements BeforeEnterObserver {
    private final PatientFrame frame;
    private final PatientTab tab;
    private final Function<PatientDetails, List<Component>> body;

    /** @param body what the part shows of the patient that the current user opened */
    protected PatientPart(PatientFrame frame, PatientTab tab, Function<PatientDetails, List<Component>> body) {
        this.frame = frame;
        this.tab = tab;
        this.body = body;
    }

    /** @param place where the sections of the modules belong that the part shows */
    PatientPart(PatientFrame frame, PatientTab tab, Place place) {
        this(frame, tab, patient -> frame.at(place, patient));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        frame.show(this, event, tab, body);
    }
}

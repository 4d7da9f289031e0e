package io.plumbline.measures;

import com.vaadin.flow.component.Component;
import io.plumbline.patients.PatientDetails;

/** Implemented by the screens of this room: the measures of a patient beside what somebody writes about them. */
public interface MeasuresBeside {
    /** Returns the newest score of each measure and its course, for a patient whose chart the caller has open. */
    Component of(PatientDetails opened);
}

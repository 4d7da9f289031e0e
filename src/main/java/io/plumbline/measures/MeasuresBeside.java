package io.plumbline.measures;

import com.vaadin.flow.component.Component;
import io.plumbline.shared.ids.PatientId;
import java.util.List;

/** Implemented by the screens of this module: the measures of a patient beside what somebody writes about them. */
public interface MeasuresBeside {
    /** Returns the newest score of each measure and its course. */
    Component of(PatientId patient, List<MeasureHistory> histories);
}

package io.plumbline.plans.summary;

import com.vaadin.flow.component.Component;
import io.plumbline.measures.MeasureHistory;
import io.plumbline.patients.PatientDetails;
import java.time.LocalDate;
import java.util.List;

/** Implemented by the screens of this module: the running plan of a patient beside what somebody writes about them. */
public interface PlanBeside {
    /**
     * Returns how far the plan is, its open decisions, factors and goals; one line if none runs.
     *
     * @param opened a patient whose chart the current user has open
     * @param scores the patient's scores by measure
     * @param today the day at the clinic
     */
    List<Component> of(PatientDetails opened, List<MeasureHistory> scores, LocalDate today);
}

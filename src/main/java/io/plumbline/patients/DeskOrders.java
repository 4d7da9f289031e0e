package io.plumbline.patients;

import com.vaadin.flow.component.Component;
import io.plumbline.shared.ids.AppointmentId;
import io.plumbline.shared.ids.ClinicId;
import io.plumbline.shared.ids.NoteId;
import io.plumbline.shared.ids.OrderId;
import io.plumbline.shared.ids.PatientId;
import io.plumbline.shared.ids.PlanId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Implemented by orders: what clinicians want next for a patient, where they order it and where the desk books it. */
public interface DeskOrders {
    /** Returns the orders after a session note, with the button for another; empty for those who may not order. */
    Optional<Component> afterNote(NoteId note, PatientId patient);

    /** Returns the orders after a treatment plan, with the button for another; empty for those who may not order. */
    Optional<Component> afterPlan(PlanId plan, PatientId patient);

    /**
     * Returns the patient's open orders for the desk, or the orders after a visit of the current user for a clinician; empty
     * if there is nothing to show.
     *
     * @param isOwn whether it is a visit of the current user
     */
    Optional<Component> besideVisit(AppointmentId visit, PatientId patient, ClinicId clinic, boolean isOwn);

    /** Returns how many open orders some patients have, for the desk of a clinic; without those who have none. */
    Map<PatientId, Integer> countOpen(ClinicId clinic, Collection<PatientId> patients);

    /** Returns an open order in words, without clinical content; empty if it is not open, or not the current user's. */
    Optional<String> words(OrderId order);
}

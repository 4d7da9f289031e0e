package io.plumbline.safety;

import io.plumbline.patients.PatientDetails;
import java.time.ZoneId;

/** Asks for the decision on a red flag, wherever a screen leads to it. */
public interface FlagDecisions {
    /**
     * Asks about a flag of the patient whose page is open.
     *
     * @param zone of the clinic where the flag was raised
     * @param decided runs after the decision
     */
    void ask(FlagDetails flag, PatientDetails patient, ZoneId zone, Runnable decided);
}

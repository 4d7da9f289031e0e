package io.plumbline.schedule;

import io.plumbline.shared.ids.AppointmentId;

/** Implemented by notes: which visits have a signed note. It is read while the patient's header is locked. */
public interface SignedVisits {
    /** Returns whether the visit has a note that is past its draft, and so confirms that it took place. */
    boolean isSigned(AppointmentId appointment);
}
